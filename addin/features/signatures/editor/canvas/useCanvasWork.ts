import { useEffect, useRef, useState } from 'react';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { Composition } from '../../../../../server/src/contract/signatures/composition.ts';
import { useEditor } from '../EditorContext.tsx';
import { outlineOf } from '../model/pieces/outlineOf.ts';
import type { CanvasWork } from './CanvasContext.ts';

type At = Parameters<CanvasWork['focus']>[1];

/** What one stops at on the canvas, in reading order: everything but what only holds others. */
const stopsOf = (composition: Composition): readonly string[] =>
  outlineOf(composition).flatMap((placed) =>
    placed.level === 'block' && placed.piece.kind !== 'group' ? [placed.id] : [],
  );

function putCaret(view: EditorView, at: At) {
  if (at !== undefined) {
    const { tr, doc } = view.state;
    const end = doc.content.size;
    const place = at === 'start' ? 0 : at === 'end' ? end : Math.min(at, end);
    view.dispatch(tr.setSelection(TextSelection.create(doc, place)));
  }
  view.focus();
}

/** Puts the keyboard into pieces, also those that are not there yet. */
function useFocus(lines: Map<string, EditorView>) {
  const { wantedRef } = useEditor();
  const place = useRef<At>(undefined);
  const arrive = () => {
    const id = wantedRef.current;
    if (id === null) return;
    const view = lines.get(id);
    const element = view?.dom ?? document.querySelector<HTMLElement>(`[data-canvas-piece="${id}"]`);
    if (!element?.isConnected) return;
    wantedRef.current = null;
    if (view) putCaret(view, place.current);
    else element.focus();
    place.current = undefined;
  };
  useEffect(arrive);
  return (id: string, at?: At) => {
    wantedRef.current = id;
    place.current = at;
    requestAnimationFrame(arrive);
  };
}

/** What the pieces of the canvas share. */
export function useCanvasWork(
  composition: Composition,
  ghosts: ReadonlySet<string>,
  askField: (id: string) => void,
): CanvasWork {
  const { selectedId } = useEditor();
  const [lines] = useState(() => new Map<string, EditorView>());
  const stops = stopsOf(composition);
  const focus = useFocus(lines);
  const stopId = selectedId !== null && stops.includes(selectedId) ? selectedId : (stops[0] ?? null);
  const beside = (id: string, by: -1 | 1): string | null => stops[stops.indexOf(id) + by] ?? null;
  return { composition, lines, focus, beside, stopId, askField, ghosts };
}
