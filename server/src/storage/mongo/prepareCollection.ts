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
  const name = `keys ${declaration.name}`;
  const mark = derivedMark(declaration);
  if ((await meta.get(name)) !== mark) {
    await rederiveKeys(collection);
    await meta.set(name, mark);
  }
  await createIndexes(documents, declaration);
  await dropOldIndexes(documents, declaration);
};
