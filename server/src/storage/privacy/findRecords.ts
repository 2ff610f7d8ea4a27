import type { Collection, CollectionDeclaration, Condition, StorageEngine } from '../collection.ts';
import { managerProfiles, photos, enrichments } from '../declare/people/enrichmentCollections.ts';
import {
  membershipsOf,
  snapshotHeads,
  snapshotMemberships,
  snapshotPeople,
  dirtyPeople,
} from '../declare/people/snapshotCollections.ts';
import { planEntries, runChanges, runs } from '../declare/runCollections.ts';
import { teammates } from '../declare/people/teammateCollections.ts';
import { proposals } from '../declare/people/proposalCollection.ts';
import { sightings } from '../declare/people/sightingCollection.ts';
import { allPages } from '../../ports/pages/allPages.ts';

/** Some documents of one collection that are about the person. */
export interface FoundRecords {
  readonly name: string;
  readonly documents: readonly unknown[];
  /** Deletes these. */
  remove(): Promise<void>;
}

export interface PersonPlace {
  readonly engine: StorageEngine;
  readonly tenantId: string;
  readonly personId: string;
}

/**
 * Everything that is about this person alone. The teammate comes last: while it is there, an erasure that was cut short
 * knows by what names to look for them.
 */
export async function* findRecords(place: PersonPlace): AsyncGenerator<FoundRecords> {
  const { engine, tenantId, personId } = place;
  yield* matching(place, runChanges, { where: [{ key: 'teammate', eq: personId }], sort: 'at' });
  const runIds = await idsOf(engine.collection(runs), tenantId);
  yield* named(
    place,
    planEntries,
    runIds.map((id) => `${id}/${personId}`),
  );
  for (const snapshotId of await idsOf(engine.collection(snapshotHeads), tenantId)) {
    const under: Condition = { key: 'id', prefix: membershipsOf(snapshotId, 'user', personId) };
    yield* matching(place, snapshotMemberships, { where: [under] });
    yield* named(place, dirtyPeople, [`${snapshotId}/${personId}`]);
    yield* named(place, snapshotPeople, [`${snapshotId}/${personId}`]);
  }
  for (const declaration of [proposals, photos, enrichments, sightings, managerProfiles, teammates])
    yield* named(place, declaration as unknown as CollectionDeclaration<unknown>, [personId]);
}

const idsOf = async (store: Collection<{ readonly id: string }>, tenantId: string): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const batch of store.scan(tenantId)) ids.push(...batch.map(({ document }) => document.id));
  return ids;
};

async function* named<T>(
  place: PersonPlace,
  declaration: CollectionDeclaration<T>,
  ids: readonly string[],
): AsyncGenerator<FoundRecords> {
  const found = await place.engine.collection(declaration).getMany(place.tenantId, ids);
  yield* batchOf(place, declaration, found);
}

interface Match {
  readonly where: readonly Condition[];
  readonly sort?: string;
}

async function* matching<T>(
  place: PersonPlace,
  declaration: CollectionDeclaration<T>,
  match: Match,
): AsyncGenerator<FoundRecords> {
  const collection = place.engine.collection(declaration);
  for await (const found of allPages(500, (request) => collection.page(place.tenantId, { ...match, ...request })))
    yield* batchOf(place, declaration, found);
}

function* batchOf<T>(
  { engine, tenantId }: PersonPlace,
  declaration: CollectionDeclaration<T>,
  found: readonly { readonly document: T }[],
): Generator<FoundRecords> {
  if (found.length === 0) return;
  const documents = found.map(({ document }) => document);
  yield {
    name: declaration.name,
    documents,
    remove: async () => {
      const deletes = documents.map((document) => ({ delete: declaration.id(document) }));
      await engine.collection(declaration).write(tenantId, deletes);
    },
  };
}
