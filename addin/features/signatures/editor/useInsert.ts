import { useTranslation } from 'react-i18next';
import type { Composition, CompositionBlock } from '../../../../server/src/contract/signatures/composition.ts';
import { ownTimeZone } from '../../../ui/inputs/ownTimeZone.ts';
import { useEditor } from './EditorContext.tsx';
import { most } from './model/pieces/editLists.ts';
import { insertColumn, insertRow, replaceBlock } from './model/pieces/editPiece.ts';
import { newPieceId } from './model/pieces/freshCopy.ts';
import {
  insertBlock,
  newBanner,
  newBlock,
  newColumn,
  newRow,
  type Beginnings,
  type BlockKind,
} from './model/pieces/newPieces.ts';
import { findPiece } from './model/pieces/outlineOf.ts';

/** The row or group that a new column goes into: that of what is selected, else the last row. */
function ownerOfColumns(composition: Composition, id: string | null): string | null {
  const placed = findPiece(composition, id);
  if (!placed) return composition.rows.at(-1)?.id ?? null;
  if (placed.level === 'row') return placed.id;
  if (placed.level === 'column') return placed.parentId;
  return placed.piece.kind === 'group' ? placed.id : ownerOfColumns(composition, placed.parentId);
}

/** Puts new pieces in beside the one that is selected, and opens them. */
export function useInsert() {
  const { t } = useTranslation('editor');
  const { composition, edit, open, select, selectedId, brand, lineRef } = useEditor();
  const begin: Beginnings = {
    makeId: newPieceId,
    colors: brand.colors,
    website: brand.website,
    timeZone: ownTimeZone(),
    words: { text: t('begin.text'), button: t('begin.button'), legal: t('begin.legal') },
  };
  const put = (block: CompositionBlock) => {
    if (!composition) return;
    edit(insertBlock(composition, block, { selectedId, makeId: newPieceId }));
    open(block.id, block.kind === 'text');
  };
  return {
    block: (kind: Exclude<BlockKind, 'banner'>) => put(newBlock(kind, begin)),
    banner: (imageId: string) => put(newBanner(begin, imageId)),
    row: () => {
      if (!composition) return;
      const row = newRow(newPieceId, [newBlock('text', begin)]);
      edit(insertRow(composition, row, selectedId));
      open(row.columns[0]?.blocks[0]?.id ?? row.id, true);
    },
    /** Beside the column that is selected, or in the row of what is. */
    column: () => {
      if (!composition) return;
      const owner = ownerOfColumns(composition, selectedId);
      if (owner === null) return;
      const column = newColumn(newPieceId, [newBlock('text', begin)]);
      edit(insertColumn(composition, owner, column));
      open(column.blocks[0]?.id ?? column.id, true);
    },
    /** Where the caret is in the line that is selected, or at the end of the one that is named, else in a new line. */
    field: (field: string, lineId = selectedId) => {
      if (!composition) return;
      const part = { kind: 'field' as const, field, link: 'auto' as const };
      const written = lineRef.current;
      if (written !== null && written.id === lineId && lineId === selectedId) return written.put(part);
      const placed = findPiece(composition, lineId);
      if (placed?.level !== 'block' || placed.piece.kind !== 'text') {
        return put({ id: newPieceId(), condition: null, kind: 'text', parts: [part], style: {} });
      }
      if (placed.piece.parts.length >= most.parts) return;
      edit(replaceBlock(composition, { ...placed.piece, parts: [...placed.piece.parts, part] }));
      select(placed.id);
    },
  };
}
