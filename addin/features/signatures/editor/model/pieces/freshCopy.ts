import type {
  CompositionBlock,
  CompositionColumn,
  CompositionRow,
} from '../../../../../../server/src/contract/signatures/composition.ts';

export type MakeId = () => string;

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** Twelve letters and digits by chance: enough for the pieces of one signature never to meet. */
export const newPieceId: MakeId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => alphabet[byte % 32]).join('');

/** A copy whose pieces have ids of their own. */
export function freshBlock(block: CompositionBlock, makeId: MakeId): CompositionBlock {
  if (block.kind !== 'group') return { ...block, id: makeId() };
  const columns = block.columns.map((column) => ({
    ...column,
    id: makeId(),
    blocks: column.blocks.map((inner) => ({ ...inner, id: makeId() })),
  }));
  return { ...block, id: makeId(), columns };
}

export const freshColumn = (column: CompositionColumn, makeId: MakeId): CompositionColumn => ({
  ...column,
  id: makeId(),
  blocks: column.blocks.map((block) => freshBlock(block, makeId)),
});

export const freshRow = (row: CompositionRow, makeId: MakeId): CompositionRow => ({
  ...row,
  id: makeId(),
  columns: row.columns.map((column) => freshColumn(column, makeId)),
});
