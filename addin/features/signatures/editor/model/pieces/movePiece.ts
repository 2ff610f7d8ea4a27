import type { Composition, CompositionBlock } from '../../../../../../server/src/contract/signatures/composition.ts';
import { editBlocks, editColumns, inserted, most, moved } from './editLists.ts';
import { findPiece, outlineOf, type Placed } from './outlineOf.ts';

export type Step = -1 | 1;

type PlacedBlock = Extract<Placed, { level: 'block' }>;
type PlacedColumn = Extract<Placed, { level: 'column' }>;

interface Target {
  readonly columnId: string;
  readonly index: number;
}

/** Takes a block out and puts it in elsewhere; nothing happens where the column is full. */
export function putBlock(composition: Composition, block: CompositionBlock, target: Target): Composition {
  const column = findPiece(composition, target.columnId);
  if (column?.level !== 'column') return composition;
  const stays = column.piece.blocks.some(({ id }) => id === block.id);
  if (!stays && column.piece.blocks.length >= most.blocks) return composition;
  const from = findPiece(composition, block.id);
  const without =
    from?.level === 'block' && from.parentId !== null
      ? editBlocks(composition, from.parentId, (blocks) => blocks.filter(({ id }) => id !== block.id))
      : composition;
  return editBlocks(without, target.columnId, (blocks) => inserted(blocks, target.index, block));
}

const columnsOf = (composition: Composition): PlacedColumn[] =>
  outlineOf(composition).filter((placed) => placed.level === 'column');

/** Out of its column: to the next column beside it, or before or after the group it leaves. */
function targetBeyond(composition: Composition, placed: PlacedBlock, by: Step): Target | null {
  const columns = columnsOf(composition);
  const own = columns.find(({ id }) => id === placed.parentId);
  const owner = findPiece(composition, own?.parentId ?? null);
  const beside = columns.filter((column) =>
    owner?.level === 'block' ? column.parentId === owner.id : column.depth === own?.depth,
  );
  const next = beside[beside.findIndex(({ id }) => id === own?.id) + by];
  if (next) return { columnId: next.id, index: by === 1 ? 0 : next.piece.blocks.length };
  if (owner?.level !== 'block' || owner.parentId === null) return null;
  return { columnId: owner.parentId, index: owner.index + (by === 1 ? 1 : 0) };
}

function moveBlock(composition: Composition, placed: PlacedBlock, by: Step): Composition {
  const { parentId, index, siblings } = placed;
  const to = index + by;
  if (parentId !== null && to >= 0 && to < siblings) {
    return editBlocks(composition, parentId, (blocks) => moved(blocks, index, to));
  }
  const target = targetBeyond(composition, placed, by);
  return target ? putBlock(composition, placed.piece, target) : composition;
}

/**
 * One step up or down: rows among rows, columns among their own, blocks through their column and on into the next one.
 * What cannot go further stays where it is.
 */
export function movePiece(composition: Composition, id: string, by: Step): Composition {
  const placed = findPiece(composition, id);
  if (!placed) return composition;
  if (placed.level === 'block') return moveBlock(composition, placed, by);
  const { index, siblings, parentId } = placed;
  const to = index + by;
  if (to < 0 || to >= siblings) return composition;
  if (placed.level === 'row') return { ...composition, rows: moved(composition.rows, index, to) };
  return editColumns(composition, parentId ?? '', (columns) => moved(columns, index, to));
}

/** Into the last column of the group just before it; as it is where there is none. */
export function indentBlock(composition: Composition, id: string): Composition {
  const placed = findPiece(composition, id);
  if (placed?.level !== 'block' || placed.piece.kind === 'group') return composition;
  const column = findPiece(composition, placed.parentId);
  const before = column?.level === 'column' ? column.piece.blocks[placed.index - 1] : undefined;
  const last = before?.kind === 'group' ? before.columns.at(-1) : undefined;
  return last ? putBlock(composition, placed.piece, { columnId: last.id, index: last.blocks.length }) : composition;
}

/** Out of its group, to stand right after it; as it is where it stands in none. */
export function outdentBlock(composition: Composition, id: string): Composition {
  const placed = findPiece(composition, id);
  if (placed?.level !== 'block') return composition;
  const column = findPiece(composition, placed.parentId);
  const group = findPiece(composition, column?.parentId ?? null);
  if (group?.level !== 'block' || group.parentId === null) return composition;
  return putBlock(composition, placed.piece, { columnId: group.parentId, index: group.index + 1 });
}
