import type { PageOf, PageRequest } from '../../../ports/pages/pages.ts';
import type { TeammateRepository } from '../../../ports/repositories/teammateRepository.ts';
import { endsOn } from '../../../domain/fields/overrides/endedOverrides.ts';
import type { Teammate } from '../../../domain/teammate/teammate.ts';
import type { Collection, Condition, StorageEngine } from '../../collection.ts';
import { addressKey, teammates } from '../../declare/people/teammateCollections.ts';
import { openProposalRepository } from '../signatures/proposalRepository.ts';
import { openSightingRepository } from './sightingRepository.ts';
import { openEnrichmentRepository } from './enrichmentRepository.ts';
import { pageOf, pageWindow } from '../pageOf.ts';
import { teammatePages } from './teammatePages.ts';
import { allPages } from '../../../ports/pages/allPages.ts';

export const openTeammateRepository = (engine: StorageEngine): TeammateRepository => {
  const store = engine.collection(teammates);
  const enrichments = openEnrichmentRepository(engine);
  const beside = [openSightingRepository(engine), openProposalRepository(engine)];
  const forget = async (tenantId: string, ids: readonly string[]): Promise<void> => {
    await enrichments.remove(tenantId, ids);
    for (const each of beside) await each.remove(tenantId, ids);
  };
  return {
    get: async (tenantId, id) => (await store.get(tenantId, id))?.document ?? null,
    getMany: async (tenantId, ids) => (await store.getMany(tenantId, ids)).map((item) => item.document),
    ...teammatePages({ store, enrichments }),
    count: (tenantId, status) => store.count(tenantId, status === undefined ? [] : [{ key: 'status', eq: status }]),
    scan: async function* (tenantId) {
      for await (const batch of store.scan(tenantId)) yield batch.map((item) => item.document);
    },
    findByAddress: async (tenantId, address) => {
      const wanted = addressKey(address);
      const where: readonly Condition[] = [
        { key: 'addresses', has: wanted },
        { key: 'status', eq: 'active' },
      ];
      const { items } = await store.page(tenantId, { where, sort: 'name', limit: 10 });
      const found = items.map((item) => item.document);
      // One person's mail can be another's sign-in name; a message is sent from the mail address.
      const byMail = found.find(({ profile }) => profile.mail !== null && addressKey(profile.mail) === wanted);
      return byMail ?? found[0] ?? null;
    },
    listByAddress: (tenantId, address) => listByAddress(store, tenantId, address),
    pageHeld: async (tenantId, request) =>
      pageOf(await store.page(tenantId, { where: [held], sort: 'name', ...pageWindow(request) })),
    countHeld: (tenantId) => store.count(tenantId, [held]),
    scanSince: (tenantId, status, before) => scanSince(store, { tenantId, status, before }),
    pageEnding: (tenantId, date, request) => pageEnding(store, tenantId, { date, request }),
    purge: async (tenantId, ids) => {
      await forget(tenantId, ids);
      await store.write(
        tenantId,
        ids.map((id) => ({ delete: id })),
      );
    },
    save: async (tenantId, changed) => {
      // First, so that a crash in between leaves nobody's photo behind: the removal is planned again, this with it.
      const removed = changed.filter(({ status }) => status === 'removed').map(({ id }) => id);
      if (removed.length > 0) await forget(tenantId, removed);
      await store.write(
        tenantId,
        changed.map((teammate) => ({ put: teammate })),
      );
    },
  };
};

const listByAddress = async (
  store: Collection<Teammate>,
  tenantId: string,
  address: string,
): Promise<readonly Teammate[]> => {
  const where: readonly Condition[] = [{ key: 'addresses', has: addressKey(address) }];
  const all: Teammate[] = [];
  for await (const items of allPages(100, (request) => store.page(tenantId, { where, ...request })))
    all.push(...items.map((item) => item.document).filter(({ status }) => status !== 'removed'));
  return all;
};

interface EndingQuery {
  readonly date: string;
  readonly request: PageRequest;
}

const pageEnding = async (
  store: Collection<Teammate>,
  tenantId: string,
  { date, request }: EndingQuery,
): Promise<PageOf<Teammate>> => {
  const where: readonly Condition[] = [{ key: 'ends', eq: 'yes' }];
  const { items, cursor } = pageOf(await store.page(tenantId, { where, sort: 'endsOn', ...pageWindow(request) }));
  const due = items.filter((teammate) => (endsOn(teammate) ?? '') <= date);
  return { items: due, cursor: due.length < items.length ? null : cursor };
};

const held: Condition = { key: 'departure', eq: 'held' };

interface SinceQuery {
  readonly tenantId: string;
  readonly status: 'disabled' | 'removed';
  readonly before: Date;
}

async function* scanSince(
  store: Collection<Teammate>,
  { tenantId, status, before }: SinceQuery,
): AsyncGenerator<readonly Teammate[]> {
  const isEarly = (teammate: Teammate): boolean => {
    const since = teammate[status === 'disabled' ? 'disabledAt' : 'removedAt'];
    return since !== null && Date.parse(since) <= before.getTime();
  };
  const query = { where: [{ key: 'inactive', eq: status }] satisfies Condition[], sort: 'inactiveSince' };
  // Mostly nobody is, and the first one tells.
  const [first] = (await store.page(tenantId, { ...query, limit: 1 })).items;
  if (first === undefined || !isEarly(first.document)) return;
  for await (const items of allPages(500, (request) => store.page(tenantId, { ...query, ...request }))) {
    const early = items.map((item) => item.document).filter(isEarly);
    if (early.length > 0) yield early;
    if (early.length < items.length) return;
  }
}
