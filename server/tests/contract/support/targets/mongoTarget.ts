import type { StorageEngine } from '../../../../src/storage/collection.ts';
import type { EngineOpening } from '../../../../src/storage/engineOpening.ts';
import type { AskedQuestion } from '../../../../src/storage/mongo/openedCollection.ts';
import { openMongoEngine } from '../../../../src/storage/mongo/openMongoEngine.ts';
import {
  anything,
  documentSchema,
  number,
  text,
  textOrNull,
  texts,
  type DocumentSchema,
} from '../../../../src/storage/mongo/schemas/documentSchema.ts';
import { schemas } from '../../../../src/storage/mongo/schemas/schemas.ts';
import { openMongoDatabase } from '../../../mongo/mongoDatabase.ts';
import type { MongoServer } from '../../../mongo/servers/mongoServer.ts';
import type { ContractTarget } from './contractTarget.ts';
import { fencedThings, historicThings, registers, things } from '../things.ts';

const thingFields = {
  id: text,
  name: textOrNull,
  status: text,
  size: { type: Number },
  mixed: anything,
  code: textOrNull,
  rare: textOrNull,
  tags: texts,
  note: text,
};

/** Of everything the product keeps, and of what the contract declares for itself. */
export const contractSchemas: readonly DocumentSchema[] = [
  ...schemas,
  documentSchema(things, thingFields),
  documentSchema(fencedThings, thingFields),
  documentSchema(historicThings, thingFields),
  documentSchema(registers, { id: text, fence: number }),
];

export const openMongoTarget = (
  server: MongoServer,
  { onQuestion }: { readonly onQuestion?: (question: AskedQuestion) => void } = {},
): ContractTarget => ({
  name: server.name,
  readsAll: server.kind === 'ferretdb',
  open: async (declarations) => {
    const database = openMongoDatabase(server);
    const observed = { ...(onQuestion && { onQuestion }), ...(server.kind === 'ferretdb' && { fewDocuments: 100 }) };
    const engines: StorageEngine[] = [];
    const open = async (opening: EngineOpening): Promise<StorageEngine> => {
      const { url } = database;
      const engine = await openMongoEngine({ url, ...opening, schemas: contractSchemas, ...observed });
      engines.push(engine);
      return engine;
    };
    return {
      engine: await open({ declarations }),
      reopen: async (declared) => {
        await Promise.all(engines.map((engine) => engine.close()));
        return open({ declarations: declared });
      },
      openAnother: (opening) => open({ declarations, ...opening }),
      ...(server.kind === 'ferretdb' && { clear: () => database.clear() }),
      remove: async () => {
        await Promise.all(engines.map((engine) => engine.close()));
        await database.remove();
      },
    };
  },
});
