import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorState, Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { CompositionBlock } from '../../../../../server/src/contract/signatures/composition.ts';
import { useFieldCatalogue } from '../../../../ui/fields/useFieldCatalogue.ts';
import { useEditor } from '../EditorContext.tsx';
import { isStyled, putPart, toggleStyle, type StyleName } from '../line/lineCommands.ts';
import { documentOf, partAt, type Parts } from '../line/lineDocument.ts';
import { RichLine, type LineEvents } from '../line/RichLine.tsx';
import { divideLine, joinLine } from '../model/pieces/divideLine.ts';
import { removePiece, replaceBlock } from '../model/pieces/editPiece.ts';
import { newPieceId } from '../model/pieces/freshCopy.ts';
import { pieceText } from '../outline/pieceText.ts';
import { findPiece } from '../model/pieces/outlineOf.ts';
import { usePieceActions } from '../usePieceActions.ts';
import { useCanvas } from './CanvasContext.ts';
import { useLineShown } from './useLineShown.ts';

type Line = Extract<CompositionBlock, { kind: 'text' }>;

const styleNames: readonly StyleName[] = ['bold', 'italic', 'underline'];

/** What the keys that reach beyond a line do with it and those around it. */
function useLineKeys(block: Line) {
  const { edit, select } = useEditor();
  const { composition, focus, beside } = useCanvas();
  const actions = usePieceActions();
  const { id } = block;
  return {
    onDivide: (before: Parts, after: Parts) => {
      const next = newPieceId();
      const divided = divideLine(composition, id, { before, after, id: next });
      if (divided === composition) return;
      edit(divided);
      select(next);
      focus(next, 'start');
    },
    onJoin: () => {
      const joined = joinLine(composition, id);
      const previous = beside(id, -1);
      if (joined) {
        const into = findPiece(composition, joined.id)?.piece;
        edit(joined.composition);
        select(joined.id);
        focus(joined.id, into && 'parts' in into ? documentOf(into.parts).content.size : 'end');
      } else if (block.parts.length === 0 && previous !== null) {
        edit(removePiece(composition, id));
        select(previous);
        focus(previous, 'end');
      } else return false;
      return true;
    },
    onLeave: (by: -1 | 1) => {
      const next = beside(id, by);
      if (next !== null) focus(next, by === 1 ? 'start' : 'end');
      return next !== null;
    },
    onMove: (by: -1 | 1) => (by === -1 ? actions.up(id) : actions.down(id)),
    onEscape: () => document.querySelector<HTMLElement>(`[data-piece="${id}"]`)?.focus(),
  };
}

/** What happens in a line, told to the editor. */
function useLineEvents(block: Line): LineEvents {
  const { edit, select, setCaret, lineRef } = useEditor();
  const { composition, lines, askField } = useCanvas();
  const keys = useLineKeys(block);
  /** What is written without the caret being put elsewhere is undone at once. */
  const stretch = useRef(0);
  const { id } = block;
  const tellCaret = (view: EditorView) => {
    const { doc, selection } = view.state;
    const part = partAt(doc, selection.from, selection.to);
    setCaret({ blockId: id, part, styled: styleNames.filter((name) => isStyled(view.state, name)) });
  };
  const openLine = (view: EditorView) => {
    const doing = (change: (state: EditorState) => Transaction) => {
      view.dispatch(change(view.state));
      view.focus();
    };
    lineRef.current = {
      id,
      put: (part) => doing((state) => putPart(state, part)),
      toggle: (name) => doing((state) => toggleStyle(state, name)),
    };
  };
  return {
    ...keys,
    onChange: (parts) => edit(replaceBlock(composition, { ...block, parts }), `line-${id}-${stretch.current}`),
    onCaret: (view, isMoved) => {
      if (isMoved) stretch.current += 1;
      tellCaret(view);
    },
    onBrace: () => askField(id),
    onFocus: (view) => {
      stretch.current += 1;
      select(id);
      openLine(view);
      tellCaret(view);
    },
    onMount: (view) => {
      if (view) lines.set(id, view);
      else lines.delete(id);
    },
  };
}

/** A line on the canvas, written where it stands. */
export function CanvasLine({ block }: { block: Line }) {
  const { t, i18n } = useTranslation('editor');
  const { isReadOnly } = useEditor();
  const { labelOf } = useFieldCatalogue();
  const { composition, stopId } = useCanvas();
  const shownOf = useLineShown();
  const events = useLineEvents(block);
  const { id, parts } = block;
  const placed = findPiece(composition, id);
  const words = placed ? pieceText(i18n, placed, labelOf).words : '';
  return (
    <RichLine
      id={id}
      label={words === '' ? t('canvas.emptyLine') : t('canvas.line', { words })}
      parts={parts}
      shownOf={shownOf}
      isReadOnly={isReadOnly}
      isTabStop={stopId === id}
      placeholder={t('canvas.write')}
      events={events}
    />
  );
}
