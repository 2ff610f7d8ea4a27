import type { MongoServer, NoMongoServer, Search, StartedMongo } from './mongoServer.ts';
import { readCapabilities } from './readCapabilities.ts';
import { startDownloaded } from './startDownloaded.ts';
import { startFerretdb } from './startFerretdb.ts';
import { startMongod } from './startMongod.ts';
import { findMongod } from './findMongod.ts';

/** One way to a server: it started one, or says why it could not. */
export interface MongoWay {
  readonly kind: MongoServer['kind'];
  /** Asked for by name: if this way fails, the run fails, instead of quietly testing something else. */
  readonly demanded: boolean;
  start(): Promise<StartedMongo | string>;
}

export type FoundServer = { readonly found: MongoServer; readonly stop: () => Promise<void> };

const nothingToStop = (): Promise<void> => Promise.resolve();

const waysOf = ({ env, say }: Search): readonly MongoWay[] => {
  const given = env['MONGODB_URL'];
  if (given) {
    return [{ kind: 'given', demanded: true, start: () => Promise.resolve({ url: given, stop: nothingToStop }) }];
  }
  const named = env['MONGOD_BINARY'];
  if (named) return [{ kind: 'mongod', demanded: true, start: () => startMongod(named) }];
  const installed = findMongod(env['PATH'] ?? '');
  return [
    {
      kind: 'mongod',
      demanded: false,
      start: async () => (installed ? startMongod(installed) : 'No mongod on the PATH.'),
    },
    { kind: 'downloaded', demanded: false, start: () => startDownloaded(say) },
    { kind: 'ferretdb', demanded: false, start: () => startFerretdb({ env, say }) },
  ];
};

/** The first of the ways that leads to a server that answers. Rejects when the way that was asked for by name does not. */
export const takeFirstWay = async (
  ways: readonly MongoWay[],
  ask = readCapabilities,
): Promise<FoundServer | NoMongoServer> => {
  const reasons: string[] = [];
  for (const { kind, demanded, start } of ways) {
    const taken = await start()
      .then(async (started) => (typeof started === 'string' ? started : await identify(kind, started, ask)))
      .catch((error: unknown) => String(error));
    if (typeof taken !== 'string') return taken;
    if (demanded) throw new Error(`The MongoDB that was asked for cannot be used: ${taken}`);
    reasons.push(taken);
  }
  return { notRun: reasons.join(' ') };
};

const identify = async (
  kind: MongoServer['kind'],
  { url, stop }: StartedMongo,
  ask: typeof readCapabilities,
): Promise<FoundServer> => {
  try {
    return { found: { url, kind, ...(await ask(url)) }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** MONGODB_URL, MONGOD_BINARY, a mongod on the PATH, its download, FerretDB built with Go: in this order, the best first. */
export const findMongoServer = (search: Search): Promise<FoundServer | NoMongoServer> => takeFirstWay(waysOf(search));
