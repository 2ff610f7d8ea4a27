import type { BrowserContext } from 'playwright-core';
import { complaintAbout } from './readAnswers.ts';

/** Everything a browser complains about, in any window of the context, and every answer that breaks the contract. */
export interface Complaints {
  readonly all: readonly string[];
}

export const watchContext = (context: BrowserContext): Complaints => {
  const all: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') all.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => all.push(`uncaught: ${error.error().message}`));
  context.on('response', (response) => {
    void complaintAbout(response).then((complaint) => complaint !== null && all.push(complaint));
  });
  return { all };
};
