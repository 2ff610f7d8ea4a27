import { randomUUID } from 'node:crypto';
import type { Connection, Model } from 'mongoose';
import { StorageError } from '../../../domain/errors.ts';
import { foreignDatabase, isDuplicate } from './mongoErrors.ts';
import { metaCollection, metaModel, type MetaDocument } from '../schemas/metaSchema.ts';

export interface Meta {
  /** Makes the database ours when it is empty, unless it must exist already. Throws StorageError, having written nothing, when it is not. */
  claim(wanted?: { readonly existing: boolean }): Promise<void>;
  /** Everything that was noted, by name. */
  notes(): Promise<ReadonlyMap<string, string>>;
  /** In one command, or none. */
  note(notes: ReadonlyMap<string, string>): Promise<void>;
  /** Only a write proves health: what can still be read may be a disk that is full. */
  writeAndRead(): Promise<void>;
}

const product = 'Undersign';
const about = 'about';

export const openMeta = (connection: Connection): Meta => {
  const meta = metaModel(connection);
  return {
    claim: (wanted = { existing: false }) => claim(connection, meta, wanted),
    notes: async () => {
      const found = await meta.find({ value: { $type: 'string' } }).lean();
      return new Map(found.map(({ _id, value }) => [_id, String(value)]));
    },
    note: async (notes) => {
      const statements = [...notes].map(([_id, value]) => ({
        updateOne: { filter: { _id }, update: { $set: { value } }, upsert: true },
      }));
      if (statements.length > 0) await unlessTwice(() => meta.bulkWrite(statements, { ordered: false }));
    },
    writeAndRead: async () => {
      const written = randomUUID();
      const change = { $set: { value: written } };
      const found = await unlessTwice(() =>
        meta.findOneAndUpdate({ _id: 'checked' }, change, { upsert: true, returnDocument: 'after' }).lean(),
      );
      if (found?.value === written) return;
      throw new StorageError('storage-failing', 'The database does not keep what is written. Check its servers.');
    },
  };
};

/** Two replicas may make a document at the same moment; the second time it is there. */
export const unlessTwice = async <R>(work: () => PromiseLike<R>): Promise<R> => {
  try {
    return await work();
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return work();
  }
};

const claim = async (
  connection: Connection,
  meta: Model<MetaDocument>,
  { existing }: { readonly existing: boolean },
): Promise<void> => {
  if (await isOurs(connection, meta)) return;
  const others = (await collectionNames(connection)).filter((name) => name !== metaCollection);
  // Another first start may have made it ours, and its collections, between the two questions.
  if (await isOurs(connection, meta)) return;
  if (others.length > 0) throw foreignDatabase(connection.name, others);
  if (existing) throw missingDatabase(connection.name);
  try {
    await meta.insertMany([{ _id: about, product }]);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
};

/** Throws where the document that says so is somebody else's. */
const isOurs = async (connection: Connection, meta: Model<MetaDocument>): Promise<boolean> => {
  const found = await meta.findOne({ _id: about }).lean();
  if (found === null || found.product === product) return found !== null;
  throw foreignDatabase(connection.name, [metaCollection]);
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
