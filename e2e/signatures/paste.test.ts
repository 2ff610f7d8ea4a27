import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { thoroughTest } from '../../server/tests/support/isThorough.ts';
import sharp from 'sharp';
import { syncEverybody } from '../support/fillTenant.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openTenant } from '../support/openTenant.ts';
import { signIn } from '../support/stories/story.ts';
import { tellInBrowser } from '../support/tellInBrowser.ts';

interface Clipboard {
  readonly html?: string;
  readonly text?: string;
  /** Colours of pictures that are copied beside it. */
  readonly pictures?: readonly string[];
}

/** Pastes as a browser does; `{red}` in the HTML is a generated picture of that colour as data. */
const paste = (page: Page, label: string, clipboard: Clipboard): Promise<void> =>
  page.getByRole('textbox', { name: label }).evaluate(async (area, { html = '', text = '', pictures = [] }) => {
    const drawn = (color: string): HTMLCanvasElement => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 120, height: 40 });
      const pen = canvas.getContext('2d');
      if (pen) Object.assign(pen, { fillStyle: color }).fillRect(0, 0, 120, 40);
      return canvas;
    };
    const data = new DataTransfer();
    const filled = html.replace(/\{(\w+)\}/g, (_, color: string) => drawn(color).toDataURL('image/png'));
    if (html !== '') data.setData('text/html', filled);
    if (text !== '') data.setData('text/plain', text);
    for (const color of pictures) {
      const blob = await new Promise<Blob | null>((done) => drawn(color).toBlob(done, 'image/png'));
      if (blob) data.items.add(new File([blob], `${color}.png`, { type: 'image/png' }));
    }
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, clipboard);

