import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Signature } from '../../../../server/src/contract/signatures/signatures.ts';
import { useSession } from '../../../api/client/ApiContext.tsx';
import { useDraftActions } from '../../../api/signatures/signaturesApi.ts';
import { Autosave, type SaveState } from './model/draft/autosave.ts';
import type { DraftContent } from './model/draft/draftContent.ts';
import { commit, redo, startHistory, undo, type History } from './model/draft/history.ts';
import { openKeptDraft } from './model/draft/keptDraft.ts';
import { mergeDrafts, type Merged } from './model/draft/mergeDrafts.ts';

export interface DraftEditor {
  readonly draft: DraftContent;
  /** What is stored, as far as this editor knows: what ours was begun from. */
  readonly base: DraftContent;
  /** The same mark twice in a row is one step to undo. */
  readonly change: (next: DraftContent, mark?: string | null) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly state: SaveState;
  readonly problem: unknown;
  /** Saves at once; resolves with whether everything is saved. */
  readonly flush: () => Promise<boolean>;
  readonly keepMine: (theirs: Signature) => void;
  readonly takeTheirs: (theirs: Signature) => void;
  /** What both made, put together; null where that cannot be, or nobody knows any more what ours was begun from. */
  readonly merged: (theirs: Signature) => Merged | null;
  readonly keepBoth: (theirs: Signature) => void;
}

const contentOf = ({ name, draft }: Signature): DraftContent => ({ name, design: draft });

const later = (callback: () => void, milliseconds: number) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

/** The draft's own saver: made once for a signature, however often the page is drawn. */
function useAutosave(signature: Signature): Autosave<DraftContent> {
  const { user } = useSession();
  const { save } = useDraftActions();
  const [autosave] = useState(() => {
    const kept = openKeptDraft(user.id, signature.id);
    return new Autosave<DraftContent>({
      saved: { value: contentOf(signature), revision: signature.revision },
      kept: kept.read(),
      save: async ({ name, design }, revision) => {
        const saved = await save({ id: signature.id, name, design, revision });
        return saved.revision;
      },
      keep: kept.keep,
      later,
    });
  });
  useEffect(() => {
    const online = () => void autosave.flush();
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('online', online);
      // Whoever leaves the editor has finished a thought: save it now rather than in a moment.
      void autosave.flush();
    };
  }, [autosave]);
  return autosave;
}

/** A draft that is edited: every change can be undone, and saves itself. */
export function useDraftEditor(signature: Signature): DraftEditor {
  const autosave = useAutosave(signature);
  const { state, problem } = useSyncExternalStore(autosave.subscribe, autosave.snapshot);
  const [history, setHistory] = useState<History<DraftContent>>(() => startHistory(autosave.snapshot().value));
  const [base, setBase] = useState(() => contentOf(signature));
  // What an earlier visit left was begun from something that is stored no more.
  const [isBaseKnown, setBaseKnown] = useState(() => autosave.snapshot().state !== 'conflict');
  return useMemo(() => {
    const merged = (theirs: Signature) =>
      isBaseKnown ? mergeDrafts({ base, mine: history.present, theirs: contentOf(theirs) }) : null;
    const apply = (next: History<DraftContent>) => {
      setHistory(next);
      autosave.change(next.present);
    };
    return {
      draft: history.present,
      base,
      change: (next, mark = null) => apply(commit(history, next, mark)),
      undo: () => apply(undo(history)),
      redo: () => apply(redo(history)),
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      state,
      problem,
      flush: async () => {
        await autosave.flush();
        return autosave.snapshot().state === 'saved';
      },
      keepMine: (theirs) => {
        setBase(contentOf(theirs));
        setBaseKnown(true);
        void autosave.keepMine(theirs.revision);
      },
      merged,
      keepBoth: (theirs) => {
        // What was before has nothing of theirs, so undoing would take it from them unseen.
        apply(startHistory(merged(theirs)?.value ?? history.present));
        setBase(contentOf(theirs));
        void autosave.keepMine(theirs.revision);
      },
      takeTheirs: (theirs) => {
        const value = contentOf(theirs);
        setBase(value);
        setBaseKnown(true);
        setHistory(startHistory(value));
        autosave.take({ value, revision: theirs.revision });
      },
    };
  }, [history, base, isBaseKnown, state, problem, autosave]);
}
