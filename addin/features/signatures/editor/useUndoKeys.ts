import { useEffect } from 'react';
import { hasCommandKey } from '../../../ui/window/commandKey.ts';
import type { DraftEditor } from './useDraftEditor.ts';

/** Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z; ⌘ on a Mac), wherever in the editor the keyboard is. */
export function useUndoKeys({ undo, redo }: Pick<DraftEditor, 'undo' | 'redo'>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!hasCommandKey(event)) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!isRedo && key !== 'z') return;
      event.preventDefault();
      if (isRedo) redo();
      else undo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [undo, redo]);
}
