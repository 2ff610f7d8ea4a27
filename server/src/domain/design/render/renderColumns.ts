import type { Block, Column } from '../composition.ts';
import { element, layoutTable, px, styleOf } from './markup.ts';
import { blank, shown, type Ghost, type Outcome, type Piece } from './piece.ts';
import { isDecoration, renderBlock, type BlockRenderers } from './renderBlock.ts';
import type { Eye } from './renderParts.ts';
import { settleDecoration } from './settleDecoration.ts';

export interface ColumnRenderers extends BlockRenderers {
  /** Told of everything that is not shown. */
  readonly note: (ghost: Ghost) => void;
  /** Style of a cell that text stands in. */
  readonly cellStyle: Readonly<Record<string, string>>;
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
  const html = cells.map(({ column, piece }, index) => cell(column, piece, index)).join('');
  return shown(layoutTable(`<tr>${html}</tr>`), text);
};

const isPlain = ({ width, align, border }: Column): boolean => width === null && align === 'left' && border === null;

const cell = (column: Column, { html }: Piece, index: number): string => {
  const { width, align, verticalAlign, padding, border } = column;
  const isFirst = index === 0;
  return element(
    'td',
    {
      align: align === 'left' ? null : align,
      valign: verticalAlign,
      width: width === null ? null : String(width),
      style: styleOf({
        width: width === null ? null : px(width),
        'text-align': align === 'left' ? null : align,
        'vertical-align': verticalAlign,
        padding: isFirst && border === null ? '0' : `0 0 0 ${px(padding)}`,
        'border-left': border === null ? null : `${px(border.thickness)} solid ${border.color}`,
      }),
    },
    html,
  );
};

/** Null where nothing of it is shown. */
const renderColumn = (column: Column, eye: Eye, renderers: ColumnRenderers): Piece | null => {
  const standing = settleDecoration(column.blocks.map((block) => settled(block, eye, renderers)));
  if (standing.length === 0) return null;
  const [only] = standing;
  const isOne = standing.length === 1 && only !== undefined && isPlain(column) && !only.isText;
  const html = isOne
    ? only.piece.html
    : layoutTable(standing.map(({ piece, isText }) => blockRow(piece, column, isText ? renderers : null)).join(''));
  return { html, text: standing.flatMap(({ piece }) => piece.text) };
};

interface Standing {
  readonly piece: Piece;
  readonly isText: boolean;
}

const texts: readonly Block['kind'][] = ['text', 'legal', 'html', 'button'];

const settled = (block: Block, eye: Eye, renderers: ColumnRenderers) => {
  const outcome = renderBlock(block, eye, renderers);
  if ('ghost' in outcome) renderers.note(outcome.ghost);
  const standing: Standing | null =
    'piece' in outcome ? { piece: outcome.piece, isText: texts.includes(block.kind) } : null;
  return { isDecoration: isDecoration(block), shown: standing };
};

const blockRow = ({ html }: Piece, { align }: Column, text: ColumnRenderers | null): string => {
  const isAside = align !== 'left';
  const style = styleOf({ ...text?.cellStyle, 'text-align': isAside ? align : null, padding: '0' });
  return `<tr>${element('td', { align: isAside ? align : null, style }, html)}</tr>`;
};
