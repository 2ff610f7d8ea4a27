import { createContext, useContext, type ReactNode } from 'react';
import type { Composition } from '../../../../server/src/contract/signatures/composition.ts';
import type { ComposeType } from '../../../../server/src/contract/signatures/me.ts';
import type { Brand } from '../../../../server/src/contract/signatures/signatures.ts';
import type { DraftEditor } from './useDraftEditor.ts';

/** The person whose values the editor shows; null: nobody is known yet. */
export interface ShownPerson {
  readonly id: string;
  readonly displayName: string;
}

/** What every part of the editor works with. */
export interface Editor {
  readonly draft: DraftEditor;
  readonly composeType: ComposeType;
  readonly selectedId: string | null;
  readonly select: (id: string | null) => void;
  /** Selects a piece and puts the keyboard into its properties. */
  readonly open: (id: string) => void;
  /** The composition of this kind of mail, where it has one of its own. */
  readonly composition: Composition | null;
  readonly edit: (composition: Composition, mark?: string) => void;
  readonly person: ShownPerson | null;
  readonly show: (person: ShownPerson) => void;
  /** What that person has in each field. */
  readonly values: ReadonlyMap<string, string>;
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
