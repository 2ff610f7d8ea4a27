import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { syncEverybody } from '../support/fillTenant.ts';
import { openBrowser } from '../support/openBrowser.ts';
import { openTenant } from '../support/openTenant.ts';
import { openWindow } from '../support/openWindow.ts';
import { startDemo, type Demo } from '../support/startDemo.ts';
import { goTo, pickAccount, signIn } from '../support/stories/story.ts';
import { openWording } from '../support/wording.ts';

const say = openWording('en');
/** Eighty pixels high, wherever it comes from. */
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="80"/>';

describe('people see their own signature', () => {
  let browser: Browser;
  let demo: Demo;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([openBrowser(), startDemo()]);
    await syncEverybody(await openTenant(demo));
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  const open = async () => {
    const { context, page } = await openWindow(browser, { locale: 'en', viewport: { width: 1280, height: 800 } });
    await page.goto(demo.url);
    return { context, page, say, onScreen: () => Promise.resolve() };
  };

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
    const person = await open();
    const { context, page } = person;
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
    await pickAccount(person, "Grace O'Connor");
    const before = Number(await (await fits(page, 20)).jsonValue());
    send();
    const after = Number(await (await fits(page, before + 40)).jsonValue());
    // A mail that would be too narrow to be read is laid out wider and made smaller, and still takes more lines than before.
    await page.setViewportSize({ width: 200, height: 800 });
    expect(Number(await (await fits(page, after + 10)).jsonValue())).toBeGreaterThan(after);
    await context.close();
  });

  test('and an administrator sees those of two people side by side', async () => {
    const person = await open();
    const { page } = person;
    await signIn(person);
    await goTo(person, 'compose');
    await page.getByRole('combobox', { name: say('compose.beside.with') }).click();
    await page.keyboard.type('Grace');
    await page.getByRole('option', { name: /Grace O'Connor/ }).click();
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
    const person = await open();
    await signIn(person);
    await goTo(person, 'mine');
    await person.page.getByRole('heading', { name: say('mine.title'), level: 1 }).waitFor();
    await fits(person.page, 20);
    await person.context.close();
  });
});
