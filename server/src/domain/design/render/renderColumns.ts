import type { Block, Column, TextStyle } from '../composition.ts';
import { element, layoutTable, px, styleOf, type Styles } from './markup.ts';
import { blank, shown, type Ghost, type Outcome, type Piece } from './piece.ts';
import { isDecoration, renderBlock, textStyleOf, type BlockRenderers } from './renderBlock.ts';
import type { Eye } from './renderParts.ts';
import { settleDecoration } from './settleDecoration.ts';

export interface ColumnRenderers extends BlockRenderers {
  /** Told of everything that is not shown. */
  readonly note: (ghost: Ghost) => void;
  /** Style of a cell that text stands in. */
  readonly cellStyle: Readonly<Record<string, string>>;
  readonly base: TextStyle;
}

/** Columns side by side. Those with nothing to show are not there, nor are their borders and padding. */
export const renderColumns = (
  columns: readonly Column[],
  eye: Eye,
  { id, renderers }: { readonly id: string; readonly renderers: ColumnRenderers },
): Outcome => {
  const cells = columns.flatMap((column) => {
    const piece = renderColumn(column, eye, renderers);
    return piece === null ? [] : [{ column, piece }];
  });
  if (cells.length === 0 || cells.every(({ column }) => column.blocks.every(isDecoration))) {
    if (!columns.some((column) => column.blocks.length > 0 && column.blocks.every(isDecoration))) return blank(id);
    if (columns.some((column) => column.blocks.some((block) => !isDecoration(block)))) return blank(id);
  }
  const text = cells.flatMap(({ piece }) => piece.text);
  const [only] = cells;
  if (cells.length === 1 && only !== undefined && isPlain(only.column)) return shown(only.piece.html, text);
  const html = cells
    .map(({ column, piece }, index) =>
      cell(withoutLooseLine(column, { index, isFirst: column === columns[0] }), piece, {
        before: cells[index - 1]?.column ?? null,
        isLast: index === cells.length - 1,
        direction: eye.direction,
      }),
    )
    .join('');
  return shown(layoutTable(`<tr>${html}</tr>`), text);
};

const isPlain = ({ width, align, border }: Column): boolean => width === null && align === 'left' && border === null;

/** A line that parted a column from one that is not shown. */
const withoutLooseLine = (column: Column, { index, isFirst }: { index: number; isFirst: boolean }): Column =>
  index === 0 && !isFirst ? { ...column, border: null } : column;

interface Neighbours {
  /** Null: none is shown. */
  readonly before: Column | null;
  readonly isLast: boolean;
  readonly direction: Eye['direction'];
}

const cell = (column: Column, { html }: Piece, neighbours: Neighbours): string => {
  const { width, align, verticalAlign } = column;
  const isAside = align !== 'left';
  return element(
    'td',
    {
      align: isAside ? align : null,
      valign: verticalAlign,
      width: width === null ? null : String(width),
      style: styleOf({
        width: width === null ? null : px(width),
        'text-align': isAside ? align : null,
        'vertical-align': verticalAlign,
        ...sidesOf(column, neighbours),
      }),
    },
    html,
  );
};

/** Room on the side of the next column, and on both sides of a line. */
const sidesOf = ({ padding, border }: Column, { before, isLast, direction }: Neighbours): Styles => {
  const inside = border === null ? 0 : (before?.padding ?? padding);
  const outside = isLast ? 0 : padding;
  const [left, right] = direction === 'ltr' ? [inside, outside] : [outside, inside];
  return {
    padding: left + right === 0 ? '0' : `0 ${px(right)} 0 ${px(left)}`,
    [direction === 'ltr' ? 'border-left' : 'border-right']:
      border === null ? null : `${px(border.thickness)} solid ${border.color}`,
  };
};

/** Null where nothing of it is shown. */
const renderColumn = (column: Column, eye: Eye, renderers: ColumnRenderers): Piece | null => {
  const standing = settleDecoration(column.blocks.map((block) => settled(block, eye, renderers)));
  if (standing.length === 0) return null;
  const [only] = standing;
  const isOne = standing.length === 1 && only !== undefined && isPlain(column) && only.textStyle === null;
  const html = isOne
    ? only.piece.html
    : layoutTable(standing.map((each) => blockRow(each, column, renderers.cellStyle)).join(''), { width: '100%' });
  return { html, text: standing.flatMap(({ piece }) => piece.text) };
};

interface Standing {
  readonly piece: Piece;
  /** Null: no text stands in it. */
  readonly textStyle: Styles | null;
}

const settled = (block: Block, eye: Eye, renderers: ColumnRenderers) => {
  const outcome = renderBlock(block, eye, renderers);
  if ('ghost' in outcome) renderers.note(outcome.ghost);
  const standing: Standing | null =
    'piece' in outcome ? { piece: outcome.piece, textStyle: textStyleOf(block, renderers.base) } : null;
  return { isDecoration: isDecoration(block), shown: standing };
};

const blockRow = ({ piece, textStyle }: Standing, { align }: Column, cellStyle: Styles): string => {
  const isAside = align !== 'left';
  const text = textStyle === null ? {} : { ...cellStyle, ...textStyle };
  const style = styleOf({ ...text, 'text-align': isAside ? align : null, padding: '0' });
  return `<tr>${element('td', { align: isAside ? align : null, style }, piece.html)}</tr>`;
};
