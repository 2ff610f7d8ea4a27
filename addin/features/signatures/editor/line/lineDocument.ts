import type { Node } from 'prosemirror-model';
import type { CompositionPart } from '../../../../../server/src/contract/signatures/composition.ts';
import {
  lineSchema,
  saidMark,
  saidOfNode,
  styleMark,
  styleOfNode,
  type PartStyle,
  type Said,
  type WordsPart,
} from './lineSchema.ts';

export type Parts = readonly CompositionPart[];

const wordsOf = (part: WordsPart) => (part.kind === 'separator' ? { default: part.text } : part.text);

function wordsNode(part: WordsPart, key: number): Node {
  const text = wordsOf(part);
  if (text.default === '') return lineSchema.node('unsaid', { part });
  const isPlain = part.kind === 'text' && text.byLanguage === undefined;
  const said: Said = {
    kind: part.kind,
    href: part.kind === 'link' ? part.href : null,
    byLanguage: text.byLanguage ?? null,
    key,
  };
  return lineSchema.text(text.default, [...(isPlain ? [] : [saidMark(said)]), ...styleMark(part.style)]);
}

function nodeOf(part: CompositionPart, key: number): Node {
  switch (part.kind) {
    case 'break':
      return lineSchema.node('break');
    case 'field':
      return lineSchema.node('field', { field: part.field, link: part.link }, [], [...styleMark(part.style)]);
    default:
      return wordsNode(part, key);
  }
}

const isNothing = (part: CompositionPart): boolean =>
  part.kind === 'text' && part.text.default === '' && part.text.byLanguage === undefined;

/** The parts of a line as a document. */
export const documentOf = (parts: Parts): Node =>
  lineSchema.node('line', null, parts.filter((part) => !isNothing(part)).map(nodeOf));

/** A part, and where it stands in the document. */
export interface PartSpan {
  readonly part: CompositionPart;
  readonly from: number;
  readonly to: number;
}

const withStyle = (style: PartStyle | undefined) => (style === undefined ? {} : { style });

function wordsOfNode(words: string, said: Said | undefined, isFirst: boolean) {
  // Words in other languages stay with what stands first: only their author can tell where they divide.
  const byLanguage = isFirst ? (said?.byLanguage ?? null) : null;
  return byLanguage === null ? { default: words } : { default: words, byLanguage };
}

function partOfText(node: Node, isFirst: boolean): CompositionPart {
  const said = saidOfNode(node);
  const look = withStyle(styleOfNode(node));
  const words = node.text ?? '';
  const text = wordsOfNode(words, said, isFirst);
  switch (said?.kind) {
    case 'separator':
      return { kind: 'separator', text: words, ...look };
    case 'link':
      return { kind: 'link', text, href: said.href ?? '', ...look };
    case 'label':
      return { kind: 'label', text, ...look };
    default:
      return { kind: 'text', text, ...look };
  }
}

function partOfNode(node: Node, isFirst: boolean): CompositionPart {
  switch (node.type.name) {
    case 'break':
      return { kind: 'break' };
    case 'unsaid':
      return node.attrs['part'] as CompositionPart;
    case 'field': {
      const { field, link } = node.attrs as { field: string; link: 'auto' | 'none' };
      return { kind: 'field', field, link, ...withStyle(styleOfNode(node)) };
    }
    default:
      return partOfText(node, isFirst);
  }
}

/** Every part of a document in order, with its place. */
export function spansOf(line: Node): readonly PartSpan[] {
  const spans: PartSpan[] = [];
  const seen = new Set<string>();
  line.forEach((node, from) => {
    const said = JSON.stringify(saidOfNode(node) ?? null);
    spans.push({ part: partOfNode(node, !seen.has(said)), from, to: from + node.nodeSize });
    seen.add(said);
  });
  return spans;
}

export const partsOf = (line: Node): CompositionPart[] => spansOf(line).map(({ part }) => part);

/** The part that the caret is in or just behind; null in an empty line. */
export function partAt(line: Node, from: number, to: number): number | null {
  const spans = spansOf(line);
  const found = from === to ? spans.findIndex((span) => span.from < from && from <= span.to) : -1;
  const within = found === -1 ? spans.findIndex((span) => span.from <= from && from < span.to) : found;
  return within === -1 ? null : within;
}
