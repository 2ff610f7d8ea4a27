import type { Run, RunKind } from '../../../domain/run/run.ts';
import type { RunRepository } from '../../../ports/repositories/runRepositories.ts';
import type { Collection, StorageEngine } from '../../collection.ts';
import { runs } from '../../declare/runCollections.ts';
import { pageOf, pageWindow } from '../pageOf.ts';
import { versioned } from '../versioned.ts';

/** Spelled as a record so that a new kind does not compile until it is resumed too. */
const runKinds = Object.keys({ preview: true, sync: true } satisfies Record<RunKind, true>);

export const openRunRepository = (engine: StorageEngine): RunRepository => {
  const store = engine.collection(runs);
  const active = (tenantId: string, kind: string): Promise<Run | null> => readActive(store, tenantId, kind);
  return {
    add: async (tenantId, run) => {
      await store.write(tenantId, [{ put: run, ifRevision: 0 }]);
      return { value: run, revision: 1 };
    },
    get: async (tenantId, id) => versioned(await store.get(tenantId, id)),
    save: async (tenantId, run, ifRevision) => {
      await store.write(tenantId, [{ put: run, ifRevision }]);
      return { value: run, revision: ifRevision + 1 };
    },
    page: async (tenantId, request) =>
      pageOf(await store.page(tenantId, { sort: 'startedAt', descending: true, ...pageWindow(request) })),
    pageOldest: async (tenantId, request) =>
      pageOf(await store.page(tenantId, { sort: 'startedAt', ...pageWindow(request) })),
    remove: async (tenantId, ids) => {
      await store.write(
        tenantId,
        ids.map((id) => ({ delete: id })),
      );
    },
    active,
    unfinished: async () => {
      const found: { readonly tenantId: string; readonly run: Run }[] = [];
      for (const tenantId of await engine.tenants(runs, 'active')) {
        for (const kind of runKinds) {
          const run = await active(tenantId, kind);
          if (run !== null) found.push({ tenantId, run });
        }
      }
      return found;
    },
  };
};

const readActive = async (store: Collection<Run>, tenantId: string, kind: string): Promise<Run | null> => {
  const { items } = await store.page(tenantId, { where: [{ key: 'active', eq: kind }], limit: 1 });
  return items[0]?.document ?? null;
};
