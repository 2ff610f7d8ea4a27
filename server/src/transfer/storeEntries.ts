import type { StorageEngine } from '../storage/collection.ts';
import { compareKeys } from '../storage/keys/compareKeys.ts';
import { keyText } from '../storage/keys/keyText.ts';
import { canonicalText } from './file/canonicalText.ts';
import { transferred, type OpaqueDeclaration } from './transferred.ts';

/** One document on its way. */
export interface Entry {
  readonly tenant: string;
  readonly collection: string;
  readonly id: string;
  readonly document: unknown;
  /** The document as canonical JSON. */
  readonly text: string;
}

/** Photos are the largest documents there are: a batch of them must not weigh more than some megabytes. */
const batchSize = 100;

/** Every tenant of the store, in byte order. */
export const tenantsOf = async (engine: StorageEngine): Promise<readonly string[]> => {
  const tenants = new Set<string>();
  for (const declaration of transferred) for (const id of await engine.tenants(declaration)) tenants.add(id);
  return [...tenants].sort(compareKeys);
};

/** The documents of a collection in order of id. */
export async function* sectionEntries(
  engine: StorageEngine,
  tenant: string,
  declaration: OpaqueDeclaration,
): AsyncGenerator<readonly Entry[]> {
  for await (const batch of engine.collection(declaration).scan(tenant, [], batchSize)) {
    yield batch.map(({ document }) => entryOf(declaration, tenant, document));
  }
}

export const entryOf = (declaration: OpaqueDeclaration, tenant: string, document: unknown): Entry => {
  const text = canonicalText(document);
  return { tenant, collection: declaration.name, id: keyText(declaration.id(document)), document, text };
};

/** Everything, in the order of an export. */
export async function* storeEntries(engine: StorageEngine): AsyncGenerator<Entry> {
  for (const tenant of await tenantsOf(engine)) {
    for (const declaration of transferred) {
      for await (const batch of sectionEntries(engine, tenant, declaration)) yield* batch;
    }
  }
}
