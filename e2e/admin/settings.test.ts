import { afterAll, beforeAll, describe, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import {
  askWhyMissing,
  changeSettings,
  decideHeld,
  giveRole,
  launch,
  meetLeaver,
  openDirectory,
  pauseAndResume,
  seeAudit,
  seeChange,
} from '../support/stories/leaversStory.ts';
import { readApiDocs, seeIntegrations } from '../support/stories/integrationsStory.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { connectByRegistration } from '../support/stories/registrationStory.ts';
import { syncGroup, type Person } from '../support/stories/story.ts';
import { tellInBrowser } from '../support/tellInBrowser.ts';
import { windows } from '../support/browser/windows.ts';

/** Three of the group that is picked. */
const leavers = ['Anouk Claeys', 'Arjun Thompson', 'Bas Schouten'] as const;

const tellStory = async (person: Person & { readonly isNarrow: boolean }, simulatorUrl: string): Promise<void> => {
  const change = openDirectory(simulatorUrl);
  const address = (name: string) => `${name.toLowerCase().replace(' ', '.')}@lindenhof.example`;
  // Each of the two ways in is somebody's.
  await syncGroup(person, person.isNarrow ? () => connectByRegistration(person, simulatorUrl) : undefined);
  await changeSettings(person);
  await seeAudit(person);
  await giveRole(person, 'Anna Vermeer');
  await seeIntegrations(person);
  await readApiDocs(person);

  await change({ op: 'updateUser', id: address(leavers[0]), properties: { jobTitle: 'Head of Engineering' } });
  await launch(person);
  await seeChange(person, /Anouk Claeys/, 'Head of Engineering');

  for (const name of leavers) await change({ op: 'softDeleteUser', id: address(name) });
  await launch(person);
  await decideHeld(person, leavers[0]);
  await meetLeaver(person, leavers[0]);
  await askWhyMissing(person, 'Anna Vermeer');
  await pauseAndResume(person);
};

describe('an admin leaves the sync alone, and decides where it asks', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test.each(windows('narrowDutch'))('in $locale at $width px, $colorScheme', async ({ locale, width, colorScheme }) => {
    // The browser itself reports what the API refuses, such as a secret that is wrong.
    const isExpected = (complaint: string): boolean => complaint.includes('status of 422');
    await tellInBrowser(browser, { locale, width, colorScheme, isExpected }, (person, { simulatorUrl }) =>
      tellStory(person, simulatorUrl),
    );
  });
});
