import type { Block, Column, TextStyle } from '../composition.ts';
import { extentOf, rigid, shareRoom, widestOf, type Extent } from './measure/extent.ts';
import { element, layoutTable, px, styleOf, type Styles } from './markup.ts';
import { blank, shown, type Ghost, type Outcome, type Piece } from './piece.ts';
import { isDecoration, renderBlock, textStyleOf, type BlockRenderers } from './renderBlock.ts';
import type { Eye } from './renderParts.ts';
import { settleDecoration } from './settleDecoration.ts';

export interface ColumnRenderers extends BlockRenderers {
  /** Told of everything that is not shown. */
  readonly note: (ghost: Ghost) => void;
  readonly base: TextStyle;
  /** Of the whole signature. Pixels. */
  readonly width: number;
}

/**
 * Columns side by side, and below each other where there is no room for that. Those with nothing to show are not there,
 * nor are their borders and padding.
 *
 * Each is a cell of a table, and Word sees no more: it ignores `display` (https://www.caniemail.com/features/css-display/).
 * To everything else the cells are `inline-block`, and wrap on a phone (ADR 13).
 */
export const renderColumns = (
  columns: readonly Column[],
  eye: Eye,
  { id, renderers }: { readonly id: string; readonly renderers: ColumnRenderers },
): Outcome => {
  const cells = columns.flatMap((column) => {
    const piece = renderColumn(column, eye, renderers);
    return piece === null ? [] : [{ column, piece }];
  });
  if (cells.length === 0) return blank(id);
  const standing = cells.map(({ column }) => column);
  if (isLeftover(columns, standing)) return blank(id);
  const text = cells.flatMap(({ piece }) => piece.text);
  const [only] = cells;
  if (cells.length === 1 && only !== undefined && isPlain(only.column))
    return shown(only.piece.html, text, only.piece.extent);
  const placed = cells.map(({ column, piece }, index) => {
    const neighbours = { before: cells[index - 1]?.column ?? null, isLast: index === cells.length - 1 };
    const settledColumn = withoutLooseLine(column, { index, isFirst: column === columns[0] });
    return { column: settledColumn, piece, sides: sidesOf(settledColumn, neighbours) };
  });
  const extents = placed.map(({ piece }) => piece.extent);
  const aside = placed.reduce((sum, { sides, column }) => sum + sides.inside + sides.outside + lineOf(column), 0);
  const shares = cells.length === 1 ? [] : shareRoom(extents, renderers.width - aside);
  const html = placed
    .map((each, index) =>
      cell(each, { direction: eye.direction, isAlone: cells.length === 1, most: shares[index] ?? null }),
    )
    .join('');
  const extent = {
    ...widestOf(extents),
    natural: extents.reduce((sum, { natural }) => sum + natural, aside),
    most: extents.reduce((sum, { most }) => sum + most, aside),
  };
  return shown(layoutTable(`<tr>${html}</tr>`), text, extent);
};

/** Lines and room alone still stand, of columns that had something beside them. */
const isLeftover = (columns: readonly Column[], standing: readonly Column[]): boolean =>
  !standing.some(hasContent) && columns.some(hasContent);

const hasContent = ({ blocks }: Column): boolean => !blocks.every(isDecoration);

const isPlain = ({ width, align, border }: Column): boolean => width === null && align === 'left' && border === null;

/** A line that parted a column from one that is not shown. */
const withoutLooseLine = (column: Column, { index, isFirst }: { index: number; isFirst: boolean }): Column =>
  index === 0 && !isFirst ? { ...column, border: null } : column;

const lineOf = ({ border }: Column): number => border?.thickness ?? 0;

interface Sides {
  /** Towards the column before it, and towards the next. Pixels. */
  readonly inside: number;
  readonly outside: number;
}

/** Room on the side of the next column, and on both sides of a line. */
const sidesOf = (
  { padding, border }: Column,
  { before, isLast }: { readonly before: Column | null; readonly isLast: boolean },
): Sides => ({
  inside: border === null ? 0 : (before?.padding ?? padding),
  outside: isLast ? 0 : padding,
});

