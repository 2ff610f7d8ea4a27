import type { Extent } from './measure/extent.ts';

/** Why a part of a design is not shown to somebody. */
export interface Ghost {
  /** Of the row or block. */
  readonly id: string;
  readonly reason: 'blank' | 'condition' | 'date';
  /** Paths of the fields that are blank. */
  readonly fields: readonly string[];
}

/** What became of a part of a design. */
export interface Piece {
  readonly html: string;
  /** Lines of the text form. */
  readonly text: readonly string[];
  /** Of columns, which alone know it. */
  readonly extent?: Extent;
}

/** The result of a part: a piece, or why there is none. */
export type Outcome = { readonly piece: Piece } | { readonly ghost: Ghost };

export const shown = (html: string, text: readonly string[], extent?: Extent): Outcome => ({
  piece: { html, text, ...(extent === undefined ? {} : { extent }) },
});

export const blank = (id: string, fields: readonly string[] = []): Outcome => ({
  ghost: { id, reason: 'blank', fields },
});
