export interface PageRequest {
  /** 1–1000. */
  readonly limit: number;
  readonly cursor?: string;
}

export interface PageOf<T> {
  readonly items: readonly T[];
  readonly cursor: string | null;
}
