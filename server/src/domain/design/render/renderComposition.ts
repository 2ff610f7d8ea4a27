import type { Composition, Row } from '../composition.ts';
import type { DesignContext, DesignPerson } from '../designPerson.ts';
import { holds } from '../holds.ts';
import { mailText } from './mailText.ts';
import { element, layoutTable, px, styleOf } from './markup.ts';
import { shown, type Ghost, type Outcome } from './piece.ts';
import { isDecoration } from './renderBlock.ts';
import { renderColumns, type ColumnRenderers } from './renderColumns.ts';
import type { Eye } from './renderParts.ts';
import { settleDecoration } from './settleDecoration.ts';

export interface Rendered {
  readonly html: string;
  readonly text: string;
  /** What is not shown, and why. */
  readonly ghosts: readonly Ghost[];
}

/** Fills an expert's own HTML; see `openHtmlTemplate`. */
export type FillHtml = (block: { readonly id: string; readonly html: string }, person: DesignPerson) => Rendered;

/**
 * A composition for one person, as table HTML with inline styles and as text. Pure: the same values give the same bytes.
 * What is blank leaves no trace: no line, label, separator, link or gap, in HTML and in text alike.
 */
export const renderComposition = (
  composition: Composition,
  person: DesignPerson,
  { context, fillHtml }: { readonly context: DesignContext; readonly fillHtml: FillHtml },
): Rendered => {
  const { base, direction, rows, width } = composition;
  const ghosts: Ghost[] = [];
  const eye: Eye = { person, context, color: base.color, direction };
  const renderers: ColumnRenderers = {
    note: (ghost) => ghosts.push(ghost),
    cellStyle: cellStyleOf(composition),
    base,
    width,
    columns: (columns, within, id) => renderColumns(columns, within, { id, renderers }),
    html: (html, within, id) => {
      const filled = fillHtml({ id, html }, within.person);
      return filled.html === ''
        ? { ghost: { id, reason: 'blank', fields: [] } }
        : shown(filled.html, filled.text.split('\n'));
    },
  };
  const settled = rows.map((row) => {
    const outcome = renderRow(row, eye, renderers);
    if ('ghost' in outcome) ghosts.push(outcome.ghost);
    return { isDecoration: isDecorative(row), shown: 'piece' in outcome ? { row, piece: outcome.piece } : null };
  });
  const standing = settleDecoration(settled);
  if (!standing.some(({ row }) => !isDecorative(row))) return { html: '', text: '', ghosts };
  const html = standing
    .map(({ row, piece }, index) => tableRow(piece.html, { width, gap: index === 0 ? 0 : row.gap }))
    .join('');
  const lines = standing.flatMap(({ row, piece }, index) => [
    ...(index > 0 && row.gap >= wideGap ? [''] : []),
    ...piece.text,
  ]);
  return { html: table(html, direction), text: mailText(joined(lines), direction), ghosts };
};

/** So much room above a row is an empty line in plain text. Pixels. */
const wideGap = 12;

const renderRow = (row: Row, eye: Eye, renderers: ColumnRenderers): Outcome =>
  holds(row.condition, eye.person)
    ? renderColumns(row.columns, eye, { id: row.id, renderers })
    : { ghost: { id: row.id, reason: 'condition', fields: [] } };

const isDecorative = ({ columns }: Row): boolean => columns.every(({ blocks }) => blocks.every(isDecoration));

const cellStyleOf = ({ base: { fontFamily, fontSize, lineHeight, color } }: Composition) => ({
  'font-family': fontFamily,
  'font-size': px(fontSize),
  'line-height': px(lineHeight),
  'mso-line-height-rule': 'exactly',
  color,
});

/**
 * The width stands on the cell: it holds lines together on wide screens, and gives way on narrow ones, where words that
 * are longer than a line are broken. `word-break` because mail programs keep it and not `overflow-wrap`
 * (https://www.caniemail.com/features/css-word-break/).
 */
const tableRow = (html: string, { width, gap }: { readonly width: number; readonly gap: number }): string => {
  const style = styleOf({
    width: px(width),
    padding: gap === 0 ? '0' : `${px(gap)} 0 0 0`,
    'word-break': 'break-word',
  });
  return `<tr>${element('td', { width: String(width), style }, html)}</tr>`;
};

const table = (rows: string, direction: Composition['direction']): string =>
  direction === 'ltr' ? layoutTable(rows) : element('div', { dir: 'rtl' }, layoutTable(rows));

/** Never an empty line at an end, nor two on end. */
const joined = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trim())
    .filter((line, index, all) => line !== '' || (index > 0 && all[index - 1] !== ''))
    .join('\n')
    .trim();
