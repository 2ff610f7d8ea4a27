import type { Collection, CollectionDeclaration, Condition } from '../collection.ts';

/** Deletes every match. Killed half-way it leaves the rest, and may simply be called again. */
export const removeMatching = async <T>(
  store: Collection<T>,
  declaration: CollectionDeclaration<T>,
  { tenantId, where }: { readonly tenantId: string; readonly where: readonly Condition[] },
): Promise<void> => {
  for await (const batch of store.scan(tenantId, where, 1000)) {
    await store.write(
      tenantId,
      batch.map((item) => ({ delete: declaration.id(item.document) })),
    );
  }
};
