import { z } from 'zod';
import { localDate, objectId, timeZone } from '../scalars.ts';

/** Ids of pieces of a composition: whatever the editor made up. */
const pieceId = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[\w-]+$/);

export const color = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'Write a colour such as #0f6cbd.')
  .overwrite((value) => value.toLowerCase());

export const fontFamily = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[\w\s,'-]+$/, 'Write names of fonts with commas between them.');

/** SHA-256 of the stored bytes, in lower-case hexadecimal. */
export const imageId = z.string().regex(/^[0-9a-f]{64}$/);

/** Of a field with its namespace, such as `person.jobTitle`, `manager.mail`, `person.custom.pronouns`. */
export const fieldPath = z
  .string()
  .max(140)
  .regex(/^(?:person|manager|mailbox)\.[A-Za-z][\w.]*$/, 'Name a field such as person.jobTitle.');

/** Signs that stand in no address (RFC 3986), though browsers take them. */
const unfit = /[^\x21-\x7e]|["<>\\^`{|}]/g;

/** As mail programs take it, also where it was typed or copied as browsers show it: with spaces, quotes, or the letters of any script. */
const fitAddress = (value: string): string =>
  value.search(unfit) < 0 || !URL.canParse(value) ? value : new URL(value).href.replace(unfit, encodeURIComponent);

export const webAddress = z
  .url({ protocol: /^https$/, error: 'Write an address that begins with https://.' })
  .overwrite(fitAddress)
  .max(2000, 'must be at most 2,000 characters');
export const linkAddress = z
  .url({ protocol: /^(?:https|mailto|tel)$/, error: 'Write an address that begins with https://, mailto: or tel:.' })
  .overwrite(fitAddress)
  .max(2000, 'must be at most 2,000 characters');

export const languageTag = z
  .string()
  .toLowerCase()
  .max(35)
  .regex(/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/, 'Write a language such as nl or pt-br.');

const localized = (longest: number) =>
  z.object({
    default: z.string().max(longest),
    byLanguage: z
      .record(languageTag, z.string().max(longest))
      .refine((words) => Object.keys(words).length <= 40, 'At most 40 languages.')
      .optional(),
  });

const words = localized(2000);

export const conditionSchema = z
  .object({
    match: z.enum(['all', 'any']),
    tests: z
      .array(
        z.union([
          z.object({ kind: z.literal('field'), field: fieldPath, is: z.enum(['filled', 'blank']) }),
          z.object({
            kind: z.literal('field'),
            field: fieldPath,
            is: z.enum(['equals', 'notEquals', 'contains', 'startsWith']),
            value: z.string().max(256),
          }),
          z.object({
            kind: z.enum(['group', 'unit']),
            id: objectId,
            /** As it was called when it was picked, to show; the id decides. */
            name: z.string().max(256).optional(),
            is: z.enum(['member', 'notMember']),
          }),
          z.object({ kind: z.literal('language'), is: z.enum(['is', 'isNot']), value: languageTag }),
        ]),
      )
      .min(1)
      .max(20),
  })
  .meta({ id: 'SignatureCondition' });

const condition = conditionSchema.nullable();

export const partStyleSchema = z.object({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  fontFamily: fontFamily.optional(),
  fontSize: z.number().min(8).max(48).optional(),
  color: color.optional(),
});

const part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: words, style: partStyleSchema.optional() }),
  z.object({ kind: z.literal('label'), text: words, style: partStyleSchema.optional() }),
  z.object({ kind: z.literal('separator'), text: z.string().max(20), style: partStyleSchema.optional() }),
  z.object({
    kind: z.literal('field'),
    field: fieldPath,
    link: z.enum(['auto', 'none']),
    style: partStyleSchema.optional(),
  }),
  z.object({ kind: z.literal('link'), text: words, href: linkAddress, style: partStyleSchema.optional() }),
  z.object({ kind: z.literal('break') }),
]);

const address = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('url'), url: linkAddress }),
  z.object({ kind: z.literal('field'), field: fieldPath }),
]);

/** Smart fields that the card of a QR code can hold, in the order in which it has them. */
export const cardFields = [
  'person.jobTitle',
  'person.companyName',
  'person.department',
  'person.businessPhone',
  'person.mobilePhone',
  'person.faxNumber',
  'person.mail',
  'person.address',
] as const;

const any = { id: pieceId, condition };
const pixels = (least: number, most: number) => z.number().int().min(least).max(most);

