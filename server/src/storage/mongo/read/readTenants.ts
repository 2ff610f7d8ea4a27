import { compareKeys } from '../../keys/compareKeys.ts';
import type { DocumentModel } from '../models.ts';
import { uniqueIndex } from '../schemas/indexNames.ts';

/** One question, however many there are: asking for them one after the other would take a round trip each. */
export const readTenants = async (model: DocumentModel, uniqueKey?: string): Promise<readonly string[]> => {
  const present = uniqueKey === undefined ? { _revision: { $gt: 0 } } : { [`_unique.${uniqueKey}`]: { $exists: true } };
  const asked = model.aggregate<{ readonly _id: string }>([{ $match: present }, { $group: { _id: '$_tenant' } }]);
  // The index of a unique key has only the documents that carry it.
  const found = await (uniqueKey === undefined ? asked : asked.hint(uniqueIndex(uniqueKey)));
  return found.map(({ _id }) => _id).sort(compareKeys);
};
