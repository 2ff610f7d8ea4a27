import type {
  ErasedCounts,
  PersonalData,
  PersonalDataRepository,
} from '../../../ports/repositories/personalDataRepository.ts';
import type { StorageEngine } from '../../collection.ts';
import { erasedId, erasedPeople, pseudonymOf } from '../../privacy/erasedPeople.ts';
import { findMentions } from '../../privacy/findMentions.ts';
import { findRecords } from '../../privacy/findRecords.ts';
import { readTraits } from '../../privacy/readTraits.ts';

export const openPersonalDataRepository = (engine: StorageEngine): PersonalDataRepository => {
  const erased = engine.collection(erasedPeople);
  const marks: Omit<PersonalDataRepository, 'read' | 'erase'> = {
    mark: async (tenantId, personId, at) => {
      const { names } = await readTraits({ engine, tenantId, personId });
      const person = { id: erasedId(tenantId, personId), at: at.toISOString(), pending: personId, names };
      await erased.write(tenantId, [{ put: person }]);
    },
    settle: async (tenantId, personId) => {
      const found = await erased.get(tenantId, erasedId(tenantId, personId));
      if (found === null) return;
      const { id, at } = found.document;
      await erased.write(tenantId, [{ put: { id, at, pending: null } }]);
    },
    unsettled: async (tenantId) => {
      const { items } = await erased.page(tenantId, { where: [{ key: 'pending', eq: 'yes' }], limit: 20 });
      return items.map(({ document }) => document.pending).filter((id) => id !== null);
    },
    isErased: async (tenantId, personId) => (await erased.get(tenantId, erasedId(tenantId, personId))) !== null,
    countErased: (tenantId) => erased.count(tenantId),
    readmit: async (tenantId, personId) => {
      const id = erasedId(tenantId, personId);
      if ((await erased.get(tenantId, id)) === null) return false;
      await erased.write(tenantId, [{ delete: id }]);
      return true;
    },
    pseudonymOf,
  };
  return {
    ...marks,
    read: (tenantId, id) => read(engine, tenantId, id),
    erase: (tenantId, id) => erase(engine, tenantId, id),
  };
};

const read = async (engine: StorageEngine, tenantId: string, personId: string): Promise<PersonalData | null> => {
  const place = { engine, tenantId, personId };
  const records: Record<string, unknown[]> = {};
  for await (const { name, documents } of findRecords(place)) (records[name] ??= []).push(...documents);
  const mentions: PersonalData['mentions'][number][] = [];
  for await (const found of findMentions({ engine, tenantId, traits: await readTraits(place) })) {
    const { collection, document } = found;
    mentions.push(...found.mentions.map((mention) => ({ collection, document, ...mention })));
  }
  const isPerson = Object.keys(records).length > 0 || mentions.some(({ path }) => namesPeople.test(path));
  return isPerson ? { records, mentions } : null;
};

/** Where ids of people stand, and of nothing else. */
const namesPeople =
  /(?:^|\.)(?:(?:person|startedBy|connectedBy|savedBy|createdBy|by)\.id|userId|people|excludedPeople|grants|throughEntra)$/;

const erase = async (engine: StorageEngine, tenantId: string, personId: string): Promise<ErasedCounts> => {
  const place = { engine, tenantId, personId };
  const traits = await readTraits(place);
  let records = 0;
  let mentions = 0;
  const rules: string[] = [];
  // Before the records: those say by which names to look for the person, should this be cut short and begun again.
  for await (const found of findMentions({ engine, tenantId, traits })) {
    rules.push(...(await found.redact()));
    mentions += found.mentions.length;
  }
  for await (const found of findRecords(place)) {
    await found.remove();
    records += found.documents.length;
  }
  return { records, mentions, rules };
};
