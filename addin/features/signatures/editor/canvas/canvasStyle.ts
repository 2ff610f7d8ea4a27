import type { CSSProperties } from 'react';
import type {
  Composition,
  CompositionBlock,
  CompositionColumn,
} from '../../../../../server/src/contract/signatures/composition.ts';
import type { PartStyle } from '../line/lineSchema.ts';

type Columns = readonly CompositionColumn[];

/** The largest letters in a block; a line is as high as they are. */
function largestIn(block: CompositionBlock, usual: number): number {
  const parts = block.kind === 'text' ? block.parts : [];
  return Math.max(usual, ...parts.map((part) => ('style' in part ? (part.style?.fontSize ?? usual) : usual)));
}

const lookOf = ({ bold, italic, underline, fontFamily, fontSize, color }: PartStyle): CSSProperties => ({
  ...(bold === undefined ? {} : { fontWeight: bold ? 'bold' : 'normal' }),
  ...(italic === true ? { fontStyle: 'italic' } : {}),
  ...(underline === true ? { textDecoration: 'underline' } : {}),
  ...(fontFamily === undefined ? {} : { fontFamily }),
  ...(fontSize === undefined ? {} : { fontSize }),
  ...(color === undefined ? {} : { color }),
});

/** What a block with words in it looks like, as the signature itself has it. */
export function textStyle(block: CompositionBlock, base: Composition['base']): CSSProperties {
  if (block.kind !== 'text' && block.kind !== 'legal') return {};
  const largest = largestIn(block, block.style.fontSize ?? base.fontSize);
  return { ...lookOf(block.style), lineHeight: `${Math.round((largest * base.lineHeight) / base.fontSize)}px` };
}

const placed = { top: 'flex-start', middle: 'center', bottom: 'flex-end' } as const;

/** Room on the side of the next column, and on both sides of a line: as the signature itself has it. */
function sidesOf(columns: Columns, at: number): CSSProperties {
  const { border = null, padding = 0 } = columns[at] ?? {};
  const line = border === null ? {} : { borderInlineStart: `${border.thickness}px solid ${border.color}` };
  return {
    ...line,
    paddingInlineStart: border === null ? 0 : (columns[at - 1]?.padding ?? padding),
    paddingInlineEnd: at === columns.length - 1 ? 0 : padding,
  };
}

const sideways = {
  ltr: { left: 'left', center: 'center', right: 'right' },
  rtl: { left: 'right', center: 'center', right: 'left' },
} as const;

/** How a column stands among those beside it. */
export function columnStyle(columns: Columns, at: number, direction: Composition['direction']): CSSProperties {
  const column = columns[at];
  if (!column) return {};
  const { width, align, verticalAlign } = column;
  return {
    ...sidesOf(columns, at),
    ...(width === null ? { flex: '0 1 auto' } : { flex: '0 0 auto', width }),
    textAlign: sideways[align === 'left' ? direction : 'ltr'][align],
    justifyContent: placed[verticalAlign],
  };
}
