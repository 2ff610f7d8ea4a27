import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { StorageError } from '../../domain/errors.ts';
import { foreignDatabase, isDuplicate } from './mongoErrors.ts';

/** Facts about the database itself; the collection is named after the product, so that it explains itself. */
export const metaCollection = 'undersign';

interface MetaDocument {
  readonly _id: string;
  readonly product?: string;
  readonly value?: string;
}

export interface Meta {
  /** Makes the database ours when it is empty, unless it must exist already. Throws StorageError, having written nothing, when it is not. */
  claim(wanted?: { readonly existing: boolean }): Promise<void>;
  get(name: string): Promise<string | null>;
  set(name: string, value: string): Promise<void>;
  /** Only a write proves health: what can still be read may be a disk that is full. */
  writeAndRead(): Promise<void>;
}

const product = 'Undersign';
const about = 'about';

export const openMeta = (connection: Connection): Meta => {
  const meta = connection.collection<MetaDocument>(metaCollection);
  const set = async (name: string, value: string): Promise<string | undefined> => {
    const change = { $set: { value } };
    const find = (): Promise<MetaDocument | null> =>
      meta.findOneAndUpdate({ _id: name }, change, { upsert: true, returnDocument: 'after' });
    try {
      return (await find())?.value;
    } catch (error) {
      // Two replicas made it at the same moment; now it is there.
      if (!isDuplicate(error)) throw error;
      return (await find())?.value;
    }
  };
  /** Throws where the document that says so is somebody else's. */
  const isOurs = async (): Promise<boolean> => {
    const found = await meta.findOne({ _id: about });
    if (found === null || found.product === product) return found !== null;
    throw foreignDatabase(connection.name, [metaCollection]);
  };
  return {
    claim: async ({ existing } = { existing: false }) => {
      if (await isOurs()) return;
      const others = (await collectionNames(connection)).filter((name) => name !== metaCollection);
      // Another first start may have made it ours, and its collections, between the two questions.
      if (await isOurs()) return;
      if (others.length > 0) throw foreignDatabase(connection.name, others);
      if (existing) throw missingDatabase(connection.name);
      try {
        await meta.insertOne({ _id: about, product });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    },
    get: async (name) => (await meta.findOne({ _id: name }))?.value ?? null,
    set: async (name, value) => {
      await set(name, value);
    },
    writeAndRead: async () => {
      const written = randomUUID();
      if ((await set('checked', written)) === written) return;
      throw new StorageError('storage-failing', 'The database does not keep what is written. Check its servers.');
    },
  };
};

/** MongoDB makes a database of any name as soon as something is written to it. */
const missingDatabase = (database: string): StorageError =>
  new StorageError(
    'storage-missing',
    `There is nothing in the database "${database}", and nothing was made there. Check the name in DATABASE_URL, after the last slash.`,
    { values: { database } },
  );

const collectionNames = async (connection: Connection): Promise<readonly string[]> => {
  const listed = await connection.listCollections();
  return listed.map(({ name }) => name).filter((name) => !name.startsWith('system.'));
};
