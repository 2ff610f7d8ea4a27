import type { TeammateQuery, TeammateRepository } from '../../ports/repositories.ts';
import type { Condition, StorageEngine } from '../collection.ts';
import { addressKey, teammates } from '../collections.ts';
import { pageOf, pageWindow } from './pageOf.ts';
import { searchWords } from './searchWords.ts';

export const openTeammateRepository = (engine: StorageEngine): TeammateRepository => {
  const store = engine.collection(teammates);
  return {
    get: async (tenantId, id) => (await store.get(tenantId, id))?.document ?? null,
    page: async (tenantId, query) =>
      pageOf(await store.page(tenantId, { where: conditions(query), sort: 'name', ...pageWindow(query) })),
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
    save: async (tenantId, changed) => {
      await store.write(
        tenantId,
        changed.map((teammate) => ({ put: teammate })),
      );
    },
  };
};

const conditions = ({ search, status }: TeammateQuery): readonly Condition[] => [
  ...(status === undefined ? [] : [{ key: 'status', eq: status }]),
  ...searchWords(search).map((prefix) => ({ key: 'tokens', prefix })),
];
