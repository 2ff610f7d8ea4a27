import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import type { Block, Column, Composition, Part } from '../../server/src/domain/design/composition.ts';
import { defaultBrand } from '../../server/src/domain/design/defaultBrand.ts';
import { gallery } from '../../server/src/domain/design/gallery/gallery.ts';
import { openDesign } from '../../server/src/domain/design/openDesign.ts';
import type { SignatureDesign } from '../../server/src/domain/design/signature.ts';
import { TemplateError } from '../../server/src/domain/errors.ts';
import { galleryContext, galleryPeople } from '../../server/tests/support/designs/galleryPeople.ts';
import { isThorough } from '../../server/tests/support/isThorough.ts';
import { openBrowser } from '../support/browser/openBrowser.ts';
import { openWindow } from '../support/browser/openWindow.ts';

const onePixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const phone = 320;
const desktop = 800;

/** How wide a mail is in a window, and how many columns stand below the one before them. */
const lookAt = async (page: Page, html: string) => {
  await page.setContent(`<!doctype html><body style="margin:8px">${html}</body>`);
  return page.evaluate(() => {
    const isBelow = (cell: HTMLElement): boolean => {
      const before = cell.previousElementSibling;
      if (before === null || cell.style.display !== 'inline-block') return false;
      const [one, other] = [cell.getBoundingClientRect(), before.getBoundingClientRect()];
      return Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1;
    };
    return {
      width: document.documentElement.scrollWidth,
      stacked: [...document.querySelectorAll('td')].filter(isBelow).length,
    };
  });
};

const fields = ['displayName', 'jobTitle', 'department', 'companyName', 'mail', 'businessPhone', 'address'];
const partsOf = (words: string, names: readonly string[]): readonly Part[] => [
  { kind: 'label', text: { default: words } },
  ...names.map((name) => ({ kind: 'field' as const, field: `person.${name}`, link: 'auto' as const })),
];
const anyText: fc.Arbitrary<Block> = fc
  .record({
    names: fc.array(fc.constantFrom(...fields), { minLength: 1, maxLength: 3 }),
    fontSize: fc.constantFrom(undefined, 11, 24),
    words: fc.string({ maxLength: 40 }),
  })
  .map(({ names, fontSize, words }) => ({
    id: 'b',
    kind: 'text',
    condition: null,
    style: { fontSize },
    parts: partsOf(words, names),
  }));
const anyImage = (widest: number): fc.Arbitrary<Block> =>
  fc.integer({ min: 8, max: widest }).map((width) => ({
    ...{ id: 'i', kind: 'image', condition: null, source: { kind: 'logo' }, width, height: null },
    ...{ alt: { default: 'Logo' }, href: null, shape: 'square' },
  }));
const anyOther: fc.Arbitrary<Block> = fc.oneof(
  fc.integer({ min: 1, max: 500 }).map((width): Block => ({
    ...{ id: 'd', kind: 'divider', condition: null, color: '#cccccc', thickness: 2, width },
  })),
  fc.constant<Block>({
    ...{ id: 'l', kind: 'legal', condition: null, style: {} },
    text: { default: 'Confidential. '.repeat(20) },
  }),
  fc.constant<Block>({
    ...{ id: 'k', kind: 'button', condition: null, text: { default: 'Book a meeting with all of us' } },
    ...{ href: { kind: 'url', url: 'https://example.com/' }, background: '#0f6cbd', color: '#ffffff' },
  }),
  fc.integer({ min: 12, max: 48 }).map((size): Block => ({
    ...{ id: 's', kind: 'social', condition: null, size, gap: 8, color: '#333333' },
    items: Array.from({ length: 8 }, () => ({
      network: 'linkedin',
      href: { kind: 'url', url: 'https://example.com/' },
    })),
  })),
);

const columnOf = (block: fc.Arbitrary<Block>, width: fc.Arbitrary<number | null>): fc.Arbitrary<Column> =>
  fc
    .record({
      width,
      blocks: fc.array(block, { minLength: 1, maxLength: 3 }),
      align: fc.constantFrom('left' as const, 'center' as const, 'right' as const),
      verticalAlign: fc.constantFrom('top' as const, 'middle' as const, 'bottom' as const),
      padding: fc.integer({ min: 0, max: 20 }),
      border: fc.constantFrom(null, { color: '#123456', thickness: 2 }),
    })
    .map((column) => ({ id: 'c', ...column }));

