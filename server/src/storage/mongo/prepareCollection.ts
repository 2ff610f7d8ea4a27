import type { AnyDeclaration } from '../declaration.ts';
import { createIndexes, dropOldIndexes } from './indexes.ts';
import { derivedMark } from './layout.ts';
import type { Meta } from './meta.ts';
import type { OpenedCollection } from './openedCollection.ts';
import { rederiveKeys } from './rederiveKeys.ts';

/**
 * Makes the keys and indexes of a collection what its declaration says. Killed half-way, the next start goes on; several
 * replicas may do the same at once.
 */
export const prepareCollection = async (collection: OpenedCollection<never>, meta: Meta): Promise<void> => {
  const { declaration, documents } = collection;
  if ((await meta.get(noteOf(declaration))) !== derivedMark(declaration)) await deriveAnew(collection, meta);
  else await createIndexes(documents, declaration);
  await dropOldIndexes(documents, declaration);
};

/** Whatever was noted: an older version may have written since, and dropped indexes when it started. */
export const deriveAnew = async (collection: OpenedCollection<never>, meta: Meta): Promise<void> => {
  const { declaration, documents } = collection;
  const unreadable = await rederiveKeys(collection);
  // Without the note the next start looks again: what was unreadable may have been repaired.
  if (unreadable === 0) await meta.set(noteOf(declaration), derivedMark(declaration));
  await createIndexes(documents, declaration);
};

const noteOf = ({ name }: AnyDeclaration): string => `keys ${name}`;
