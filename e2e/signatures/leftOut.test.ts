import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { SmartFields } from '../../server/src/contract/signatures/fields.ts';
import type { Teammate, TeammatePage } from '../../server/src/contract/people/teammates.ts';
import type { ApiOfPerson } from '../support/apiOf.ts';
import { syncEverybody } from '../support/fillTenant.ts';
import { inspectPage } from '../support/inspect/inspectPage.ts';
import { watchContext } from '../support/inspect/watchPage.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openSignedIn } from '../support/openSignedIn.ts';
import { openTenant } from '../support/openTenant.ts';
import { openWindow } from '../support/browser/openWindow.ts';
import { openDemo } from '../support/openDemo.ts';
import type { Demo } from '../support/startDemo.ts';
import { pickAccount, type Person } from '../support/stories/story.ts';
import { windows } from '../support/browser/windows.ts';
import { openWording } from '../support/wording.ts';

const name = "Grace O'Connor";

describe('what is left out of one signature', () => {
  let browser: Browser;
  let demo: Demo;
  let api: ApiOfPerson;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
    api = await openTenant(demo);
    await syncEverybody(api);
    const { fields, revision } = await api.get<SmartFields>('/api/smart-fields');
    const ruled = (key: string, editableBy: string) => ({
      ...fields.find((field) => field.key === key)?.rule,
      editableBy,
    });
    const rules = {
      businessPhone: ruled('businessPhone', 'teammate'),
      department: ruled('department', 'teammateAsks'),
      displayName: ruled('displayName', 'teammate'),
    };
    await api.send('PUT', '/api/smart-fields', { rules, custom: [], revision });
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  const open = async ({ locale, width, colorScheme }: ReturnType<typeof windows>[number]) => {
    const viewport = { width, height: 800 };
    const { context, page } = await openWindow(browser, { locale, viewport, colorScheme });
    const complaints = watchContext(context);
    await page.goto(demo.url);
    const person: Person = { context, page, say: openWording(locale), onScreen: () => Promise.resolve() };
    return { person, complaints };
  };

  test.each(windows('wideEnglish'))(
    'is left out by the person, at once or once an admin approves, and comes back: in $locale at $width px',
    async (window) => {
      const { person, complaints } = await open(window);
      const { page, say } = person;
      const button = (label: string) => page.getByRole('button', { name: label, exact: true });
      const edit = (key: string) => button(say('teammates.override.edit', { field: say(`fields.${key}`) }));
      const signature = page.frameLocator(`iframe[title="${say('mine.frame')}"]`);
      const looksRight = async (where: string): Promise<void> => {
        expect({ where, found: await inspectPage(page) }).toEqual({ where, found: [] });
      };
      await pickAccount(person, name);
      const phone = signature.getByText(/^\+44 20/);
      await phone.waitFor();
      await edit('businessPhone').click();
      await page.getByText(say('teammates.override.hideHint')).waitFor();
      await looksRight('asked');
      const hide = button(say('teammates.override.hide'));
      await hide.press('Enter');
      await phone.waitFor({ state: 'detached' });
      await page.getByText(say('teammates.override.out'), { exact: true }).waitFor();
      await page.locator(':focus').and(edit('businessPhone')).waitFor();
      await looksRight('left out');

      await edit('businessPhone').click();
      await button(say('teammates.override.reset')).waitFor();
      // It is left out already.
      expect(await hide.count()).toBe(0);
      await button(say('teammates.override.reset')).click();
      await phone.waitFor();

      // Nobody's name can be.
      await edit('displayName').click();
      await button(say('teammates.override.cancel')).waitFor();
      expect(await hide.count()).toBe(0);
      await button(say('teammates.override.cancel')).click();

      await edit('department').click();
      await button(say('teammates.own.ask')).click();
      await page.getByText(say('teammates.own.waiting')).waitFor();
      await looksRight('asked for');
      await button(say('mine.fields.withdrawOf', { field: say('fields.department') })).click();
      await page.getByText(say('teammates.own.waiting')).waitFor({ state: 'detached' });
      expect(complaints.all).toEqual([]);
      await person.context.close();
    },
  );

  test.each(windows('wideEnglish'))(
    'is left out by an admin until a day, who sees by whom, and back; for everybody who is ticked too',
    async ({ locale, width, colorScheme }) => {
      const viewport = { width, height: 800 };
      const { context, page, say, complaints } = await openSignedIn(browser, demo, { locale, viewport, colorScheme });
      const { items } = await api.get<TeammatePage>('/api/teammates?search=grace');
      const id = items.find(({ displayName }) => displayName === name)?.id ?? '';
      await page.goto(`${demo.url}/#/teammates/${id}?tab=fields`);
      const button = (label: string) => page.getByRole('button', { name: label, exact: true });
      const edit = button(say('teammates.override.edit', { field: say('fields.businessPhone') }));
      await edit.click();
      await page.getByLabel(say('teammates.override.lastDay')).fill('2099-12-31');
      await button(say('teammates.override.hide')).click();
      const about = page.getByText(/Left out by Anna Vermeer.*Until .*2099.*\+44 20/);
      await about.waitFor();
      expect(await inspectPage(page)).toEqual([]);
      await edit.click();
      await button(say('teammates.override.reset')).click();
      await about.waitFor({ state: 'detached' });

      await page.goto(`${demo.url}/#/teammates?search=grace`);
      await page.getByRole('checkbox', { name: say('teammates.bulk.one', { name }) }).check();
      await button(say('teammates.bulk.override')).click();
      const dialog = page.getByRole('dialog');
      const field = dialog.getByRole('combobox', { name: say('teammates.bulk.field') });
      const hide = dialog.getByRole('checkbox', { name: say('teammates.override.hide') });
      await field.selectOption({ label: say('fields.displayName') });
      expect(await hide.count()).toBe(0);
      await field.selectOption({ label: say('fields.businessPhone') });
      await hide.check();
      await dialog.getByText(say('teammates.bulk.hideHint')).waitFor();
      expect(await inspectPage(page)).toEqual([]);
      await button(say('teammates.override.save')).click();
      await page.getByText(say('teammates.bulk.overrideDone_one', { formatted: '1' })).waitFor();
      const { fields } = await api.get<Teammate>(`/api/teammates/${id}`);
      expect(fields.find(({ key }) => key === 'businessPhone')).toMatchObject({ source: 'hidden', until: null });
      await api.send('POST', '/api/overrides', { people: [{ id, overrides: { businessPhone: null } }] });
      expect(complaints.all).toEqual([]);
      await context.close();
    },
  );
});
