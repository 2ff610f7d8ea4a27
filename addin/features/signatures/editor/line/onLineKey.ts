import type { EditorView } from 'prosemirror-view';
import { hasCommandKey } from '../../../../ui/window/commandKey.ts';
import { carryField, divided, removeBeside, toggleStyle, type StyleName } from './lineCommands.ts';
import type { Parts } from './lineDocument.ts';
import { lineSchema } from './lineSchema.ts';

/** What keys ask of whatever is around a line. */
export interface LineKeys {
  /** Enter: what is behind the caret becomes a line of its own. */
  readonly onDivide: (before: Parts, after: Parts) => void;
  /** Backspace at the start: together with the line before. Whether there is one. */
  readonly onJoin: () => boolean;
  /** Over the edge of the line, upwards or downwards. Whether there is something. */
  readonly onLeave: (by: -1 | 1) => boolean;
  /** The whole line, up or down. */
  readonly onMove: (by: -1 | 1) => void;
  readonly onEscape: () => void;
}

type Act = (view: EditorView, keys: LineKeys) => boolean;

const styles: Readonly<Record<string, StyleName>> = { b: 'bold', i: 'italic', u: 'underline' };

const leave =
  (by: -1 | 1): Act =>
  (view, keys) =>
    view.endOfTextblock(by === -1 ? 'up' : 'down') && keys.onLeave(by);

const remove =
  (by: -1 | 1): Act =>
  (view, keys) => {
    const { state } = view;
    if (by === -1 && state.selection.empty && state.selection.from === 0) return keys.onJoin();
    const tr = removeBeside(state, by);
    if (tr) view.dispatch(tr);
    return tr !== null;
  };

const carry =
  (by: -1 | 1): Act =>
  (view) => {
    const tr = carryField(view.state, by);
    if (tr) view.dispatch(tr);
    return tr !== null;
  };

const move =
  (by: -1 | 1): Act =>
  (_view, keys) => {
    keys.onMove(by);
    return true;
  };

const plain: Readonly<Record<string, Act>> = {
  ArrowUp: leave(-1),
  ArrowDown: leave(1),
  Backspace: remove(-1),
  Delete: remove(1),
  Enter: ({ state }, keys) => {
    const { before, after } = divided(state);
    keys.onDivide(before, after);
    return true;
  },
  Escape: (_view, keys) => {
    keys.onEscape();
    return true;
  },
};

const withAlt: Readonly<Record<string, Act>> = {
  ArrowUp: move(-1),
  ArrowDown: move(1),
  ArrowLeft: carry(-1),
  ArrowRight: carry(1),
};

const breakLine: Act = (view) => {
  view.dispatch(view.state.tr.replaceSelectionWith(lineSchema.node('break')).scrollIntoView());
  return true;
};

function actOf(event: KeyboardEvent): Act | undefined {
  if (event.isComposing) return undefined;
  if (event.altKey) return withAlt[event.key];
  if (event.ctrlKey || event.metaKey) {
    const style = styles[event.key.toLowerCase()];
    if (style === undefined || !hasCommandKey(event)) return undefined;
    return (view) => {
      view.dispatch(toggleStyle(view.state, style));
      return true;
    };
  }
  return event.key === 'Enter' && event.shiftKey ? breakLine : plain[event.key];
}

/** What a key does in a line; false: what it does in any text. Whoever may only look may still walk. */
export function onLineKey(view: EditorView, event: KeyboardEvent, keys: LineKeys): boolean {
  const isWalk = event.key.startsWith('Arrow') && !event.altKey;
  if (!view.editable && !isWalk && event.key !== 'Escape') return false;
  return actOf(event)?.(view, keys) ?? false;
}
