import type { CollectionDeclaration } from '../collection.ts';

export interface StoredRequestCount {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly windowEndsAt: number;
  readonly count: number;
}

/** How often callers asked, by process; see `openRequestCounts.ts`. */
export const requestCounts: CollectionDeclaration<StoredRequestCount> = {
  operational: true,
  name: 'requestCounts',
  id: (count) => count.id,
  keys: { windowEndsAt: (count) => count.windowEndsAt },
  indexes: [['windowEndsAt']],
};
