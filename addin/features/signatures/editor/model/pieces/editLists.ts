import type {
  Composition,
  CompositionBlock,
  CompositionColumn,
  CompositionRow,
} from '../../../../../../server/src/contract/signatures/composition.ts';

type GroupBlock = Extract<CompositionBlock, { kind: 'group' }>;
type GroupColumn = GroupBlock['columns'][number];

/** What the contract accepts at most. */
export const most = { rows: 60, columns: 6, blocks: 40, parts: 60 } as const;

const isSimple = (block: CompositionBlock): block is Exclude<CompositionBlock, GroupBlock> => block.kind !== 'group';

/** Groups stand one level deep: none within another. */
const withoutGroups = (column: CompositionColumn): GroupColumn => ({
  ...column,
  blocks: column.blocks.filter(isSimple),
});

type ColumnEdit = (column: CompositionColumn) => CompositionColumn;

const inBlock = (block: CompositionBlock, edit: ColumnEdit): CompositionBlock =>
  block.kind === 'group' ? { ...block, columns: block.columns.map((column) => withoutGroups(edit(column))) } : block;

const inRow = (row: CompositionRow, edit: ColumnEdit): CompositionRow => ({
  ...row,
  columns: row.columns.map((column) => {
    const edited = edit(column);
    return { ...edited, blocks: edited.blocks.map((block) => inBlock(block, edit)) };
  }),
});

/** The composition with every column edited, those of groups too. */
export const editEachColumn = (composition: Composition, edit: ColumnEdit): Composition => ({
  ...composition,
  rows: composition.rows.map((row) => inRow(row, edit)),
});

/** The composition with the blocks of one column edited. */
export const editBlocks = (
  composition: Composition,
  columnId: string,
  edit: (blocks: readonly CompositionBlock[]) => CompositionBlock[],
): Composition =>
  editEachColumn(composition, (column) =>
    column.id === columnId ? { ...column, blocks: edit(column.blocks) } : column,
  );

type ColumnsEdit = (columns: readonly CompositionColumn[]) => CompositionColumn[];

/** The composition with the columns of one row or group edited. */
export function editColumns(composition: Composition, ownerId: string, edit: ColumnsEdit): Composition {
  const rows = composition.rows.map((row) => (row.id === ownerId ? { ...row, columns: edit(row.columns) } : row));
  return editEachColumn({ ...composition, rows }, (column) => ({
    ...column,
    blocks: column.blocks.map((block) =>
      block.kind === 'group' && block.id === ownerId
        ? { ...block, columns: edit(block.columns).map(withoutGroups) }
        : block,
    ),
  }));
}

/** The list with one entry moved to another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  const entry = list[from];
  return entry === undefined ? [...list] : [...rest.slice(0, to), entry, ...rest.slice(to)];
}

/** The list with something put in front of the entry at `index`. */
export const inserted = <T>(list: readonly T[], index: number, entry: T): T[] => [
  ...list.slice(0, index),
  entry,
  ...list.slice(index),
];
