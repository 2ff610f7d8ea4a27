import type { Placed } from '../model/pieces/outlineOf.ts';
import type { Drop } from '../model/pieces/dropPiece.ts';

/** What is being dragged: a piece of the signature, or a field on its way into a line. */
export type Dragged = { readonly piece: string } | { readonly field: string };

/** What the drag carries, as it was put on; null: a drag of something else. */
export function draggedOf(data: Record<string | symbol, unknown>): Dragged | null {
  if (typeof data['piece'] === 'string') return { piece: data['piece'] };
  return typeof data['field'] === 'string' ? { field: data['field'] } : null;
}

interface Box {
  readonly start: number;
  readonly size: number;
}

/** How far along a box a point is, from 0 to 1. */
const shareOf = (point: number, { start, size }: Box): number => (size === 0 ? 0 : (point - start) / size);

/** On which side of a target something is let go; a group takes things in by its middle, a column by all of it. */
export function sideAt(source: Placed['level'], target: Placed, along: { point: number; box: Box }): Drop['side'] {
  const share = shareOf(along.point, along.box);
  if (target.level === 'column' && source === 'block') return 'inside';
  const isGroup = target.level === 'block' && target.piece.kind === 'group' && source === 'block';
  if (isGroup && share > 0.25 && share < 0.75) return 'inside';
  return share < 0.5 ? 'before' : 'after';
}

/** Rows go between rows, columns beside columns, blocks anywhere. */
export const canTarget = (source: Placed['level'], target: Placed): boolean =>
  source === 'block' || source === target.level;
