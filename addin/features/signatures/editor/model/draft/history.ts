/** What was, what is, and what was undone. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** What the last change was about; another one about the same replaces it. Null: the next one stands for itself. */
  readonly mark: string | null;
}

const longest = 300;

export const startHistory = <T>(present: T): History<T> => ({ past: [], present, future: [], mark: null });

/**
 * Makes `next` the present. Changes with the same mark, one after the other, are undone together: typing a word is one
 * step, not one a letter. Nothing happens where nothing changed.
 */
export function commit<T>(history: History<T>, next: T, mark: string | null = null): History<T> {
  const { past, present } = history;
  if (next === present) return history;
  if (mark !== null && mark === history.mark) return { ...history, present: next, future: [] };
  return { past: [...past, present].slice(-longest), present: next, future: [], mark };
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  const { past, present, future } = history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future], mark: null };
}

export function redo<T>(history: History<T>): History<T> {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.present], present: after, future, mark: null };
}
