import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Composition } from '../../../../../server/src/contract/signatures/composition.ts';
import { Announcement } from '../../../../ui/notices/Announcement.tsx';
import { useEditor } from '../EditorContext.tsx';
import { dropPiece, type Drop } from '../model/pieces/dropPiece.ts';
import { newPieceId } from '../model/pieces/freshCopy.ts';
import { findPiece } from '../model/pieces/outlineOf.ts';
import { useInsert } from '../useInsert.ts';
import { attachLater } from '../../../../ui/drag/attachLater.ts';
import { useDropping } from './DropContext.tsx';
import { canTarget, draggedOf, sideAt, type Dragged } from './dragged.ts';

interface Location {
  readonly input: { readonly clientX: number; readonly clientY: number };
  readonly dropTargets: readonly { readonly element: Element; readonly data: Record<string | symbol, unknown> }[];
}

/** Where a piece would land: on the innermost of the pieces under the pointer that takes it. */
function dropOfPiece(composition: Composition, piece: string, { input, dropTargets }: Location): Drop | null {
  const source = findPiece(composition, piece);
  if (!source) return null;
  for (const { element, data } of dropTargets) {
    const target = findPiece(composition, String(data['onId']));
    if (!target || !canTarget(source.level, target)) continue;
    const { left, top, width, height } = element.getBoundingClientRect();
    const isAcross = data['isAcross'] === true && source.level === 'column';
    const along = isAcross
      ? { point: input.clientX, box: { start: left, size: width } }
      : { point: input.clientY, box: { start: top, size: height } };
    const drop = { onId: target.id, side: sideAt(source.level, target, along) };
    return dropPiece(composition, { id: piece, drop, makeId: newPieceId }) === composition ? null : drop;
  }
  return null;
}

/** A field goes into the line it is let go on. */
function dropOfField(composition: Composition, { dropTargets }: Location): Drop | null {
  const id = String(dropTargets[0]?.data['onId']);
  const target = findPiece(composition, id);
  return target?.level === 'block' && target.piece.kind === 'text' ? { onId: id, side: 'inside' } : null;
}

const dropOf = (composition: Composition, dragged: Dragged, location: Location): Drop | null =>
  'piece' in dragged ? dropOfPiece(composition, dragged.piece, location) : dropOfField(composition, location);

/** Watches what is dragged anywhere in the editor, and does what letting go means. */
export function DragMonitor() {
  const { t } = useTranslation('editor');
  const { composition, edit, select } = useEditor();
  const insert = useInsert();
  const { setDrop } = useDropping();
  const [said, setSaid] = useState('');
  const finish = (dragged: Dragged, drop: Drop | null) => {
    if (!composition || !drop) return;
    if ('field' in dragged) return insert.field(dragged.field, drop.onId);
    edit(dropPiece(composition, { id: dragged.piece, drop, makeId: newPieceId }));
    select(dragged.piece);
    setSaid(t('drag.moved'));
  };
  const now = useRef({ composition, finish });
  useEffect(() => {
    now.current = { composition, finish };
  });
  useEffect(() => {
    const at = (data: Record<string | symbol, unknown>, location: Location) => {
      const dragged = draggedOf(data);
      return dragged && now.current.composition ? dropOf(now.current.composition, dragged, location) : null;
    };
    return attachLater(({ monitorForElements }) => [
      monitorForElements({
        onDrag: ({ source, location }) => setDrop(at(source.data, location.current)),
        onDrop: ({ source, location }) => {
          setDrop(null);
          const dragged = draggedOf(source.data);
          if (dragged) now.current.finish(dragged, at(source.data, location.current));
        },
      }),
    ]);
  }, [setDrop]);
  return <Announcement text={said} />;
}
