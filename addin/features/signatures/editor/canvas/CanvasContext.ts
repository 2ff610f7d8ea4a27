import { createContext, useContext } from 'react';
import type { EditorView } from 'prosemirror-view';
import type { Composition } from '../../../../../server/src/contract/signatures/composition.ts';

/** What the pieces of the canvas share. */
export interface CanvasWork {
  readonly composition: Composition;
  /** Every line there is, by the id of its block. */
  readonly lines: Map<string, EditorView>;
  /** Puts the keyboard into a piece as soon as it is there; into a line at this place, or where the caret was. */
  readonly focus: (id: string, at?: number | 'start' | 'end') => void;
  /** The piece before or after this one on the canvas. */
  readonly beside: (id: string, by: -1 | 1) => string | null;
  /** The one piece that the Tab key stops at. */
  readonly stopId: string | null;
  /** Asks for a field to put in where the caret of this line is. */
  readonly askField: (id: string) => void;
  readonly ghosts: ReadonlySet<string>;
}

export const CanvasContext = createContext<CanvasWork | null>(null);

export function useCanvas(): CanvasWork {
  const work = useContext(CanvasContext);
  if (!work) throw new Error('useCanvas needs a CanvasContext above it.');
  return work;
}
