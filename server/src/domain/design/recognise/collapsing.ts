import { onlyWith } from './onlyWith.ts';

/** A tag, or what is written between two, with fields in the places of values. */
export interface Filled {
  readonly kind: 'tag' | 'text';
  readonly html: string;
  /** Paths of the fields in it. */
  readonly fields: readonly string[];
}

interface Element {
  readonly name: string;
  readonly open: Filled | null;
  readonly children: (Element | Filled)[];
  close: string;
}

const alone = new Set(['br', 'img', 'hr']);

/**
 * The same HTML, in which a line whose fields are all blank leaves no trace, as in a composition: a paragraph, a row of a
 * table, or what stands between two breaks. Of sanitised HTML, in which every tag has its end.
 */
export const collapsing = (pieces: readonly Filled[]): string => {
  const root = elementOf('', null);
  const open = [root];
  for (const piece of pieces) {
    const place = open.at(-1) ?? root;
    const { isEnd, name } = tagOf(piece);
    if (isEnd) {
      place.close = piece.html;
      if (open.length > 1) open.pop();
      continue;
    }
    const child = name === '' ? piece : elementOf(name, piece);
    place.children.push(child);
    if ('children' in child && !alone.has(name)) open.push(child);
  }
  return write(root);
};

const tagOf = ({ kind, html }: Filled): { readonly isEnd: boolean; readonly name: string } => {
  const [, slash = '', name = ''] = kind === 'tag' ? (/^<(\/?)([a-z]+)/.exec(html) ?? []) : [];
  return { isEnd: slash !== '', name };
};

const elementOf = (name: string, open: Filled | null): Element => ({ name, open, children: [], close: '' });

const write = (node: Element | Filled): string => {
  if (!('children' in node)) return node.html;
  const html = `${node.open?.html ?? ''}${writeLines(node.children)}${node.close}`;
  return isLine(node) ? onlyWith(fieldsIn([node]), html) : html;
};

/** Where there are breaks, each line with the one that ends it. */
const writeLines = (children: readonly (Element | Filled)[]): string => {
  const lines: (Element | Filled)[][] = [[]];
  for (const child of children) {
    lines.at(-1)?.push(child);
    if (nameOf(child) === 'br') lines.push([]);
  }
  return lines
    .map((line) => {
      const html = line.map(write).join('');
      return lines.length > 1 && !has(line, blocks) ? onlyWith(fieldsIn(line), html) : html;
    })
    .join('');
};

const blocks: ReadonlySet<string> = new Set(['p', 'div', 'table', 'tr', 'hr']);
const blocksAndBreaks: ReadonlySet<string> = new Set([...blocks, 'br']);
const pictures: ReadonlySet<string> = new Set(['img']);

const isLine = ({ name, children }: Element): boolean =>
  name === 'tr' ? !has(children, pictures) : (name === 'p' || name === 'div') && !has(children, blocksAndBreaks);

const nameOf = (node: Element | Filled): string => ('children' in node ? node.name : '');

const has = (nodes: readonly (Element | Filled)[], names: ReadonlySet<string>): boolean =>
  nodes.some((node) => names.has(nameOf(node)) || ('children' in node && has(node.children, names)));

const fieldsIn = (nodes: readonly (Element | Filled)[]): readonly string[] =>
  nodes.flatMap((node) =>
    'children' in node ? [...(node.open?.fields ?? []), ...fieldsIn(node.children)] : node.fields,
  );
