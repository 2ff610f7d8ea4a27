import type { Locator, Page } from 'playwright-core';
import { lookAtStop } from '../inspect/inspectFocus.ts';

/** More stops than any page of the story has before what is looked for. */
const mostStops = 150;

const hasFocus = (target: Locator): Promise<boolean> =>
  target.first().evaluate((element) => element === document.activeElement);

/** The focus is where somebody can go on from, and not at the very beginning of the document. */
export const focusIsKept = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.activeElement !== null && document.activeElement !== document.body);

/** Hands without a mouse: goes by Tab, and is told whatever hides the focus on the way. */
export const openKeyboard = (page: Page, onComplaint: (complaint: string) => void) => {
  /** By Tab to what is looked for, forward as one reads or back. */
  const goTo = async (target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
    await target.first().waitFor();
    for (let count = 0; count < mostStops; count += 1) {
      if (await hasFocus(target)) return;
      await page.keyboard.press(key);
      const { name, complaint } = await lookAtStop(page);
      if (complaint !== null) onComplaint(`${name} ${complaint}`);
    }
    throw new Error(`Tab does not lead to ${String(target)}.`);
  };
  return {
    goTo,
    press: async (target: Locator, key = 'Enter'): Promise<void> => {
      await goTo(target);
      await page.keyboard.press(key);
    },
    type: async (target: Locator, text: string): Promise<void> => {
      await goTo(target);
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
    },
    /** The tab of a list that is to the right of the one with the focus. */
    pickTab: async (selected: Locator, wanted: Locator): Promise<void> => {
      await goTo(selected);
      for (let count = 0; count < 10 && !(await hasFocus(wanted)); count += 1) await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
    },
  };
};

export type Keyboard = ReturnType<typeof openKeyboard>;
