import { Schema, type Attrs, type Mark, type Node } from 'prosemirror-model';
import { z } from 'zod';
import {
  fieldPath,
  languageTag,
  linkAddress,
  partStyleSchema,
  type CompositionPart,
} from '../../../../../server/src/contract/signatures/composition.ts';

/** What a stretch of words is, where it is not plain text in one language. */
const saidSchema = z.object({
  kind: z.enum(['text', 'label', 'separator', 'link']),
  href: linkAddress.nullable(),
  byLanguage: z.record(languageTag, z.string().max(2000)).nullable(),
  /** Keeps two such stretches apart that stand beside each other. */
  key: z.number().int(),
});
export type Said = z.infer<typeof saidSchema>;

const partSchema = z.object({ field: fieldPath, link: z.enum(['auto', 'none']) });

/** Attributes as they travel in the clipboard; what is not ours means nothing. */
const parsed = (schema: z.ZodType<Attrs>, text: string | null): Attrs | false => {
  try {
    return schema.parse(JSON.parse(text ?? ''));
  } catch {
    return false;
  }
};

const attributesFrom = (name: string, schema: z.ZodType<Attrs>) => ({
  tag: `span[${name}]`,
  getAttrs: (element: HTMLElement) => parsed(schema, element.getAttribute(name)),
});

const saidAttrs = { kind: {}, href: { default: null }, byLanguage: { default: null }, key: { default: 0 } };

/**
 * A line of a signature as a document of the rich-text library: words, fields, and breaks. How words look is one mark,
 * what they are (a label, a link, …) another. Words that are empty in the first language are a piece of their own, so that
 * what they are in others is not lost.
 */
export const lineSchema = new Schema({
  topNode: 'line',
  nodes: {
    line: { content: 'inline*' },
    text: { group: 'inline' },
    field: {
      group: 'inline',
      inline: true,
      atom: true,
      attrs: { field: {}, link: { default: 'auto' } },
      toDOM: ({ attrs }) => ['span', { 'data-field': JSON.stringify(attrs) }],
      parseDOM: [attributesFrom('data-field', partSchema)],
    },
    unsaid: {
      group: 'inline',
      inline: true,
      atom: true,
      attrs: { part: {} },
      toDOM: () => ['span', '…'],
    },
    break: { group: 'inline', inline: true, selectable: false, toDOM: () => ['br'], parseDOM: [{ tag: 'br' }] },
  },
  marks: {
    said: {
      attrs: saidAttrs,
      excludes: 'said link',
      toDOM: ({ attrs }) => ['span', { 'data-said': JSON.stringify(attrs) }],
      parseDOM: [attributesFrom('data-said', saidSchema)],
    },
    // Who writes on after a link does not write into it.
    link: {
      attrs: saidAttrs,
      inclusive: false,
      excludes: 'said link',
      toDOM: ({ attrs }) => ['span', { 'data-link': JSON.stringify(attrs) }],
      parseDOM: [attributesFrom('data-link', saidSchema)],
    },
    style: {
      attrs: { style: {} },
      toDOM: ({ attrs }) => ['span', { 'data-style': JSON.stringify(attrs), style: cssOf(styleOf(attrs)) }],
      parseDOM: [attributesFrom('data-style', z.object({ style: partStyleSchema }))],
    },
  },
});

export type PartStyle = z.infer<typeof partStyleSchema>;

const styleOf = (attrs: Attrs): PartStyle => attrs['style'] as PartStyle;

/** A style as CSS for an element on our own page. */
export function cssOf({ bold, italic, underline, fontFamily, fontSize, color }: PartStyle): string {
  const rules: readonly (readonly [string, string | undefined])[] = [
    ['font-weight', bold === undefined ? undefined : bold ? 'bold' : 'normal'],
    ['font-style', italic === true ? 'italic' : undefined],
    ['text-decoration', underline === true ? 'underline' : undefined],
    ['font-family', fontFamily],
    ['font-size', fontSize === undefined ? undefined : `${fontSize}px`],
    ['color', color],
  ];
  return rules.flatMap(([name, value]) => (value === undefined ? [] : [`${name}:${value}`])).join(';');
}

const markOf = (node: Node, ...names: readonly string[]): Mark | undefined =>
  node.marks.find(({ type }) => names.includes(type.name));

export const styleOfNode = (node: Node): PartStyle | undefined => {
  const mark = markOf(node, 'style');
  return mark && styleOf(mark.attrs);
};

export const saidOfNode = (node: Node): Said | undefined => {
  const mark = markOf(node, 'said', 'link');
  return mark && (mark.attrs as Said);
};

export const styleMark = (style: PartStyle | undefined): readonly Mark[] =>
  style === undefined || Object.keys(style).length === 0 ? [] : [lineSchema.mark('style', { style })];

export const saidMark = (said: Said): Mark => lineSchema.mark(said.kind === 'link' ? 'link' : 'said', said);

/** A part that is words. */
export type WordsPart = Extract<CompositionPart, { kind: 'text' | 'label' | 'separator' | 'link' }>;
