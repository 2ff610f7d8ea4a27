/** What a MongoDB can do that not every server under test can. A test that needs one of these says so, and is NOT RUN without it. */
export interface MongoCapabilities {
  readonly replicaSet: boolean;
  readonly sharded: boolean;
  /** No router of a cluster, where marks of change are not kept and a start tells the cluster what to share out. */
  readonly oneShard: boolean;
  readonly transactions: boolean;
  /** `explain` tells which index a query used. */
  readonly queryPlans: boolean;
  /** Documents come out of an index of several keys in order, so nothing has to be sorted; DocumentDB 0.106 sorts. */
  readonly orderedIndexes: boolean;
  /** The primary can be told to step down. */
  readonly stepDown: boolean;
  /** The server can be told to fail the next command. */
  readonly failPoints: boolean;
  /** A duplicate key error says which key. */
  readonly namesDuplicateKey: boolean;
}

/** A running server, as it says of itself. */
export interface MongoServer {
  readonly url: string;
  readonly kind: 'given' | 'mongod' | 'downloaded' | 'ferretdb';
  readonly name: string;
  readonly version: string;
  readonly capabilities: MongoCapabilities;
}

/** What a way to a server may look at. */
export interface Search {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Tells whoever waits what is going on. */
  readonly say: (line: string) => void;
}

/** A server somebody started: where it is, and how it ends. */
export interface StartedMongo {
  readonly url: string;
  stop(): Promise<void>;
}

/** Why there is none, said once and loudly: a suite that did not run must never look like one that passed. */
export interface NoMongoServer {
  readonly notRun: string;
}

const origins: Record<MongoServer['kind'], string> = {
  given: 'given by MONGODB_URL',
  mongod: 'a mongod of this machine',
  downloaded: 'downloaded for the tests',
  ferretdb: 'built here with Go',
};

/** The one line the output of every run has. */
export const announceMongo = (found: MongoServer | NoMongoServer): string => {
  if ('notRun' in found) {
    return `NOT RUN: the tests on MongoDB. ${found.notRun}\nTo run them: set MONGODB_URL, or install mongod or Go.`;
  }
  const missing = Object.entries(found.capabilities).flatMap(([what, has]) => (has ? [] : [what]));
  const without = missing.length === 0 ? '' : `, without ${missing.join(', ')}`;
  return `MongoDB contract: ${found.name} ${found.version} (${origins[found.kind]})${without}`;
};
