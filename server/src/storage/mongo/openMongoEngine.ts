import type { Connection } from 'mongoose';
import type { Collection, CollectionDeclaration, StorageEngine } from '../collection.ts';
import { checkDeclarations, type AnyDeclaration } from '../declare/declaration.ts';
import type { EngineOpening, Peek } from '../engineOpening.ts';
import { keyText, tenantKey } from '../keys/keyText.ts';
import { openCheckFence } from './write/checkFence.ts';
import { connect, openAgain } from './connection/connect.ts';
import { shapeOf } from './documentShape.ts';
import { closedEngine, isAway, translateMongoError } from './connection/mongoErrors.ts';
import { openMeta } from './connection/meta.ts';
import type { OnIndexRefused } from './prepare/indexes.ts';
import { documentId, type StoredDocument } from './layout.ts';
import { openModel, type DocumentModel } from './models.ts';
import type { AskedQuestion, OpenedCollection } from './openedCollection.ts';
import { openMongoCollection } from './openMongoCollection.ts';
import { parseStored } from './read/parseStored.ts';
import { deriveAnew, prepareDatabase, type Preparations } from './prepare/prepareDatabase.ts';
import { readTenants } from './read/readTenants.ts';
import { openRedaction } from './connection/redact.ts';
import { openRevival } from './connection/reviveConnection.ts';
import type { DocumentSchema } from './schemas/documentSchema.ts';
import { marksOf } from './marks/marksOf.ts';
import { sealAll } from './write/seal.ts';
import { isAlone, type Hello, type ShardingCommand } from './prepare/sharding.ts';
import { translateErrors, type Attempt } from '../translateErrors.ts';

export interface MongoEngineOptions extends EngineOpening {
  /** `mongodb://` or `mongodb+srv://`; may hold a password, which appears in no error. */
  readonly url: string;
  /** One for each declaration. */
  readonly schemas: readonly DocumentSchema[];
  /** Refuses a database in which nothing is, which would be made by writing into it. */
  readonly existing?: boolean;
  /** Told what an administrator of a sharded cluster must do, because we are not allowed to. */
  readonly onShardingRefused?: (command: ShardingCommand, error: unknown) => void;
  /** Told of an index that is there under another name: questions it is for may be answered slowly. */
  readonly onIndexRefused?: OnIndexRefused;
  /** A word that at most so many documents hold is looked up first; 2,000 unless told otherwise. */
  readonly fewDocuments?: number;
  /** How long somebody may be writing before they are taken for dead, in milliseconds; a minute unless told otherwise. */
  readonly markPatience?: number | undefined;
  /** Hears every question, for tests that look at how it is answered. */
  readonly onQuestion?: (question: AskedQuestion) => void;
}

/**
 * Opens a database on a standalone MongoDB, a replica set or a sharded cluster and makes what is missing of collections
 * and indexes. Any number of replicas may have it open, of two versions during an upgrade. Throws StorageError.
 */
export const openMongoEngine = async (options: MongoEngineOptions): Promise<StorageEngine> => {
  checkDeclarations(options.declarations);
  const attempt = openAttempt(options.url);
  return attempt(async () => {
    const connection = await connect(options.url);
    try {
      return await prepareEngine(connection, options, attempt);
    } catch (error) {
      await connection.close();
      throw error;
    }
  });
};

const openAttempt = (url: string): Attempt => {
  const redaction = openRedaction(url);
  return async (work) => {
    try {
      return await work();
    } catch (error) {
      throw translateMongoError(error, redaction);
    }
  };
};

