/** A value with the revision it was read at; hand the revision back to save only if nobody else did. */
export interface Versioned<T> {
  readonly value: T;
  readonly revision: number;
}
