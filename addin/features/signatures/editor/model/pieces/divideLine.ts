import type {
  Composition,
  CompositionBlock,
  CompositionPart,
} from '../../../../../../server/src/contract/signatures/composition.ts';
import { editBlocks, inserted, most } from './editLists.ts';
import { removePiece, replaceBlock } from './editPiece.ts';
import { findPiece } from './outlineOf.ts';

type Line = Extract<CompositionBlock, { kind: 'text' }>;

interface PlacedLine {
  readonly line: Line;
  readonly columnId: string;
  readonly index: number;
  /** What stands just before it in its column. */
  readonly before: CompositionBlock | undefined;
}

function lineAt(composition: Composition, id: string): PlacedLine | null {
  const placed = findPiece(composition, id);
  const column = placed && findPiece(composition, placed.parentId);
  if (placed?.level !== 'block' || placed.piece.kind !== 'text' || column?.level !== 'column') return null;
  const { index } = placed;
  return { line: placed.piece, columnId: column.id, index, before: column.piece.blocks[index - 1] };
}

interface Halves {
  readonly before: readonly CompositionPart[];
  readonly after: readonly CompositionPart[];
  /** Of the second line. */
  readonly id: string;
}

/** Two lines of one, the second looking and shown like the first; as it was where the column is full. */
export function divideLine(composition: Composition, lineId: string, { before, after, id }: Halves): Composition {
  const placed = lineAt(composition, lineId);
  const column = findPiece(composition, placed?.columnId ?? null);
  if (!placed || column?.level !== 'column' || column.piece.blocks.length >= most.blocks) return composition;
  const { line, columnId, index } = placed;
  const first = replaceBlock(composition, { ...line, parts: [...before] });
  return editBlocks(first, columnId, (blocks) => inserted(blocks, index + 1, { ...line, id, parts: [...after] }));
}

export interface Joined {
  readonly composition: Composition;
  /** The line that took the other in. */
  readonly id: string;
}

/** The line put at the end of the one before it; null where there is none, or no room in it. */
export function joinLine(composition: Composition, lineId: string): Joined | null {
  const placed = lineAt(composition, lineId);
  if (placed?.before?.kind !== 'text') return null;
  const parts = [...placed.before.parts, ...placed.line.parts];
  if (parts.length > most.parts) return null;
  const into = { ...placed.before, parts };
  return { composition: replaceBlock(removePiece(composition, lineId), into), id: into.id };
}