const simpleBlocks = [
  z.object({ ...any, kind: z.literal('text'), parts: z.array(part).max(60), style: partStyleSchema }),
  z.object({
    ...any,
    kind: z.literal('image'),
    source: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('upload'), imageId }),
      z.object({ kind: z.literal('photo'), of: z.enum(['person', 'manager']) }),
      z.object({ kind: z.literal('logo') }),
    ]),
    width: pixels(8, 700),
    height: pixels(8, 700).nullable(),
    alt: words,
    href: webAddress.nullable(),
    shape: z.enum(['square', 'round']),
  }),
  z.object({
    ...any,
    kind: z.literal('social'),
    items: z
      .array(
        z.object({
          network: z.enum([
            'linkedin',
            'x',
            'facebook',
            'instagram',
            'youtube',
            'github',
            'mastodon',
            'bluesky',
            'whatsapp',
            'website',
          ]),
          href: address,
        }),
      )
      .max(20),
    size: pixels(12, 48),
    gap: pixels(0, 24),
    color,
  }),
  z.object({
    ...any,
    kind: z.literal('divider'),
    color,
    thickness: pixels(1, 10),
    width: pixels(10, 700).nullable(),
  }),
  z.object({ ...any, kind: z.literal('spacer'), height: pixels(1, 100) }),
  z.object({ ...any, kind: z.literal('button'), text: words, href: address, background: color, color }),
  z.object({
    ...any,
    kind: z.literal('banner'),
    imageId,
    width: pixels(20, 700),
    alt: words,
    href: webAddress.nullable(),
    from: localDate.nullable(),
    until: localDate.nullable(),
    timeZone,
  }),
  z.object({
    ...any,
    kind: z.literal('qrCode'),
    content: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('contact'),
        fields: z
          .array(z.enum(cardFields))
          .max(cardFields.length)
          .describe(
            'What a card (vCard 3.0) with the name of the person holds as well. What is blank, left out or no certain number or ' +
              'address is not in it, nor what it has no room for: fax, website, address, department, title, company, mobile, ' +
              'mail and phone go in this order.',
          ),
        website: z.boolean().describe('Whether the website of the brand is in it.'),
      }),
      z.object({
        kind: z.literal('link'),
        href: address.describe('At most 600 bytes, and as much as the size has room for; else there is no code.'),
      }),
    ]),
    size: pixels(80, 300).describe('Of each side, with the white edge that readers need.'),
    color: color.describe('On white, in the dark too: a contrast of at least 4.5, or it cannot be published.'),
    alt: words.describe('Blank: what it holds, in the language of the person.'),
  }),
  z.object({ ...any, kind: z.literal('legal'), text: localized(5000), style: partStyleSchema }),
  z.object({ ...any, kind: z.literal('html'), html: z.string().max(100_000) }),
] as const;

const columnOf = <T extends z.ZodType>(block: T) =>
  z.object({
    id: pieceId,
    width: pixels(8, 700).nullable(),
    align: z.enum(['left', 'center', 'right']),
    verticalAlign: z.enum(['top', 'middle', 'bottom']),
    padding: pixels(0, 100),
    border: z.object({ color, thickness: pixels(1, 10) }).nullable(),
    blocks: z.array(block).max(40),
  });

const simpleBlock = z.discriminatedUnion('kind', simpleBlocks);
const block = z.discriminatedUnion('kind', [
  ...simpleBlocks,
  z.object({ ...any, kind: z.literal('group'), columns: z.array(columnOf(simpleBlock)).min(1).max(6) }),
]);

export const compositionSchema = z
  .object({
    base: z.object({
      fontFamily,
      fontSize: z.number().min(8).max(48),
      lineHeight: z.number().min(8).max(80),
      color,
    }),
    width: pixels(200, 700),
    direction: z.enum(['ltr', 'rtl']),
    rows: z
      .array(z.object({ id: pieceId, columns: z.array(columnOf(block)).min(1).max(6), gap: pixels(0, 100), condition }))
      .max(60),
  })
  .meta({ id: 'Composition' });

export type Composition = z.infer<typeof compositionSchema>;
export type CompositionRow = Composition['rows'][number];
export type CompositionColumn = CompositionRow['columns'][number];
export type CompositionBlock = CompositionColumn['blocks'][number];
export type CompositionPart = z.infer<typeof part>;
export type SignatureCondition = z.infer<typeof conditionSchema>;
export type ConditionTest = SignatureCondition['tests'][number];
