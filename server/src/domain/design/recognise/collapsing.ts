import { onlyWith } from './onlyWith.ts';
import type { LinePart } from './lines/linePart.ts';
import { longestHtml, pasteTooLong } from './pasteTooLong.ts';
import { withBrackets } from './lines/withBrackets.ts';
import { withSeparators } from './lines/withSeparators.ts';

interface FilledTag {
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

type Node = Element | Filled;

interface Element {
  readonly name: string;
  readonly open: FilledTag | null;
  readonly children: Node[];
  close: string;
}

const alone = new Set(['br', 'img', 'hr']);

/** No signature has so many elements within each other, and each is a step within a step. */
const deepest = 300;
/** Formatting in so much other ends at no sign in it. */
const deepestFormatting = 20;

/**
 * The same HTML, in which a line whose fields are all blank leaves no trace, as in a composition: a paragraph, a row of a
 * table, or what stands between two breaks. Of sanitised HTML, in which every tag has its end. Throws TemplateError
 * `paste-too-long`.
 */
export const collapsing = (pieces: readonly Filled[]): string => write(treeOf(pieces), { added: 0 });

const treeOf = (pieces: readonly Filled[]): Element => {
  const root = elementOf('', null);
  const open = [root];
  for (const piece of pieces) {
    const place = open.at(-1) ?? root;
    const { isEnd, name } = tagOf(piece);
    if (isEnd && piece.kind === 'tag') {
      place.close = piece.html;
      if (open.length > 1) open.pop();
      continue;
    }
    const child = piece.kind === 'text' || name === '' ? piece : elementOf(name, piece);
    place.children.push(child);
    if ('children' in child && !alone.has(name)) enter(open, child);
  }
  return root;
};

const enter = (open: Element[], element: Element): void => {
  open.push(element);
  if (open.length > deepest) throw pasteTooLong(open.length, deepest);
};

/** What was written beyond what was pasted: formatting that begins anew after a sign. */
interface Writing {
  added: number;
}

const add = (writing: Writing, length: number): void => {
  writing.added += length;
  if (writing.added > longestHtml) throw pasteTooLong(writing.added);
};

const tagOf = (piece: Filled): { readonly isEnd: boolean; readonly name: string } => {
  const [, slash = '', name = ''] = piece.kind === 'tag' ? (/^<(\/?)([a-z]+)/.exec(piece.html) ?? []) : [];
  return { isEnd: slash !== '', name };
};

const elementOf = (name: string, open: FilledTag | null): Element => ({ name, open, children: [], close: '' });

const write = (element: Element, writing: Writing): string => {
  const html = `${element.open?.html ?? ''}${writeLines(element.children, writing)}${element.close}`;
  return isLine(element) ? onlyWith(fieldsIn([element]), html) : html;
};

/** Where there are breaks, each line with the one that ends it. */
const writeLines = (children: readonly Node[], writing: Writing): string => {
  const lines: Node[][] = [[]];
  for (const child of children) {
    lines.at(-1)?.push(child);
    if (nameOf(child) === 'br') lines.push([]);
  }
  return lines
    .map((line) => {
      const html = writeLine(line, writing);
      return lines.length > 1 && !has(line, blocks) ? onlyWith(fieldsIn(line), html) : html;
    })
    .join('');
};

/** What ends a line is part of no segment of it. */
const writeLine = (line: readonly Node[], writing: Writing): string => {
  const end = line.at(-1);
  const isEnded = end !== undefined && nameOf(end) === 'br';
  const parts = (isEnded ? line.slice(0, -1) : line).flatMap((node) => partsOf(node, writing));
  const segments = withSeparators(parts);
  return isEnded && 'children' in end ? segments + write(end, writing) : segments;
};

/** Formatting that covers a sign between two things ends before it and begins anew after it. */
const partsOf = (node: Node, writing: Writing, depth = 0): readonly LinePart[] => {
  if (!('children' in node)) return node.kind === 'text' ? node.parts : [{ html: node.html, fields: node.fields }];
  if (!formatting.has(node.name) || depth === deepestFormatting || has(node.children, blocksAndBreaks))
    return [{ html: write(node, writing), fields: fieldsIn([node]) }];
  const parts = node.children.flatMap((child) => partsOf(child, writing, depth + 1));
  const inside = joined(withBrackets(parts, withSeparators));
  add(writing, (inside.length - 1) * ((node.open?.html.length ?? 0) + node.close.length));
  const around = (html: string): string => `${node.open?.html ?? ''}${html}${node.close}`;
  return inside.map((part) =>
    'separator' in part ? { separator: around(part.separator) } : { ...part, html: around(part.html) },
  );
};

/** One part from separator to separator; an element with nothing in it stays one. */
const joined = (parts: readonly LinePart[]): readonly LinePart[] => {
  const all: LinePart[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if ('separator' in part || last === undefined || 'separator' in last) all.push(part);
    else all.splice(-1, 1, { html: last.html + part.html, fields: [...last.fields, ...part.fields] });
  }
  return all.length === 0 ? [{ html: '', fields: [] }] : all;
};

const formatting: ReadonlySet<string> = new Set([
  ...['span', 'b', 'strong', 'i', 'em', 'u', 'font', 'small'],
  'sup',
  'sub',
]);
const blocks: ReadonlySet<string> = new Set(['p', 'div', 'table', 'tr', 'hr']);
const blocksAndBreaks: ReadonlySet<string> = new Set([...blocks, 'br']);
const pictures: ReadonlySet<string> = new Set(['img']);

const isLine = (element: Element): boolean => {
  const { name, children } = element;
  if (name === 'tr') return !has(children, pictures) && children.every(isOfOneLine);
  return (name === 'p' || name === 'div') && !has(children, blocksAndBreaks);
};

/** A cell of several lines, or with a link that is there for everybody, stays when what stands beside it goes. */
const isOfOneLine = (cell: Node): boolean => {
  if (!('children' in cell)) return true;
  const isFixed = fieldsIn([cell]).length === 0 && has(cell.children, links);
  return !isFixed && !has(cell.children, breaksAndTables) && countLines(cell.children) <= 1;
};

const links: ReadonlySet<string> = new Set(['a']);
const lines: ReadonlySet<string> = new Set(['p', 'div']);
const breaksAndTables: ReadonlySet<string> = new Set(['br', 'table', 'hr']);

/** Those that hold no other. */
const countLines = (nodes: readonly Node[]): number =>
  nodes.reduce((sum, node) => {
    if (!('children' in node)) return sum;
    const inside = countLines(node.children);
    return sum + (inside === 0 && lines.has(node.name) ? 1 : inside);
  }, 0);

const nameOf = (node: Node): string => ('children' in node ? node.name : '');

const has = (nodes: readonly Node[], names: ReadonlySet<string>): boolean =>
  nodes.some((node) => names.has(nameOf(node)) || ('children' in node && has(node.children, names)));

const fieldsIn = (nodes: readonly Node[]): readonly string[] =>
  nodes.flatMap((node) => {
    if ('children' in node) return [...(node.open?.fields ?? []), ...fieldsIn(node.children)];
    return node.kind === 'tag' ? node.fields : node.parts.flatMap((part) => ('fields' in part ? part.fields : []));
  });
