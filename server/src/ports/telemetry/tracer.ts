export type SpanAttributes = Readonly<Record<string, string | number>>;

export interface SpanEnd {
  /** Where it is known only now. */
  readonly name?: string;
  readonly attributes: SpanAttributes;
  /** Why it counts as failed, in one of a few words; left out: it does not. */
  readonly failed?: string | undefined;
}

/** Something that takes time. What is begun within it is part of it. */
export interface Span {
  within<T>(work: () => T): T;
  end(end: SpanEnd): void;
}

/**
 * Tells whoever watches the installation what took how long. Nothing here names a person, an object of the directory, or what
 * was asked for: templates instead of addresses, and ids of runs and requests alone.
 */
export interface Tracer {
  begin(name: string, kind: 'server' | 'client' | 'internal', attributes: SpanAttributes): Span;
  /** Resolves when what has ended is told, or nobody takes it. */
  close(): Promise<void>;
}
