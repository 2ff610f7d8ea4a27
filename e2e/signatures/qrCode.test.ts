import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { readCard, readQrPicture } from '../../server/tests/support/designs/readQrPicture.ts';
import { eventually } from '../../server/tests/support/processes/eventually.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openSignedIn } from '../support/openSignedIn.ts';
import { fillTenant } from '../support/fillTenant.ts';
import { openTenant } from '../support/openTenant.ts';
import { openDemo } from '../support/openDemo.ts';
import type { Demo } from '../support/startDemo.ts';
import { openWording } from '../support/wording.ts';

const say = openWording('en');

const picture = 'img[src*="/codes/"]';

/** What a telephone would read from a picture on the page. */
const read = async (code: Locator): Promise<string> => {
  const address = await code.getAttribute('src');
  return readQrPicture(Buffer.from(await (await fetch(address ?? '')).arrayBuffer()));
};

describe('a QR code in the editor', () => {
  let browser: Browser;
  let demo: Demo;
  let signatureId: string;
  beforeAll(async () => {
    browser = await openBrowser();
    demo = await openDemo();
    const api = await openTenant(demo);
    ({ signatureId } = await fillTenant(api, demo.simulatorUrl));
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  const addCode = async (page: Page): Promise<void> => {
    await page.getByRole('treeitem').last().click();
    await page.getByRole('button', { name: say('editor.add.label'), exact: true }).click();
    await page.getByRole('menuitem', { name: say('editor.block.qrCode') }).click();
  };

  test('is added, holds the card of whoever is shown on the canvas and in each preview, and what is chosen of it', async () => {
    const at = `signatures/${signatureId}/edit`;
    const viewport = { width: 1280, height: 1600 };
    const { context, page, complaints } = await openSignedIn(browser, demo, { at, viewport });
    try {
      await addCode(page);
      const frame = page.locator(`iframe[title^="${say('editor.preview.frame', { name: '' })}"]`).first();
      const name = (await frame.getAttribute('title'))?.replace(say('editor.preview.frame', { name: '' }), '') ?? '';
      const inPreview = frame.contentFrame().locator(picture);
      await inPreview.waitFor();
      // In the language of whoever it is.
      expect(await inPreview.getAttribute('alt')).toMatch(new RegExp(`^(?:QR|Code QR).* ${name}$`));
      const onCanvas = page.getByRole('group', { name: say('editor.canvas.sheet') }).locator(picture);
      await onCanvas.waitFor();
      const card = readCard(await read(inPreview));
      expect(card).toMatchObject({ FN: name, 'TEL;TYPE=CELL': expect.stringMatching(/^\+/) });
      expect(readCard(await read(onCanvas))).toEqual(card);
      const mobile = page.getByRole('checkbox', { name: 'Mobile phone' });
      expect(await mobile.isChecked()).toBe(true);
      await mobile.uncheck();
      await eventually('the canvas shows the card without it', async () =>
        'TEL;TYPE=CELL' in readCard(await read(onCanvas)) ? undefined : true,
      );
      await page.getByLabel(say('editor.qrCode.holds')).selectOption('link');
      await eventually('the canvas shows a code with an address', async () =>
        (await read(onCanvas)).startsWith('https://') ? true : undefined,
      );
      await page.getByText(say('editor.save.saved'), { exact: true }).waitFor();
      expect(complaints.all).toEqual([]);
    } finally {
      await context.close();
    }
  });
});
