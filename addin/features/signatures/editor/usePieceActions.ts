import type { Composition } from '../../../../server/src/contract/signatures/composition.ts';
import { useEditor } from './EditorContext.tsx';
import { duplicatePiece, removePiece } from './model/pieces/editPiece.ts';
import { newPieceId } from './model/pieces/freshCopy.ts';
import { indentBlock, movePiece, outdentBlock } from './model/pieces/movePiece.ts';
import { outlineOf } from './model/pieces/outlineOf.ts';

type Act = (id: string) => void;

export interface PieceActions {
  readonly up: Act;
  readonly down: Act;
  readonly into: Act;
  readonly out: Act;
  readonly duplicate: Act;
  readonly remove: Act;
  readonly byKey: Readonly<Record<string, Act>>;
  readonly byAltKey: Readonly<Record<string, Act>>;
}

/** What is selected after a piece went: the one after it, else the one before. */
function neighbour(before: Composition, after: Composition, id: string): string | null {
  const ids = outlineOf(before).map((placed) => placed.id);
  const left = new Set(outlineOf(after).map((placed) => placed.id));
  const at = ids.indexOf(id);
  const next = ids.slice(at + 1).find((other) => left.has(other));
  return next ?? ids.slice(0, at).findLast((other) => left.has(other)) ?? null;
}

/** Moves, copies and removes pieces, by pointer and by key alike. The keyboard stays with the piece. */
export function usePieceActions(): PieceActions {
  const { composition, edit, select, isReadOnly } = useEditor();
  const focusSoon = (id: string | null) => {
    // On the canvas one stays on the canvas, in the outline in the outline.
    const name = document.activeElement?.closest('[data-canvas]') ? 'data-canvas-piece' : 'data-piece';
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[${name}="${id ?? ''}"]`)?.focus());
  };
  const acting =
    (change: (composition: Composition, id: string) => Composition): Act =>
    (id) => {
      if (!composition || isReadOnly) return;
      const next = change(composition, id);
      if (next === composition) return;
      edit(next);
      focusSoon(id);
    };
  const remove: Act = (id) => {
    if (!composition || isReadOnly) return;
    const next = removePiece(composition, id);
    const selected = neighbour(composition, next, id);
    edit(next);
    select(selected);
    focusSoon(selected);
  };
  const up = acting((all, id) => movePiece(all, id, -1));
  const down = acting((all, id) => movePiece(all, id, 1));
  const into = acting(indentBlock);
  const out = acting(outdentBlock);
  const duplicate = acting((all, id) => duplicatePiece(all, id, newPieceId));
  return {
    ...{ up, down, into, out, duplicate, remove },
    byKey: { Delete: remove, Backspace: remove },
    byAltKey: { ArrowUp: up, ArrowDown: down, ArrowRight: into, ArrowLeft: out },
  };
}
