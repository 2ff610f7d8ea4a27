import { blockElements, boxElements, lineElements } from '../../../signature/lineElements.ts';
import { isBlank } from '../../../text/isBlank.ts';
import { fieldsIn, has, nameOf, type Element, type Node } from './filledTree.ts';

export const blocks: ReadonlySet<string> = new Set(blockElements);
export const blocksAndBreaks: ReadonlySet<string> = new Set(lineElements);
const pictures: ReadonlySet<string> = new Set(['img']);

/** Whether it is there only for whoever has one of its fields: a line, what holds nothing else, a picture that leads to the person's own. */
export const goesWithFields = (element: Element): boolean =>
  isLine(element) || isOwnPicture(element) || (boxes.has(element.name) && !stays(element));

const boxes: ReadonlySet<string> = new Set(boxElements);

/** A cell of one line, in which words and icons stand beside a field. */
export const isLabelledCell = ({ name, children }: Element): boolean =>
  (name === 'td' || name === 'th') &&
  !has(children, blocksAndBreaks) &&
  !hasLargePicture(children) &&
  (has(children, pictures) || children.some(stays));

/** Where there are breaks, each line with the one that ends it. */
export const linesOf = (children: readonly Node[]): readonly (readonly Node[])[] => {
  const lines: Node[][] = [[]];
  for (const child of children) {
    lines.at(-1)?.push(child);
    if (nameOf(child) === 'br') lines.push([]);
  }
  return lines;
};

const known = new WeakMap<Element, boolean>();

/** Whether something of it is there for everybody. */
const stays = (node: Node): boolean => {
  if (!('children' in node))
    return (
      node.kind === 'text' &&
      node.parts.some((part) => 'html' in part && part.fields.length === 0 && !isBlank(part.html))
    );
  const found = known.get(node) ?? staysOf(node);
  known.set(node, found);
  return found;
};

const staysOf = (element: Element): boolean => {
  if (isFixed(element)) return true;
  const isOne = isLine(element) || isLabelledCell(element) || isOwnPicture(element);
  if (isOne && fieldsIn([element]).length > 0) return false;
  const lines = linesOf(element.children);
  return lines.some((line) => (lines.length === 1 || !isAboutFields(line)) && line.some(stays));
};

/** A picture, a line, or a link to what is the same for everybody. */
const isFixed = (element: Element): boolean => {
  const { name, open, children } = element;
  if (name === 'hr' || isLargePicture(element)) return true;
  return name === 'a' && open?.fields.length === 0 && has(children, pictures);
};

const isAboutFields = (line: readonly Node[]): boolean => !has(line, blocks) && fieldsIn(line).length > 0;

const isOwnPicture = ({ name, open, children }: Element): boolean =>
  name === 'a' && open !== null && open.fields.length > 0 && has(children, pictures) && !says(children);

const says = (nodes: readonly Node[]): boolean =>
  nodes.some((node) => {
    if ('children' in node) return says(node.children);
    return node.kind === 'text' && node.parts.some((part) => !('html' in part) || !isBlank(part.html));
  });

/** A small one says what stands beside it, as a label does. */
const isLargePicture = ({ name, open }: Element): boolean => name === 'img' && !icon.test(open?.html ?? '');

const icon = /\swidth="(?:\d|[12]\d|3[0-2])(?:px)?"|[";]\s?width:\s?(?:\d|[12]\d|3[0-2])px/;

const hasLargePicture = (nodes: readonly Node[]): boolean =>
  nodes.some((node) => 'children' in node && (isLargePicture(node) || hasLargePicture(node.children)));

const isLine = (element: Element): boolean => {
  const { name, children } = element;
  if (name === 'tr') return !hasLargePicture(children) && children.every(isOfOneLine);
  return lines.has(name) && !has(children, blocksAndBreaks);
};

/**
 * A cell of several lines, or with a link that is there for everybody, stays when what stands beside it goes; not one of
 * several lines about fields, as those of an address, beside which a label would be left.
 */
const isOfOneLine = (cell: Node): boolean => {
  if (!('children' in cell)) return true;
  if (fieldsIn([cell]).length > 0 && !stays(cell)) return true;
  const isLink = fieldsIn([cell]).length === 0 && has(cell.children, links);
  return !isLink && !has(cell.children, breaksAndTables) && countLines(cell.children) <= 1;
};

const links: ReadonlySet<string> = new Set(['a']);
const lines: ReadonlySet<string> = new Set(['p', 'div', 'li']);
const breaksAndTables: ReadonlySet<string> = new Set(['br', 'table', 'hr']);

/** Those that hold no other. */
const countLines = (nodes: readonly Node[]): number =>
  nodes.reduce((sum, node) => {
    if (!('children' in node)) return sum;
    const inside = countLines(node.children);
    return sum + (inside === 0 && lines.has(node.name) ? 1 : inside);
  }, 0);
