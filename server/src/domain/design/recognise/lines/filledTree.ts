import type { LinePart } from './linePart.ts';

export interface FilledTag {
  readonly kind: 'tag';
  readonly html: string;
  /** Paths of the fields in it. */
  readonly fields: readonly string[];
}

interface FilledText {
  readonly kind: 'text';
  readonly parts: readonly LinePart[];
}

/** A tag, or what is written between two, with fields in the places of values. */
export type Filled = FilledTag | FilledText;

export type Node = Element | Filled;

export interface Element {
  readonly name: string;
  readonly open: FilledTag | null;
  readonly children: Node[];
  close: string;
}

export const nameOf = (node: Node): string => ('children' in node ? node.name : '');

export const has = (nodes: readonly Node[], names: ReadonlySet<string>): boolean =>
  nodes.some((node) => names.has(nameOf(node)) || ('children' in node && has(node.children, names)));

export const fieldsIn = (nodes: readonly Node[]): readonly string[] =>
  nodes.flatMap((node) => {
    if ('children' in node) return [...(node.open?.fields ?? []), ...fieldsIn(node.children)];
    return node.kind === 'tag' ? node.fields : node.parts.flatMap((part) => ('fields' in part ? part.fields : []));
  });