const prepareEngine = async (
  connection: Connection,
  options: MongoEngineOptions,
  attempt: Attempt,
): Promise<StorageEngine> => {
  const meta = openMeta(connection);
  await meta.claim({ existing: options.existing === true });
  const opened = options.declarations.map((declaration) => openCollection(connection, options, declaration));
  await options.beforePrepare?.(openPeek(connection, options));
  const hello: Hello = await connection.getClient().db('admin').command({ hello: 1 });
  const { onShardingRefused = () => undefined, onIndexRefused = () => undefined } = options;
  const preparations = { connection, hello, meta, onShardingRefused, onIndexRefused };
  await prepareDatabase(opened, preparations);
  const revive = openRevival(connection, () => openAgain(connection, options.url));
  return assembleEngine({ ...preparations, opened, revive, patience: options.markPatience }, attempt);
};

const openCollection = (
  connection: Connection,
  { schemas, onQuestion, onUnreadable, fewDocuments = 2000 }: MongoEngineOptions,
  declaration: AnyDeclaration,
): OpenedCollection<never> => {
  const model = openModel(connection, declaration, schemas);
  return { declaration, model, shape: shapeOf(model.schema), onQuestion, onUnreadable, fewDocuments };
};

const openPeek =
  (connection: Connection, { schemas }: MongoEngineOptions): Peek =>
  async (declaration, tenantId, id) => {
    const schema = schemas.find(({ name }) => name === declaration.name)?.schema;
    if (schema === undefined) throw new Error(`${declaration.name} has no schema`);
    const tenant = tenantKey(tenantId);
    const documents = connection.collection<StoredDocument>(declaration.name);
    const fields = await documents.findOne({ _id: documentId(tenant, keyText(id)), _revision: { $gt: 0 } });
    return fields && parseStored({ declaration, shape: shapeOf(schema) }, tenant, fields).document;
  };

interface Opened extends Preparations {
  readonly patience: number | undefined;
  readonly opened: readonly OpenedCollection<never>[];
  readonly revive: () => Promise<void>;
}

const openFind =
  (opened: readonly OpenedCollection<never>[]) =>
  <T>(declaration: CollectionDeclaration<T>): OpenedCollection<T> => {
    const found = opened.find((collection) => (collection.declaration as unknown) === declaration);
    if (found === undefined) throw new Error(`${declaration.name} was not declared at opening`);
    // It was opened from this very declaration, which is what says T.
    return found as unknown as OpenedCollection<T>;
  };

const assembleEngine = ({ opened, revive, ...preparations }: Opened, attempt: Attempt): StorageEngine => {
  const { connection, meta, hello } = preparations;
  const checkFence = openCheckFence({ isAlone: isAlone(hello) });
  const marks = marksOf(opened, preparations);
  let isClosed = false;
  const openly: Attempt = async (work) => {
    if (isClosed) throw closedEngine();
    try {
      return await attempt(work);
    } catch (error) {
      if (isClosed) throw closedEngine();
      if (isAway(error)) await revive();
      throw error;
    }
  };
  const find = openFind(opened);
  const modelOf = (declaration: AnyDeclaration): DocumentModel => find(declaration).model;
  return {
    collection: <T>(declaration: CollectionDeclaration<T>): Collection<T> =>
      translateErrors(
        openly,
        openMongoCollection(find(declaration), {
          check: (write) => checkFence(modelOf(write.fence.register), write),
          marks,
        }),
      ),
    tenants: (declaration, uniqueKey) => openly(() => readTenants(modelOf(declaration), uniqueKey)),
    seal: (tenantId, work) =>
      openly(async () => {
        const fenced = opened.filter(({ declaration }) => declaration.fenced === true);
        await sealAll(fenced, { tenant: tenantKey(tenantId), work: work && keyText(work) });
      }),
    deriveKeys: (declaration) =>
      openly(async () => {
        await deriveAnew(find(declaration), preparations);
        await marks?.raiseAll();
      }),
    scrub: () => Promise.resolve(),
    changeMark: (...tenantIds) => marks && openly(() => marks.of(tenantIds.map(tenantKey))),
    check: () => openly(() => meta.writeAndRead()),
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await attempt(() => connection.close());
    },
  };
};
