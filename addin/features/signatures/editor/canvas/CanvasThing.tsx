import { makeStyles, tokens } from '@fluentui/react-components';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompositionBlock } from '../../../../../server/src/contract/signatures/composition.ts';
import { useFieldCatalogue } from '../../../../ui/fields/useFieldCatalogue.ts';
import { useEditor } from '../EditorContext.tsx';
import { findPiece } from '../model/pieces/outlineOf.ts';
import { pieceText } from '../outline/pieceText.ts';
import { usePieceActions } from '../usePieceActions.ts';
import { useCanvas } from './CanvasContext.ts';

const useStyles = makeStyles({
  thing: {
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '2px' },
  },
});

/** What keys do with a piece that is chosen as a whole; null: nothing. */
function useKeys(id: string): (event: KeyboardEvent) => (() => void) | null {
  const { open } = useEditor();
  const { beside, focus } = useCanvas();
  const actions = usePieceActions();
  const walk = (by: -1 | 1) => {
    const next = beside(id, by);
    return next === null ? null : () => focus(next, by === -1 ? 'end' : 'start');
  };
  return ({ key, altKey }) => {
    const act = (altKey ? actions.byAltKey : actions.byKey)[key];
    if (act) return () => act(id);
    if (altKey) return null;
    if (key === 'Enter' || key === ' ') return () => open(id);
    if (key === 'ArrowUp') return walk(-1);
    return key === 'ArrowDown' ? walk(1) : null;
  };
}

/** Anything but a line or a group: chosen as a whole, and changed in its properties. */
export function CanvasThing({ block: { id }, children }: { block: CompositionBlock; children: ReactNode }) {
  const { i18n } = useTranslation('editor');
  const styles = useStyles();
  const { select, open, selectedId } = useEditor();
  const { labelOf } = useFieldCatalogue();
  const { composition, stopId } = useCanvas();
  const keys = useKeys(id);
  const placed = findPiece(composition, id);
  const { kind, words } = placed ? pieceText(i18n, placed, labelOf) : { kind: '', words: '' };
  return (
    <div
      role="button"
      aria-pressed={selectedId === id}
      aria-label={words === '' ? kind : `${kind}: ${words}`}
      data-canvas-piece={id}
      tabIndex={stopId === id ? 0 : -1}
      className={styles.thing}
      onClick={() => select(id)}
      onFocus={() => select(id)}
      onDoubleClick={() => open(id)}
      onKeyDown={(event) => {
        const act = keys(event);
        if (!act) return;
        event.preventDefault();
        act();
      }}
    >
      {children}
    </div>
  );
}
