import { createContext, useContext, type ReactNode, type RefObject } from 'react';
import type { Composition, CompositionPart } from '../../../../server/src/contract/signatures/composition.ts';
import type { ComposeType } from '../../../../server/src/contract/signatures/me.ts';
import type { Brand, RenderedDesign } from '../../../../server/src/contract/signatures/signatures.ts';
import type { StyleName } from './line/lineCommands.ts';
import type { DraftEditor } from './useDraftEditor.ts';

/** The person whose values the editor shows; null: nobody is known yet. */
export interface ShownPerson {
  readonly id: string;
  readonly displayName: string;
}

/** Where somebody writes: in which line, at which part of it, and how what is written there looks. */
export interface Caret {
  readonly blockId: string;
  readonly part: number | null;
  readonly styled: readonly StyleName[];
}

/** The line on the canvas that was written in last. */
export interface OpenLine {
  readonly id: string;
  /** Where the caret is, and the keyboard with it. */
  readonly put: (part: CompositionPart) => void;
  readonly toggle: (style: StyleName) => void;
}

/** What every part of the editor works with. */
export interface Editor {
  readonly draft: DraftEditor;
  readonly composeType: ComposeType;
  readonly selectedId: string | null;
  readonly select: (id: string | null) => void;
  /** Selects a piece and puts the keyboard into it: a line on the canvas, the properties of anything else. */
  readonly open: (id: string, isLine?: boolean) => void;
  /** A piece that the canvas is to put the keyboard into as soon as it shows it. */
  readonly wantedRef: RefObject<string | null>;
  /** The composition of this kind of mail, where it has one of its own. */
  readonly composition: Composition | null;
  readonly edit: (composition: Composition, mark?: string) => void;
  readonly person: ShownPerson | null;
  readonly show: (person: ShownPerson) => void;
  /** What signatures write of each field of that person; empty until it is known. */
  readonly values: ReadonlyMap<string, string>;
  readonly photos: RenderedDesign['items'][number]['photos'];
  /** Addresses of that person's QR codes by block. */
  readonly codes: RenderedDesign['items'][number]['codes'];
  readonly caret: Caret | null;
  readonly setCaret: (caret: Caret | null) => void;
  readonly lineRef: RefObject<OpenLine | null>;
  readonly brand: Brand;
  readonly isReadOnly: boolean;
}

const EditorContext = createContext<Editor | null>(null);

export function EditorProvider({ editor, children }: { editor: Editor; children: ReactNode }) {
  return <EditorContext value={editor}>{children}</EditorContext>;
}

/** The editor around this part. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('useEditor needs an EditorProvider above it.');
  return editor;
}
