import { useTranslation } from 'react-i18next';
import type { Composition, CompositionBlock } from '../../../../server/src/contract/signatures/composition.ts';
import { ownTimeZone } from '../../../ui/inputs/ownTimeZone.ts';
import { useEditor } from './EditorContext.tsx';
import { insertColumn, insertRow, replaceBlock } from './model/editPiece.ts';
import { newPieceId } from './model/freshCopy.ts';
import {
  insertBlock,
  newBanner,
  newBlock,
  newColumn,
  newRow,
  type Beginnings,
  type BlockKind,
} from './model/newPieces.ts';
import { findPiece } from './model/outlineOf.ts';

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
  const { composition, edit, open, selectedId, brand } = useEditor();
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
    open(block.id);
  };
  return {
    block: (kind: Exclude<BlockKind, 'banner'>) => put(newBlock(kind, begin)),
    banner: (imageId: string) => put(newBanner(begin, imageId)),
    row: () => {
      if (!composition) return;
      const row = newRow(newPieceId, [newBlock('text', begin)]);
      edit(insertRow(composition, row, selectedId));
      open(row.columns[0]?.blocks[0]?.id ?? row.id);
    },
    /** Beside the column that is selected, or in the row of what is. */
    column: () => {
      if (!composition) return;
      const owner = ownerOfColumns(composition, selectedId);
      if (owner === null) return;
      const column = newColumn(newPieceId, [newBlock('text', begin)]);
      edit(insertColumn(composition, owner, column));
      open(column.blocks[0]?.id ?? column.id);
    },
    /** At the end of the line that is selected, or in a new line. */
    field: (field: string) => {
      if (!composition) return;
      const part = { kind: 'field' as const, field, link: 'auto' as const };
      const placed = findPiece(composition, selectedId);
      if (placed?.level === 'block' && placed.piece.kind === 'text' && placed.piece.parts.length < 60) {
        edit(replaceBlock(composition, { ...placed.piece, parts: [...placed.piece.parts, part] }));
        return;
      }
      put({ id: newPieceId(), condition: null, kind: 'text', parts: [part], style: {} });
    },
  };
}