/** As Word puts it on the clipboard: a style sheet in a comment, conditions, and values cut into pieces. */
const ofWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso 9]><xml><o:AllowPNG/></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-unhide:no; margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;} --></style>
<!--[if gte mso 10]><style>p {margin:9cm}</style><![endif]--></head><body lang=NL><!--StartFragment-->
<p class=MsoNormal><b><span style='color:#1F4E79'>An<o:p></o:p>na&nbsp;Ver</span></b><b>meer<o:p></o:p></b></p>
<p class=MsoNormal><![if !supportLists]>IT<![endif]><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>`;

const movingPicture = async (): Promise<Buffer> => {
  const frames = ['#cc3333', '#3333cc'].map((background) =>
    sharp({ create: { width: 60, height: 30, channels: 3, background } })
      .png()
      .toBuffer(),
  );
  return sharp(await Promise.all(frames), { join: { animated: true } })
    .gif()
    .toBuffer();
};

/** Where the pictures of the proposal come from, once there are so many and each of them is on the screen. */
const shown = async (page: Page, count: number): Promise<readonly string[]> => {
  const images = page.frameLocator('iframe').locator('img');
  for (let at = 0; at < count; at += 1) await images.nth(at).waitFor();
  expect(await images.count()).toBe(count);
  return images.evaluateAll((all) => all.map((image) => image.getAttribute('src') ?? ''));
};

describe('a signature that somebody has already', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('is pasted with its pictures, and says which are still missing', async () => {
    // What is no picture is refused, and the browser says so.
    const isExpected = (complaint: string) => complaint.includes('status of 422');
    await tellInBrowser(
      browser,
      { locale: 'en', width: 1280, colorScheme: 'light', isExpected },
      async (person, demo) => {
        const { page, say, onScreen } = person;
        await syncEverybody(await openTenant(demo));
        await signIn(person);
        await page.goto(`${demo.url}/#/signatures/paste`);
        const area = say('signatures.paste.area');
        const herPage = 'https://www.linkedin.com/in/a-very-long-name-of-somebody-who-has-a-page-of-her-own-4711';
        const broken = '<img src="data:image/png;base64,AAAA">';
        await paste(page, area, {
          html: `<p>Anna Vermeer, info@u.example</p><a href="${herPage}">in</a><img src="{red}"><img src="file:///C:/logo.png">${broken}`,
        });
        await page.getByText(say('signatures.paste.own', { list: herPage })).waitFor();
        await page.getByText(say('signatures.paste.staying', { list: 'info@u.example' })).waitFor();
        await page.getByText(say('signatures.paste.lostImages_other', { count: '2' })).waitFor();
        const [red = ''] = await shown(page, 1);
        expect(red).toMatch(new RegExp(`^${demo.url}/images/[0-9a-f-]{36}/[0-9a-f]{64}$`));
        await onScreen('pasted');
        await paste(page, area, { pictures: ['blue'] });
        await page.getByText(say('signatures.paste.lostImages_one', { count: '1' })).waitFor();
        const both = await shown(page, 2);
        expect(both[0]).toBe(red);
        expect(new Set(both).size).toBe(2);
        // Beside words the clipboard has a picture of all of it.
        await paste(page, area, { html: '<p>Anna Vermeer</p>', pictures: ['green'] });
        await page.getByText(say('signatures.paste.lostImages_one', { count: '1' })).waitFor({ state: 'detached' });
        expect(await shown(page, 0)).toEqual([]);
      },
    );
  });

  test('is taken from whoever looks after signatures, who need be no teammate', () =>
    tellInBrowser(browser, { locale: 'nl', width: 320, colorScheme: 'dark' }, async (person, demo) => {
      const { page, say, onScreen } = person;
      await openTenant(demo);
      await signIn(person);
      await page.goto(`${demo.url}/#/signatures/paste`);
      await page.locator('main:not([aria-busy=true]) h1', { hasText: say('signatures.paste.title') }).waitFor();
      await paste(page, say('signatures.paste.area'), { html: '<p><b>{First name}</b> van Lindenhof</p>' });
      await page
        .getByText(say('signatures.paste.pair', { text: '{First name}', field: say('fields.givenName') }))
        .waitFor();
      await page.frameLocator('iframe').getByText('van Lindenhof').waitFor();
      await onScreen('pasted by somebody who is no teammate');
      const file = {
        name: 'signature.htm',
        mimeType: 'text/html',
        buffer: Buffer.from('<p>$CurrentUserMail$ van Zo\xeb</p>', 'latin1'),
      };
      await page.getByLabel(say('signatures.paste.file')).setInputFiles(file);
      await page
        .getByText(say('signatures.paste.pair', { text: '$CurrentUserMail$', field: say('fields.mail') }))
        .waitFor();
      await page.frameLocator('iframe').getByText('van Zoë').waitFor();
    }));

  thoroughTest(
    'from Word, with a picture that moves, or five megabytes of it: what it looks like stays, and what is too long is said',
    () =>
      tellInBrowser(browser, { locale: 'en', width: 1280, colorScheme: 'light' }, async (person, demo) => {
        const { page, say, onScreen } = person;
        await openTenant(demo);
        await signIn(person);
        await page.goto(`${demo.url}/#/signatures/paste`);
        const area = say('signatures.paste.area');
        await paste(page, area, { html: ofWord });
        const pair = { text: 'Anna Vermeer', field: say('fields.displayName') };
        await page.getByText(say('signatures.paste.pair', pair)).waitFor();
        const line = page.frameLocator('iframe').locator('p').first();
        expect(
          await line.evaluate((each) => [getComputedStyle(each).marginTop, getComputedStyle(each).fontFamily]),
        ).toEqual(['0px', 'Calibri, sans-serif']);
        await onScreen('pasted from Word');
        const moving = `data:image/gif;base64,${(await movingPicture()).toString('base64')}`;
        await paste(page, area, { html: `<p>Anna Vermeer</p><img src="${moving}">` });
        const [kept = ''] = await shown(page, 1);
        const { headers } = await fetch(kept);
        expect(headers.get('content-type')).toBe('image/gif');
        for (const clipboard of [
          { html: `<p>${'Hello <b>you</b> '.repeat(300_000)}</p>` },
          { text: 'y '.repeat(1_200_000) },
        ]) {
          await paste(page, area, { html: '<p>Anna Vermeer</p>' });
          await page.getByText(say('signatures.paste.pair', pair)).waitFor();
          await paste(page, area, clipboard);
          await page.getByRole('alert').getByText(say('pageProblems.paste-too-long')).waitFor();
          await onScreen('too long');
        }
      }),
  );
});