interface Placed {
  readonly column: Column;
  readonly piece: Piece;
  readonly sides: Sides;
}

interface Place {
  readonly direction: Eye['direction'];
  /** No other column stands beside it. */
  readonly isAlone: boolean;
  /** Widest it may be, so that the others have room beside it; null: as it likes. */
  readonly most: number | null;
}

const cell = ({ column, piece, sides }: Placed, { direction, isAlone, most }: Place): string => {
  const { align, verticalAlign, border } = column;
  const isAside = align !== 'left';
  const [left, right] = direction === 'ltr' ? [sides.inside, sides.outside] : [sides.outside, sides.inside];
  return element(
    'td',
    {
      align: isAside ? align : null,
      valign: verticalAlign,
      style: styleOf({
        display: isAlone ? null : 'inline-block',
        'max-width': most === null ? null : px(most),
        'text-align': isAside ? align : null,
        'vertical-align': verticalAlign,
        padding: paddingOf({ above: isAlone ? 0 : stacked, left, right }),
        [direction === 'ltr' ? 'border-left' : 'border-right']:
          border === null ? null : `${px(border.thickness)} solid ${border.color}`,
      }),
    },
    piece.html,
  );
};

/** Room above and below columns, so that there is some between them where they stand below each other. Pixels. */
const stacked = 4;

const paddingOf = ({ above, left, right }: Readonly<Record<'above' | 'left' | 'right', number>>): string =>
  above + left + right === 0 ? '0' : [above, right, above, left].map((each) => (each === 0 ? '0' : px(each))).join(' ');

type ColumnPiece = Piece & { readonly extent: Extent };

/** Null where nothing of it is shown. */
const renderColumn = (column: Column, eye: Eye, renderers: ColumnRenderers): ColumnPiece | null => {
  const standing = settleDecoration(column.blocks.map((block) => settled(block, eye, renderers)));
  if (standing.length === 0) return null;
  const [only] = standing;
  const isOne = standing.length === 1 && only !== undefined && isPlain(column) && only.textStyle === null;
  const html = isOne
    ? only.piece.html
    : layoutTable(
        standing.map((each) => blockRow(each, column, renderers.cellStyle)).join(''),
        column.width === null ? { width: '100%' } : {},
      );
  return {
    html,
    text: standing.flatMap(({ piece }) => piece.text),
    extent: column.width === null ? widestOf(standing.map(({ extent }) => extent)) : rigid(column.width),
  };
};

interface Standing {
  readonly piece: Piece;
  /** Null: no text stands in it. */
  readonly textStyle: Styles | null;
  readonly extent: Extent;
}

const settled = (block: Block, eye: Eye, renderers: ColumnRenderers) => {
  const outcome = renderBlock(block, eye, renderers);
  if ('ghost' in outcome) renderers.note(outcome.ghost);
  const standing = 'piece' in outcome ? standingOf(block, outcome.piece, { eye, base: renderers.base }) : null;
  return { isDecoration: isDecoration(block), shown: standing };
};

const standingOf = (
  block: Block,
  piece: Piece,
  { eye, base }: { readonly eye: Eye; readonly base: TextStyle },
): Standing => ({
  piece,
  textStyle: textStyleOf(block, base),
  extent:
    block.kind === 'group'
      ? (piece.extent ?? rigid(0))
      : extentOf(block, { text: piece.text, language: eye.person.language, base }),
});

/** The width of a column stands on its cells inside: there it gives way where there is less room. */
const blockRow = ({ piece, textStyle }: Standing, { align, width }: Column, cellStyle: Styles): string => {
  const isAside = align !== 'left';
  const text = textStyle === null ? {} : { ...cellStyle, ...textStyle };
  const style = styleOf({
    width: width === null ? null : px(width),
    ...text,
    'text-align': isAside ? align : null,
    padding: '0',
  });
  const attributes = { align: isAside ? align : null, width: width === null ? null : String(width), style };
  return `<tr>${element('td', attributes, piece.html)}</tr>`;
};
