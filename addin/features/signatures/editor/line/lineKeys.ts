import type { Parts } from './lineEdits.ts';

/** Where the caret is in a part; a chip is at its start and its end at once. */
export interface Caret {
  readonly isText: boolean;
  readonly isAtStart: boolean;
  readonly isAtEnd: boolean;
}

export type LineKey =
  | { readonly do: 'walk'; readonly to: number }
  | { readonly do: 'carry'; readonly to: number }
  | { readonly do: 'remove'; readonly at: number }
  | null;

export function caretOf(target: EventTarget): Caret {
  if (!(target instanceof HTMLInputElement)) return { isText: false, isAtStart: true, isAtEnd: true };
  const { selectionStart, selectionEnd, value } = target;
  return {
    isText: true,
    isAtStart: selectionStart === 0 && selectionEnd === 0,
    isAtEnd: selectionStart === value.length,
  };
}

function removal(key: string, at: number, caret: Caret): LineKey {
  if (key === 'Backspace' && caret.isText) return caret.isAtStart && at > 0 ? { do: 'remove', at: at - 1 } : null;
  if (key === 'Delete' && caret.isText) return caret.isAtEnd ? { do: 'remove', at: at + 1 } : null;
  return key === 'Backspace' || key === 'Delete' ? { do: 'remove', at } : null;
}

/** What a key does in a line; null: what it does in any text. Arrows walk on at the end of a text, Alt carries a chip. */
export function lineKey(key: string, at: number, { caret, alt }: { caret: Caret; alt: boolean }): LineKey {
  const isBack = key === 'ArrowLeft' && caret.isAtStart;
  const isOn = key === 'ArrowRight' && caret.isAtEnd;
  if (!isBack && !isOn) return removal(key, at, caret);
  const to = isBack ? at - 1 : at + 1;
  return alt && !caret.isText ? { do: 'carry', to } : { do: 'walk', to };
}

export interface Typed {
  readonly words: string;
  /** Where `{` was typed; null: it was not. */
  readonly brace: number | null;
}

/** What was typed into a text; a `{` just before the caret asks for a field and is not part of the words. */
export function readTyped(text: string, caret: number): Typed {
  const brace = text.charAt(caret - 1) === '{' ? caret - 1 : null;
  return { words: brace === null ? text : text.slice(0, brace) + text.slice(brace + 1), brace };
}

/** The line as it is shown: with room to type at its end. */
export const withRoom = (parts: Parts): Parts =>
  parts.at(-1)?.kind === 'text' ? parts : [...parts, { kind: 'text', text: { default: '' } }];
