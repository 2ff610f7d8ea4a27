import { onlyWith } from './onlyWith.ts';
import { fieldsIn, has, nameOf, type Element, type Filled, type FilledTag, type Node } from './lines/filledTree.ts';
import { blocks, blocksAndBreaks, goesWithFields, isLabelledCell, linesOf } from './lines/goesWithFields.ts';
import type { LinePart } from './lines/linePart.ts';
import { longestHtml, pasteTooLong } from './pasteTooLong.ts';
import { apart, withSeparators } from './lines/withSeparators.ts';

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
  const inside = writeLines(element.children, writing);
  const shown = isLabelledCell(element) ? onlyWith(fieldsIn(element.children), inside) : inside;
  const html = `${element.open?.html ?? ''}${shown}${element.close}`;
  return goesWithFields(element) ? onlyWith(fieldsIn([element]), html) : html;
};

const writeLines = (children: readonly Node[], writing: Writing): string => {
  const lines = linesOf(children);
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
  const inside = joined(apart(parts));
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
