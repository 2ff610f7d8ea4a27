import type { Versioned } from '../../ports/versioned.ts';
import type { Collection } from '../collection.ts';
import { onlyId } from '../keys/onlyId.ts';
import { versioned } from './versioned.ts';

/** The one document a tenant has in a collection of singles; `initial` with revision 0 until there is one. */
export const keptValue = <T>(store: Collection<T>, initial: T) => ({
  get: async (tenantId: string): Promise<Versioned<T>> =>
    versioned(await store.get(tenantId, onlyId)) ?? { value: initial, revision: 0 },
  save: async (tenantId: string, value: T, ifRevision: number): Promise<number> => {
    await store.write(tenantId, [{ put: value, ifRevision }]);
    return ifRevision + 1;
  },
});
