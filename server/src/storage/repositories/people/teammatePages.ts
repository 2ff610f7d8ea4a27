import type { Teammate } from '../../../domain/teammate/teammate.ts';
import { firstFilledPage } from '../../../ports/pages/firstFilledPage.ts';
import type { PageOf } from '../../../ports/pages/pages.ts';
import type { TeammateFilter, TeammateQuery } from '../../../ports/repositories/teammateRepository.ts';
import type { EnrichmentRepository } from '../../../ports/repositories/enrichmentRepositories.ts';
import type { Collection, Condition } from '../../collection.ts';
import { pageOf, pageWindow } from '../pageOf.ts';
import { searchWords } from '../../../domain/teammate/searchWords.ts';

interface Stores {
  readonly store: Collection<Teammate>;
  readonly enrichments: EnrichmentRepository;
}

/** So many pages are looked through for somebody without a photo before an empty page is handed out. */
const pagesPerCall = 10;
/** Up to here those without a photo are counted by reading everybody. */
const fewEnoughToRead = 1000;

/**
 * Pages and counts of teammates. Whether somebody has a photo is not kept with the teammate but beside them, so that
 * one view reads more than it answers; all others come from an index as they are.
 */
export const teammatePages = ({ store, enrichments }: Stores) => {
  const pageIndexed = async (tenantId: string, query: TeammateQuery): Promise<PageOf<Teammate>> => {
    const { sort = 'name', descending = false } = query;
    return pageOf(await store.page(tenantId, { where: conditions(query), sort, descending, ...pageWindow(query) }));
  };
  const withoutPhoto = async (tenantId: string, people: readonly Teammate[]): Promise<readonly Teammate[]> => {
    const ids = people.map(({ id }) => id);
    const known = await enrichments.getMany(tenantId, ids);
    const seen = new Set(
      known.filter(({ photo }) => (photo?.hash ?? null) !== null).map(({ teammateId }) => teammateId),
    );
    return people.filter(({ id }) => !seen.has(id));
  };
  const pageWithoutPhoto = (tenantId: string, query: TeammateQuery): Promise<PageOf<Teammate>> =>
    firstFilledPage(query, pagesPerCall, async (window) => {
      const { items, cursor } = await pageIndexed(tenantId, window);
      return { items: await withoutPhoto(tenantId, items), cursor };
    });
  const countWithoutPhoto = async (tenantId: string, filter: TeammateFilter): Promise<number | null> => {
    const people = await store.count(tenantId, conditions(filter));
    if (people <= fewEnoughToRead) {
      const { items } = await pageIndexed(tenantId, { ...filter, limit: fewEnoughToRead });
      return (await withoutPhoto(tenantId, items)).length;
    }
    const isEverybody = searchWords(filter.search).length === 0 && filter.status === undefined;
    return isEverybody ? Math.max(0, people - (await enrichments.countPhotos(tenantId))) : null;
  };
  return {
    page: (tenantId: string, query: TeammateQuery) =>
      query.view === 'noPhoto' ? pageWithoutPhoto(tenantId, query) : pageIndexed(tenantId, query),
    countMatching: (tenantId: string, filter: TeammateFilter): Promise<number | null> =>
      filter.view === 'noPhoto' ? countWithoutPhoto(tenantId, filter) : store.count(tenantId, conditions(filter)),
  };
};

/** Removed people are found by asking for them, and nowhere else. */
const conditions = ({ search, status, view }: TeammateFilter): readonly Condition[] => [
  status === undefined ? { key: 'status', in: ['active', 'disabled'] } : { key: 'status', eq: status },
  ...(view === undefined || view === 'noPhoto' ? [] : [{ key: 'marks', has: view }]),
  ...searchWords(search).map((prefix) => ({ key: 'tokens', prefix })),
];
