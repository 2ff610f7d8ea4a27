/** One object of an answer that could not be read: skipped, and what was known of it is kept. */
export interface UnreadableElement {
  /** Null where not even that can be read. */
  readonly id: string | null;
  /** The property that was missing or of another type than Microsoft documents. */
  readonly property: string;
  /** The listing it came in; null for a change or a single look-up. */
  readonly listing: string | null;
}
