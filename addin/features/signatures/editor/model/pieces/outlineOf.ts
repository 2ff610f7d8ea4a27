import type {
  Composition,
  CompositionBlock,
  CompositionColumn,
  CompositionRow,
} from '../../../../../../server/src/contract/signatures/composition.ts';

interface Place {
  readonly id: string;
  /** 0 for rows. */
  readonly depth: number;
  /** Of the row, column or group it stands in; null for rows. */
  readonly parentId: string | null;
  readonly index: number;
  /** How many stand in the same parent, this one included. */
  readonly siblings: number;
}

export type Placed =
  | (Place & { readonly level: 'row'; readonly piece: CompositionRow })
  | (Place & { readonly level: 'column'; readonly piece: CompositionColumn })
  | (Place & { readonly level: 'block'; readonly piece: CompositionBlock });

function placeColumns(columns: readonly CompositionColumn[], parentId: string, depth: number): Placed[] {
  return columns.flatMap((column, index) => [
    { level: 'column' as const, piece: column, id: column.id, depth, parentId, index, siblings: columns.length },
    ...column.blocks.flatMap((block, at) => placeBlock(block, column, { at, depth: depth + 1 })),
  ]);
}

function placeBlock(
  block: CompositionBlock,
  column: CompositionColumn,
  { at, depth }: { at: number; depth: number },
): Placed[] {
  const siblings = column.blocks.length;
  const place = { id: block.id, depth, parentId: column.id, index: at, siblings };
  const inside = block.kind === 'group' ? placeColumns(block.columns, block.id, depth + 1) : [];
  return [{ level: 'block', piece: block, ...place }, ...inside];
}

/** Every row, column and block in reading order, with its place. */
export function outlineOf(composition: Composition): readonly Placed[] {
  const { rows } = composition;
  return rows.flatMap((row, index) => [
    { level: 'row' as const, piece: row, id: row.id, depth: 0, parentId: null, index, siblings: rows.length },
    ...placeColumns(row.columns, row.id, 1),
  ]);
}

/** The piece with this id, or undefined where it is gone. */
export const findPiece = (composition: Composition, id: string | null): Placed | undefined =>
  id === null ? undefined : outlineOf(composition).find((placed) => placed.id === id);
