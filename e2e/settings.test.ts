import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { inspectPage } from './support/inspectPage.ts';
import {
  askWhyMissing,
  changeSettings,
  decideHeld,
  launch,
  meetLeaver,
  openDirectory,
  pauseAndResume,
  seeAudit,
  seeChange,
} from './support/leaversStory.ts';
import { openBrowser } from './support/openBrowser.ts';
import { openWindow } from './support/openWindow.ts';
import { connectByRegistration } from './support/registrationStory.ts';
import { startDemo } from './support/startDemo.ts';
import { connect, pick, preview, signIn, sync, type Person } from './support/story.ts';
import { watchContext } from './support/watchPage.ts';
import { openWording } from './support/wording.ts';

/** Three of the group that is picked. */
const leavers = ['Anouk Claeys', 'Arjun Thompson', 'Bas Schouten'] as const;

const tellStory = async (person: Person & { readonly isNarrow: boolean }, simulatorUrl: string): Promise<void> => {
  const change = openDirectory(simulatorUrl);
  const address = (name: string) => `${name.toLowerCase().replace(' ', '.')}@lindenhof.example`;
  await signIn(person);
  // Each of the two ways in is somebody's.
  await (person.isNarrow ? connectByRegistration(person, simulatorUrl) : connect(person));
  await pick(person);
  await preview(person);
  await sync(person);
  await changeSettings(person);
  await seeAudit(person);

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

  test.each([
    { locale: 'en', width: 1280, colorScheme: 'light' },
    { locale: 'nl', width: 320, colorScheme: 'dark' },
  ] as const)('in $locale at $width px, $colorScheme', async ({ locale, width, colorScheme }) => {
    const demo = await startDemo();
    const viewport = { width, height: width === 320 ? 570 : 800 };
    const { context, page } = await openWindow(browser, { locale, colorScheme, viewport });
    const complaints = watchContext(context);
    const obstacles: string[] = [];
    const onScreen = async (name: string): Promise<void> => {
      obstacles.push(...(await inspectPage(page)).map((obstacle) => `${name}: ${obstacle}`));
    };
    try {
      await page.goto(demo.url);
      const isNarrow = width === 320;
      await tellStory({ context, page, say: openWording(locale), onScreen, isNarrow }, demo.simulatorUrl);
      expect(obstacles).toEqual([]);
      // The browser itself reports what the API refuses, such as a secret that is wrong.
      expect(complaints.all.filter((complaint) => !complaint.includes('status of 422'))).toEqual([]);
    } finally {
      await context.close();
      await demo.stop();
    }
  });
});
