import type { Locator } from 'playwright-core';

/**
 * Types a name into a field that searches, and picks whom or what it finds. Others stand there until the search has found
 * it alone: only then nothing moves away from under the pointer.
 */
export const pickFound = async (field: Locator, name: string): Promise<void> => {
  const page = field.page();
  await field.click();
  await page.keyboard.type(name);
  await page.waitForFunction((wanted) => {
    const options = [...document.querySelectorAll('[role=option]')];
    return options.length === 1 && options[0]?.textContent?.includes(wanted) === true;
  }, name);
  await page.getByRole('option', { name }).click();
};
