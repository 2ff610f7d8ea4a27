import {
  createIndexes,
  declaredIndexes,
  dropIndexes,
  oldIndexes,
  presentIndexes,
  type OnIndexRefused,
} from './indexes.ts';
import { derivedMark } from '../layout.ts';
import type { DocumentModel } from '../models.ts';
import type { OpenedCollection } from '../openedCollection.ts';
import { rederiveKeys } from './rederiveKeys.ts';

/** What was found and done. */
export interface Preparation {
  /** What is to be noted; null when the next start should look again: what was unreadable may have been repaired. */
  readonly derived: string | null;
  /** The indexes it had; null for a collection that nobody has written to yet. */
  readonly found: readonly string[] | null;
}

/** What the last start noted of a collection, and who is told of what it cannot have. */
export interface Preparing {
  readonly derived: string | undefined;
  readonly onIndexRefused: OnIndexRefused;
}

/**
 * Makes the keys and indexes of a collection what its declaration says. Killed half-way, the next start goes on; several
 * replicas may do the same at once. A unique index goes before the keys it is about are derived anew, because it would
 * take all that have none for the same; others stay until the end, for replicas that still ask by them.
 */
export const prepareCollection = async (
  collection: OpenedCollection<never>,
  { derived, onIndexRefused }: Preparing,
): Promise<Preparation> => {
  const { declaration, model } = collection;
  const found = await presentIndexes(model);
  const present = found ?? [];
  const old = oldIndexes(model, present);
  await dropIndexes(model, old.unique);
  if (found === null) await createBare(model);
  const isStale = found !== null && derived !== derivedMark(declaration);
  const unreadable = isStale ? await rederiveKeys(collection) : 0;
  await createIndexes(model, present, onIndexRefused);
  await dropIndexes(model, old.others);
  return { derived: unreadable === 0 ? derivedMark(declaration) : null, found };
};

/**
 * A collection without indexes of ours, which nothing else makes before the first write. Two first writes at once would both
 * make it, and some servers (DocumentDB) then answer neither.
 */
const createBare = async (model: DocumentModel): Promise<void> => {
  if (declaredIndexes(model.schema).length === 0) await model.createCollection();
};

export const noteOf = ({ declaration }: OpenedCollection<never>): string => `keys ${declaration.name}`;