const compositionOf = (column: fc.Arbitrary<Column>): fc.Arbitrary<Composition> =>
  fc
    .record({
      rows: fc.array(fc.array(column, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
      direction: fc.constantFrom('ltr' as const, 'rtl' as const),
    })
    .map(({ rows, direction }) => ({
      base: { fontFamily: 'Arial, sans-serif', fontSize: 13, lineHeight: 18, color: '#222222' },
      width: 600,
      direction,
      rows: rows.map((columns) => ({ id: 'r', columns, gap: 4, condition: null })),
    }));

const ofText = (words: string, names: readonly string[]): Column => ({
  ...{ id: 'c', width: null, align: 'left', verticalAlign: 'top', padding: 0 },
  border: { color: '#123456', thickness: 2 },
  blocks: [{ id: 'b', kind: 'text', condition: null, style: {}, parts: partsOf(words, names) }],
});

const designOf = (composition: Composition): SignatureDesign => ({
  newMail: { kind: 'composition', composition },
  reply: { kind: 'none' },
  forward: { kind: 'none' },
  images: 'hosted',
});

const htmlOf = (design: SignatureDesign, who: keyof typeof galleryPeople): string => {
  const person = galleryPeople[who];
  if (person === undefined) throw new Error(`There is nobody who is ${who}.`);
  return openDesign(design, galleryContext)('newMail', person).html;
};

/** Of many columns in columns a signature may become longer than Outlook takes, and is refused. */
const isTaken = (design: SignatureDesign, who: keyof typeof galleryPeople): boolean => {
  try {
    htmlOf(design, who);
    return true;
  } catch (error) {
    if (error instanceof TemplateError && error.code === 'signature-too-long') return false;
    throw error;
  }
};

const anyBlock = fc.oneof({ weight: 3, arbitrary: anyText }, anyImage(600), anyOther);
const anyWidth = fc.oneof(fc.constant(null), fc.integer({ min: 20, max: 560 }));
const anyGroup = fc
  .array(columnOf(anyBlock, anyWidth), { minLength: 1, maxLength: 3 })
  .map((columns): Block => ({ id: 'g', kind: 'group', condition: null, columns }));
const anyComposition = compositionOf(columnOf(fc.oneof({ weight: 4, arbitrary: anyBlock }, anyGroup), anyWidth));

/** What fits beside each other in 600 pixels however long somebody's words are: text, and small images. */
const fittingComposition = compositionOf(columnOf(fc.oneof(anyText, anyImage(60)), fc.constant(null)));

const anybody = fc.constantFrom(...Object.entries(galleryPeople));
const runs = isThorough ? 400 : 60;

describe('a signature in a mail', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    ({ page } = await openWindow(browser, {}));
    await page.route('https://undersign.example/**', (route) =>
      route.fulfill({ body: onePixel, contentType: 'image/gif' }),
    );
  });
  afterAll(() => browser.close());

  const inWindow = async (width: number, design: SignatureDesign, who: keyof typeof galleryPeople) => {
    await page.setViewportSize({ width, height: 400 });
    return lookAt(page, htmlOf(design, who));
  };

  test.each(gallery({ ...defaultBrand, website: 'https://www.lindenhof.example/' }))(
    'begun from $key is not wider than a phone, and has its columns side by side on a desktop, for anybody',
    async ({ design }) => {
      for (const who of Object.keys(galleryPeople)) {
        expect([who, await inWindow(phone, design, who)]).toMatchObject([who, { width: phone }]);
        expect([who, await inWindow(desktop, design, who)]).toEqual([who, { width: desktop, stacked: 0 }]);
      }
    },
  );

  test('of any columns is not wider than a phone, for anybody', async () => {
    await fc.assert(
      fc.asyncProperty(anyComposition, anybody, async (composition, [who]) => {
        fc.pre(isTaken(designOf(composition), who));
        expect((await inWindow(phone, designOf(composition), who)).width).toBe(phone);
      }),
      { numRuns: runs },
    );
  });

  test('of any columns that fit has them side by side on a desktop, however long somebody’s words are', async () => {
    await fc.assert(
      fc.asyncProperty(fittingComposition, anybody, async (composition, [who]) => {
        expect(await inWindow(desktop, designOf(composition), who)).toEqual({ width: desktop, stacked: 0 });
      }),
      { numRuns: runs },
    );
  });

  test.each([
    {
      words: 'a word a little wider than reckoned',
      columns: [
        ['#0W', 'department'],
        ['!K0< m', 'jobTitle', 'companyName', 'mail'],
      ],
    },
    {
      words: 'hardly any but the widest letters',
      columns: [
        ['W'.repeat(25), 'country'],
        ['@'.repeat(25), 'country'],
      ],
    },
    {
      words: 'more than one line of the widest letters',
      columns: [
        ['WW '.repeat(30), 'country'],
        ['M'.repeat(30), 'country'],
        ['i', 'country'],
      ],
    },
    {
      words: 'long words that share it in thirds',
      columns: [
        ['W'.repeat(80), 'country'],
        ['M'.repeat(80), 'country'],
        ['@'.repeat(80), 'country'],
      ],
    },
    {
      words: 'emoji',
      columns: [
        ['👩‍💻'.repeat(7), 'country'],
        ['🏳️‍🌈'.repeat(7), 'country'],
        ['', 'department'],
      ],
    },
  ])('has columns of $words side by side on a desktop', async ({ columns }) => {
    const composition: Composition = {
      base: { fontFamily: 'Arial, sans-serif', fontSize: 13, lineHeight: 18, color: '#222222' },
      width: 600,
      direction: 'ltr',
      rows: [
        { id: 'r', gap: 4, condition: null, columns: columns.map(([words = '', ...names]) => ofText(words, names)) },
      ],
    };
    expect(await inWindow(desktop, designOf(composition), 'full')).toEqual({ width: desktop, stacked: 0 });
  });

  test('shows columns below each other where a phone has no room for them', async () => {
    const threeColumns = gallery(defaultBrand).find(({ key }) => key === 'threeColumns');
    if (threeColumns === undefined) throw new Error('The design is gone.');
    expect((await inWindow(phone, threeColumns.design, 'full')).stacked).toBe(2);
  });
});
