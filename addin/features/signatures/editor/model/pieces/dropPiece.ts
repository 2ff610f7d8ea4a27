import type { Composition, CompositionColumn } from '../../../../../../server/src/contract/signatures/composition.ts';
import { editColumns, inserted, most, moved } from './editLists.ts';
import { insertRowAt, removePiece } from './editPiece.ts';
import type { MakeId } from './freshCopy.ts';
import { putBlock } from './movePiece.ts';
import { newRow } from './newPieces.ts';
import { findPiece, type Placed } from './outlineOf.ts';

/** Where a piece is let go: on which other piece, and on which side of it; `inside` is at the end of a column or group. */
export interface Drop {
  readonly onId: string;
  readonly side: 'before' | 'after' | 'inside';
}

type PlacedAs<L extends Placed['level']> = Extract<Placed, { level: L }>;

const stepOf = ({ side }: Drop): 0 | 1 => (side === 'before' ? 0 : 1);

/** Where an entry lands once it is out of the same list. */
const landing = (from: number, to: number): number => (from < to ? to - 1 : to);

/** The row that a piece stands in. */
export function rowOf(composition: Composition, id: string): PlacedAs<'row'> | undefined {
  const placed = findPiece(composition, id);
  if (!placed || placed.level === 'row') return placed;
  return placed.parentId === null ? undefined : rowOf(composition, placed.parentId);
}

function dropRow(composition: Composition, row: PlacedAs<'row'>, drop: Drop): Composition {
  const target = rowOf(composition, drop.onId);
  if (!target || target.id === row.id) return composition;
  const to = landing(row.index, target.index + stepOf(drop));
  return to === row.index ? composition : { ...composition, rows: moved(composition.rows, row.index, to) };
}

/** The column at or around a piece; of a row or group its last one. */
function columnAt(composition: Composition, target: Placed): PlacedAs<'column'> | undefined {
  if (target.level === 'column') return target;
  const holder = target.level === 'row' ? target.piece : target.piece.kind === 'group' ? target.piece : null;
  const column = findPiece(composition, holder?.columns.at(-1)?.id ?? target.parentId);
  return column?.level === 'column' ? column : undefined;
}

const isWithinGroup = (composition: Composition, column: PlacedAs<'column'>): boolean =>
  findPiece(composition, column.parentId)?.level === 'block';

function dropColumn(composition: Composition, column: PlacedAs<'column'>, drop: Drop): Composition {
  const target = findPiece(composition, drop.onId);
  const beside = target && columnAt(composition, target);
  if (!beside || beside.id === column.id || beside.parentId === null) return composition;
  const to = beside.index + stepOf(drop);
  if (beside.parentId === column.parentId) {
    return editColumns(composition, beside.parentId, (all) => moved(all, column.index, landing(column.index, to)));
  }
  const isFull = beside.siblings >= most.columns;
  const holdsGroup = column.piece.blocks.some(({ kind }) => kind === 'group') && isWithinGroup(composition, beside);
  if (isFull || holdsGroup || isInside(composition, beside.id, column.id)) return composition;
  const put = (all: readonly CompositionColumn[]) => inserted(all, to, column.piece);
  return editColumns(removePiece(composition, column.id), beside.parentId, put);
}

/** Whether a piece stands in another, at any depth. */
function isInside(composition: Composition, id: string, outerId: string): boolean {
  const parentId = findPiece(composition, id)?.parentId ?? null;
  return parentId !== null && (parentId === outerId || isInside(composition, parentId, outerId));
}

interface Move {
  readonly id: string;
  readonly drop: Drop;
  /** For the row that a block gets between two others. */
  readonly makeId: MakeId;
}

/** Between two rows a block gets a row of its own. */
function dropBetweenRows(
  composition: Composition,
  block: PlacedAs<'block'>,
  { target, drop, makeId }: { target: PlacedAs<'row'> } & Omit<Move, 'id'>,
): Composition {
  if (composition.rows.length >= most.rows) return composition;
  const without = removePiece(composition, block.id);
  return insertRowAt(without, newRow(makeId, [block.piece]), target.index + stepOf(drop));
}

/** Groups stand in no group. */
const takes = (composition: Composition, column: PlacedAs<'column'>, { piece }: PlacedAs<'block'>): boolean =>
  piece.kind !== 'group' || !isWithinGroup(composition, column);

/** The column and place that a block is let go at; null where it cannot stand. */
function placeOfBlock(
  composition: Composition,
  block: PlacedAs<'block'>,
  { target, drop }: { target: Placed; drop: Drop },
): { columnId: string; index: number } | null {
  const beside = target.level === 'block' && drop.side !== 'inside' ? target : null;
  const column = beside ? findPiece(composition, beside.parentId) : columnAt(composition, target);
  if (column?.level !== 'column' || !takes(composition, column, block)) return null;
  const index = beside ? beside.index + stepOf(drop) : column.piece.blocks.length;
  if (column.id !== block.parentId) return { columnId: column.id, index };
  const to = landing(block.index, index);
  return to === block.index ? null : { columnId: column.id, index: to };
}

function dropBlock(composition: Composition, block: PlacedAs<'block'>, { drop, makeId }: Move): Composition {
  const target = findPiece(composition, drop.onId);
  if (!target || isInside(composition, target.id, block.id)) return composition;
  if (target.level === 'row' && drop.side !== 'inside') {
    return dropBetweenRows(composition, block, { target, drop, makeId });
  }
  const place = placeOfBlock(composition, block, { target, drop });
  return place === null ? composition : putBlock(composition, block.piece, place);
}

/** The composition with one piece let go on another; the very same where it cannot stand there or stands there already. */
export function dropPiece(composition: Composition, move: Move): Composition {
  const placed = findPiece(composition, move.id);
  if (!placed || move.id === move.drop.onId) return composition;
  if (placed.level === 'row') return dropRow(composition, placed, move.drop);
  if (placed.level === 'column') return dropColumn(composition, placed, move.drop);
  return dropBlock(composition, placed, move);
}
