import type {
  Composition,
  CompositionBlock,
  CompositionColumn,
  CompositionRow,
} from '../../../../../../server/src/contract/signatures/composition.ts';
import { editBlocks, editColumns, editEachColumn, inserted, most } from './editLists.ts';
import { freshBlock, freshColumn, freshRow, type MakeId } from './freshCopy.ts';
import { findPiece } from './outlineOf.ts';

export const changeRow = (composition: Composition, id: string, patch: Partial<CompositionRow>): Composition => ({
  ...composition,
  rows: composition.rows.map((row) => (row.id === id ? { ...row, ...patch } : row)),
});

export const changeColumn = (composition: Composition, id: string, patch: Partial<CompositionColumn>): Composition =>
  editEachColumn(composition, (column) => (column.id === id ? { ...column, ...patch } : column));

/** Puts a block in the place of the one with the same id. */
export const replaceBlock = (composition: Composition, block: CompositionBlock): Composition =>
  editEachColumn(composition, (column) => ({
    ...column,
    blocks: column.blocks.map((old) => (old.id === block.id ? block : old)),
  }));

/** Without the piece. A row or group that loses its last column goes with it, because it must have one. */
export function removePiece(composition: Composition, id: string): Composition {
  const placed = findPiece(composition, id);
  if (!placed) return composition;
  const { parentId } = placed;
  if (placed.level === 'row') return { ...composition, rows: composition.rows.filter((row) => row.id !== id) };
  if (parentId === null) return composition;
  if (placed.level === 'block') {
    return editBlocks(composition, parentId, (blocks) => blocks.filter((block) => block.id !== id));
  }
  if (placed.siblings === 1) return removePiece(composition, parentId);
  return editColumns(composition, parentId, (columns) => columns.filter((column) => column.id !== id));
}

/** A copy right after the piece, with ids of its own; the same composition where there is no room. */
export function duplicatePiece(composition: Composition, id: string, makeId: MakeId): Composition {
  const placed = findPiece(composition, id);
  if (!placed) return composition;
  const { index, siblings, parentId } = placed;
  const limit = { row: most.rows, column: most.columns, block: most.blocks }[placed.level];
  if (siblings >= limit) return composition;
  if (placed.level === 'row') {
    return { ...composition, rows: inserted(composition.rows, index + 1, freshRow(placed.piece, makeId)) };
  }
  if (parentId === null) return composition;
  if (placed.level === 'block') {
    const copy = freshBlock(placed.piece, makeId);
    return editBlocks(composition, parentId, (blocks) => inserted(blocks, index + 1, copy));
  }
  const copy = freshColumn(placed.piece, makeId);
  return editColumns(composition, parentId, (columns) => inserted(columns, index + 1, copy));
}

export const insertRowAt = (composition: Composition, row: CompositionRow, index: number): Composition => ({
  ...composition,
  rows: inserted(composition.rows, index, row),
});

/** A row after the row of the piece that is selected, or at the end. */
export function insertRow(composition: Composition, row: CompositionRow, selectedId: string | null): Composition {
  if (composition.rows.length >= most.rows) return composition;
  const within = (candidate: CompositionRow) =>
    findPiece({ ...composition, rows: [candidate] }, selectedId) !== undefined;
  const at = composition.rows.findIndex(within);
  return insertRowAt(composition, row, at === -1 ? composition.rows.length : at + 1);
}

export function insertColumn(composition: Composition, ownerId: string, column: CompositionColumn): Composition {
  return editColumns(composition, ownerId, (columns) =>
    columns.length >= most.columns ? [...columns] : [...columns, column],
  );
}
