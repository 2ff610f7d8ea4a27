import type { Browser } from 'playwright-core';
import { apiOf, type ApiOfPerson } from './apiOf.ts';
import { openWindow } from './openWindow.ts';
import type { Demo } from './startDemo.ts';
import { connect, signIn } from './stories/story.ts';
import { openWording } from './wording.ts';

/** Connects the demo's tenant as its admin and hands over their API, to put into it what a test only needs to be there. */
export const openTenant = async (browser: Browser, demo: Demo): Promise<ApiOfPerson> => {
  const { context, page } = await openWindow(browser, { locale: 'en', viewport: { width: 1280, height: 800 } });
  const person = { context, page, say: openWording('en'), onScreen: () => Promise.resolve() };
  const api = apiOf(page, demo.url);
  await page.goto(demo.url);
  await signIn(person);
  await connect(person);
  const ready = await api;
  await context.close();
  return ready;
};
