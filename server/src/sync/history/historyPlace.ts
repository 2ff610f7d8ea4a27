import type { PageOf } from '../../ports/pages/pages.ts';
import type { Repositories } from '../../ports/repositories.ts';

/** One turn of forgetting what is old in one tenant. */
export interface HistoryPlace {
  readonly tenantId: string;
  readonly repositories: Repositories;
  /** ISO 8601; what happened before may go. */
  readonly cutoff: string;
  readonly cursor: string | null;
}

/** What is left of the stage after a turn. */
export type HistoryTurn = { readonly isDone: true } | { readonly isDone: false; readonly cursor: string | null };

/** Goes on behind this page, unless it was the last or what is not old began on it. */
export const afterPage = <T>(page: PageOf<T>, old: readonly T[]): HistoryTurn =>
  old.length < page.items.length || page.cursor === null ? { isDone: true } : { isDone: false, cursor: page.cursor };

export const windowOf = ({ cursor }: HistoryPlace, limit: number) => (cursor === null ? { limit } : { limit, cursor });
