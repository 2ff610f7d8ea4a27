import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { syncTeam } from '../support/fillTenant.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openTenant } from '../support/openTenant.ts';
import { designSignature } from '../support/stories/signatureStory.ts';
import { goTo, signIn, type Person } from '../support/stories/story.ts';
import { tellInBrowser } from '../support/tellInBrowser.ts';
import { windows } from '../support/browser/windows.ts';

const group = 'Team Engineering';

/** What the menu of pages offers, in whatever shape it is. */
const offered = async ({ page, say }: Person, isNarrow: boolean): Promise<readonly string[]> => {
  if (!isNarrow) {
    const pages = page.getByRole('navigation', { name: say('common.nav.label'), exact: true });
    return pages.getByRole('link').allInnerTexts();
  }
  await page
    .getByRole('navigation', { name: say('common.nav.label'), exact: true })
    .getByRole('button')
    .click();
  await page.getByRole('menu').locator(':focus').waitFor();
  const names = await page.getByRole('menuitem').allInnerTexts();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  return names;
};

/** Everything that is for administrators is not there, or cannot be pressed. */
const meetLimits = async (person: Person, isNarrow: boolean): Promise<void> => {
  const { page, say, onScreen } = person;
  const names = (await offered(person, isNarrow)).map((name) => name.trim());
  expect(names).toEqual(
    expect.arrayContaining(['signatures', 'assignments', 'brand', 'sync'].map((name) => say(`common.nav.${name}`))),
  );
  for (const place of ['connect', 'select', 'integrations', 'privacy'])
    expect(names).not.toContain(say(`common.nav.${place}`));
  const count = (name: string) => page.getByRole('button', { name: say(name), exact: true }).count();
  await goTo(person, 'sync');
  await page.getByText(say('sync.health.active.headline')).waitFor();
  expect([await count('sync.start.sync'), await count('sync.start.preview'), await count('sync.start.pause')]).toEqual([
    ...[0, 0, 0],
  ]);
  await onScreen('sync');
  await goTo(person, 'fields');
  await page.getByText(say('smartFields.readOnly')).waitFor();
  expect(await count('smartFields.custom.add')).toBe(0);
  await goTo(person, 'roles');
  await page.getByText(say('roles.readOnly')).waitFor();
  await page.getByText('Saskia Mulder').waitFor();
  expect(await count('roles.grant.action')).toBe(0);
  await onScreen('roles');
};

describe('a signature administrator', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test.each(windows('narrowDutch'))(
    'publishes a signature and gives it to a group, and is offered nothing else, in $locale at $width px',
    (window) =>
      tellInBrowser(browser, window, async (person, demo) => {
        await syncTeam(await openTenant(demo), group);
        await signIn(person, 'Saskia Mulder');
        await person.onScreen('overview');
        await designSignature(person, group);
        await meetLimits(person, person.isNarrow);
      }),
  );
});
