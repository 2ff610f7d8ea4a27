/** Seals short texts so that only this installation can read or have made them (AES-256-GCM). */
export interface SecretBox {
  /** `purpose` is bound into the seal: a text sealed for one purpose does not open for another. */
  seal(purpose: string, text: string): string;
  /** Null when the seal is broken, forged, made with a key that is not at hand or for another purpose. */
  open(purpose: string, sealed: string): string | null;
  /** The same text sealed with today's key; null when it is already, or does not open. */
  renew(purpose: string, sealed: string): string | null;
  /** Short, always the same for the same text, and to be made by nobody else (HMAC-SHA-256): for addresses that tell no text. */
  mark(purpose: string, text: string): string;
  /** Whether it was made here for this text, with any key at hand. */
  isMark(purpose: string, text: string, mark: string): boolean;
}
