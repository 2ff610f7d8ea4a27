import type { PlanAction } from '../../../domain/plan/plan.ts';
import type { RunChange } from '../../../domain/run/run.ts';
import { searchTokens } from '../../../domain/teammate/foldText.ts';
import { searchWords } from '../../../domain/teammate/searchWords.ts';
import type { PageOf, PageRequest } from '../../../ports/pages/pages.ts';
import type { RunChangeRepository } from '../../../ports/repositories/runRepositories.ts';
import { firstThatFits } from './firstThatFits.ts';

export interface ChangesQuery extends Pick<PageRequest, 'limit'> {
  readonly cursor?: string | undefined;
  readonly runId: string;
  readonly action?: PlanAction | undefined;
  /** Words; the name must match each from its first letter on. */
  readonly search?: string | undefined;
}

const fits = (search: string | undefined): ((change: Pick<RunChange, 'displayName'>) => boolean) => {
  const words = searchWords(search);
  return ({ displayName }) => {
    const tokens = words.length === 0 ? [] : searchTokens([displayName]);
    return words.every((word) => tokens.some((token) => token.startsWith(word)));
  };
};

/**
 * What a run changed, by name. Names are in no index of words, which every change would pay for, so a search reads through
 * the run. A page may hold fewer than asked for; its cursor says whether there are more.
 */
export const findChanges = (
  runChanges: Pick<RunChangeRepository, 'pageOfRun'>,
  tenantId: string,
  { runId, action, search, ...request }: ChangesQuery,
): Promise<PageOf<RunChange>> =>
  firstThatFits(request, {
    read: (page) => runChanges.pageOfRun(tenantId, runId, { ...page, ...(action === undefined ? {} : { action }) }),
    fits: fits(search),
  });
