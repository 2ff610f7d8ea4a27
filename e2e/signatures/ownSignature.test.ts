import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Me } from '../../server/src/contract/signatures/me.ts';
import type { SavedAssignments } from '../../server/src/contract/signatures/assignments.ts';
import type { TeammatePage } from '../../server/src/contract/people/teammates.ts';
import { rule } from '../../server/tests/support/people/assignments.ts';
import type { ApiOfPerson } from '../support/apiOf.ts';
import { run, syncEverybody } from '../support/fillTenant.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openSignedIn } from '../support/openSignedIn.ts';
import { openTenant } from '../support/openTenant.ts';
import { openWindow } from '../support/browser/openWindow.ts';
import { pickFound } from '../support/pickFound.ts';
import { openDemo } from '../support/openDemo.ts';
import type { Demo } from '../support/startDemo.ts';
import { openDirectory } from '../support/stories/leaversStory.ts';
import { goTo, pickAccount } from '../support/stories/story.ts';
import { openWording } from '../support/wording.ts';

const say = openWording('en');
/** Eighty pixels high, wherever it comes from. */
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="80"/>';

describe('people see their own signature', () => {
  let browser: Browser;
  let demo: Demo;
  let api: ApiOfPerson;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([openBrowser(), openDemo()]);
    api = await openTenant(demo);
    await syncEverybody(api);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  /** How much higher the frame is than the mail in it, once it says that nothing moves any more. */
  const fits = (page: Page, least: number) =>
    page.waitForFunction(
      ({ title, atLeast }) => {
        const frame = document.querySelector<HTMLIFrameElement>(`iframe[title="${title}"]`);
        const mail = frame?.contentDocument?.getElementById('mail');
        if (!frame || !mail) return false;
        const height = mail.getBoundingClientRect().height;
        // In pixels of the screen: both the mail and what it takes when made smaller are rounded up to whole ones.
        const scale = frame.getBoundingClientRect().height / frame.clientHeight;
        return height >= atLeast && Math.abs(frame.clientHeight - height) * scale < 2 ? Math.ceil(height) : false;
      },
      { title: say('mine.frame'), atLeast: least },
    );

  test('in a frame as high as it is, while a picture is on its way, once it has come, and in a narrow window', async () => {
    const { context, page } = await openWindow(browser, { locale: 'en', viewport: { width: 1280, height: 800 } });
    await page.goto(demo.url);
    let send = (): void => undefined;
    const sent = new Promise<void>((resolve) => (send = resolve));
    await context.route('https://late.example/picture.svg', async (route) => {
      await sent;
      await route.fulfill({ contentType: 'image/svg+xml', body: picture });
    });
    await context.route('**/api/me/signature**', async (route) => {
      const answer = await route.fetch();
      const html = `<p>${'Words that take more lines in a narrow window. '.repeat(12)}</p><img alt="" src="https://late.example/picture.svg">`;
      await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), html } });
    });
    await pickAccount({ context, page, say, onScreen: () => Promise.resolve() }, "Grace O'Connor");
    const before = Number(await (await fits(page, 20)).jsonValue());
    send();
    const after = Number(await (await fits(page, before + 40)).jsonValue());
    // A mail that would be too narrow to be read is laid out wider and made smaller, and still takes more lines than before.
    await page.setViewportSize({ width: 200, height: 800 });
    expect(Number(await (await fits(page, after + 10)).jsonValue())).toBeGreaterThan(after);
    await context.close();
  });

  test('and an administrator sees those of two people side by side', async () => {
    const person = await openSignedIn(browser, demo);
    const { page } = person;
    await goTo(person, 'compose');
    await pickFound(page.getByRole('combobox', { name: say('compose.beside.with') }), "Grace O'Connor");
    for (const name of ["Grace O'Connor", 'Anna Vermeer'])
      await page
        .frameLocator(`iframe[title="${say('compose.beside.frame', { name })}"]`)
        .getByText(name)
        .first()
        .waitFor();
    // What is asked about the mail is asked for both.
    const asked = Promise.all(
      [1, 2].map((nth) => {
        const seen = new Set<string>();
        return page.waitForRequest((request) => {
          if (!request.url().endsWith('/api/try')) return false;
          const { teammateId, date } = request.postDataJSON() as { teammateId: string; date: string | null };
          if (date === '2026-12-24') seen.add(teammateId);
          return seen.size === nth;
        });
      }),
    );
    await page.getByLabel(say('compose.trace.date'), { exact: true }).fill('2026-12-24');
    await asked;
    await person.context.close();
  });

  test('also those who look after all of it', async () => {
    const person = await openSignedIn(browser, demo);
    await goTo(person, 'mine');
    await person.page.getByRole('heading', { name: say('mine.title'), level: 1 }).waitFor();
    await fits(person.page, 20);
    await person.context.close();
  });

  test('and read that a rule without a name chose it, or whose mailbox did', async () => {
    const { assignments, revision } = await api.get<SavedAssignments>('/api/assignments');
    const unnamed = rule({ kind: 'builtIn' }, { name: '' });
    const changed = { ...assignments, rules: [unnamed], otherMailbox: 'theirs' };
    await api.send('PUT', '/api/assignments', { revision, assignments: changed });
    const person = await openSignedIn(browser, demo);
    const { page } = person;
    await goTo(person, 'mine');
    await page.getByText(say('compose.trace.unnamedChose')).waitFor();
    await goTo(person, 'compose');
    const { items } = await api.get<TeammatePage>('/api/teammates?search=Grace');
    const { displayName: name = '', userPrincipalName = '' } = items[0] ?? {};
    await page.getByLabel(say('compose.trace.mailbox')).fill(userPrincipalName);
    await page.getByText(say('compose.trace.otherMailbox.theirs', { name })).waitFor();
    const list = (label: string) => page.getByRole('list', { name: label, exact: true }).getByRole('listitem');
    await list(say('compose.trace.list')).getByText(say('compose.trace.missed.otherMailbox')).waitFor();
    await list(say('compose.trace.listOf', { name })).getByText(say('compose.trace.decided')).waitFor();
    await person.context.close();
  });

  test('in a whole mail first, also where hundreds of names come before theirs, and that of whom a link names', async () => {
    const person = await openSignedIn(browser, demo);
    const { page } = person;
    const { id } = await api.get<Me>('/api/me');
    const last = (await api.get<TeammatePage>('/api/teammates?order=descending&limit=1')).items[0];
    const rename = async (displayName: string): Promise<void> => {
      await openDirectory(demo.simulatorUrl)({ op: 'updateUser', id, properties: { displayName } });
      await run(api, '/api/sync/runs');
    };
    await rename('Zuzanna Vermeer');
    const writes = (name: string) =>
      page.waitForFunction(
        (begin) => [...document.querySelectorAll('input')].some(({ value }) => value.startsWith(`${begin} <`)),
        name,
      );
    await page.goto(`${demo.url}/#/compose?from=${last?.id ?? ''}`);
    await writes(last?.displayName ?? '');
    await goTo(person, 'compose');
    await writes('Zuzanna Vermeer');
    await person.context.close();
    await rename('Anna Vermeer');
  });
});
