import { expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { inspectPage } from './inspect/inspectPage.ts';
import { openWindow } from './browser/openWindow.ts';
import { openDemo } from './openDemo.ts';
import { startDemo, type Demo } from './startDemo.ts';
import type { Person } from './stories/story.ts';
import { watchContext } from './inspect/watchPage.ts';
import { openWording } from './wording.ts';

interface Telling {
  readonly locale: 'en' | 'nl';
  readonly width: 320 | 1280;
  readonly colorScheme: 'light' | 'dark';
  /** Whether the demo is a program of its own, as a newcomer starts it, which takes seconds more; not, unless told. */
  readonly isStarted?: boolean;
  /** How the demo is set up otherwise than by default. */
  readonly env?: Readonly<Record<string, string>>;
  /** Complaints of the browser that belong to the story. */
  readonly isExpected?: (complaint: string) => boolean;
}

/** What stands in the window says more about why something did not come than that it did not. */
const whereItStood = async (page: Page, error: unknown): Promise<string> => {
  const shown = await page.innerText('body').catch(() => 'nothing');
  const why = error instanceof Error ? error.message : String(error);
  return `${why}\n\n${page.url()} showed:\n${shown.slice(0, 3000)}`;
};

/** Tells a story in a window and a demo of its own, on every screen of which nothing is in the way and nothing complains. */
export const tellInBrowser = async (
  browser: Browser,
  { locale, width, colorScheme, isStarted = false, env = {}, isExpected = () => false }: Telling,
  tell: (person: Person & { readonly isNarrow: boolean }, demo: Demo) => Promise<void>,
): Promise<void> => {
  const demo = await (isStarted ? startDemo : openDemo)(env);
  const viewport = { width, height: width === 320 ? 570 : 800 };
  const { context, page } = await openWindow(browser, { locale, colorScheme, viewport });
  const complaints = watchContext(context);
  const obstacles: string[] = [];
  const onScreen = async (name: string): Promise<void> => {
    obstacles.push(...(await inspectPage(page)).map((obstacle) => `${name}: ${obstacle}`));
  };
  try {
    await page.goto(demo.url);
    const person = { context, page, say: openWording(locale), onScreen, isNarrow: width === 320 };
    await tell(person, demo).catch(async (error: unknown) => {
      throw new Error(await whereItStood(page, error), { cause: error });
    });
    expect(obstacles).toEqual([]);
    expect(complaints.all.filter((complaint) => !isExpected(complaint))).toEqual([]);
  } finally {
    await context.close();
    await demo.stop();
  }
};
