import { StaleRevision } from '../../../domain/errors.ts';
import type { TenantErasureRepository } from '../../../ports/repositories/tenantErasureRepository.ts';
import type { CollectionDeclaration, StorageEngine } from '../../collection.ts';
import { declarations } from '../../declare/collections.ts';
import { leases, systemTenant } from '../../declare/systemCollections.ts';
import { tenantErasures } from '../../privacy/tenantErasures.ts';

/** Whatever is declared tomorrow goes too. */
const erased = declarations.filter(
  ({ name }) => name !== leases.name,
) as unknown as readonly CollectionDeclaration<unknown>[];

/** Documents at a time: photos are some ten thousand bytes each. */
const atOnce = 200;

export const openTenantErasureRepository = (engine: StorageEngine): TenantErasureRepository => {
  const store = engine.collection(tenantErasures);
  return {
    mark: async (erasure) => {
      try {
        await store.write(systemTenant, [{ put: erasure, ifRevision: 0 }]);
      } catch (error) {
        if (!(error instanceof StaleRevision)) throw error;
      }
    },
    get: async (tenantId) => (await store.get(systemTenant, tenantId))?.document ?? null,
    tenants: async () => {
      const tenants: string[] = [];
      for await (const batch of store.scan(systemTenant))
        tenants.push(...batch.map(({ document }) => document.tenantId));
      return tenants;
    },
    erase: async (tenantId) => {
      const counts: Record<string, number> = {};
      for (const declaration of erased) {
        const found = await eraseIn(engine, declaration, tenantId);
        if (found > 0) counts[declaration.name] = found;
      }
      return counts;
    },
    settle: async (tenantId) => {
      await store.write(systemTenant, [{ delete: tenantId }]);
    },
  };
};

const eraseIn = async (
  engine: StorageEngine,
  declaration: CollectionDeclaration<unknown>,
  tenantId: string,
): Promise<number> => {
  const store = engine.collection(declaration);
  let found = 0;
  for await (const batch of store.scan(tenantId, [], atOnce)) {
    await store.write(
      tenantId,
      batch.map(({ document }) => ({ delete: declaration.id(document) })),
    );
    found += batch.length;
  }
  return found;
};
