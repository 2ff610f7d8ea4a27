import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { readComposition, textOf } from '../support/processes/deployment.ts';

const script = textOf('deploy/initiateReplicaSet.js');
const url = 'mongodb://undersign:p%40ss@mongo-1,mongo-2,mongo-3/signatures?replicaSet=undersign';

interface Cluster {
  isInitiated: boolean;
  rootPassword: string | null;
  /** How often the first server is asked before it is the primary. */
  patience: number;
  readonly users: Map<string, unknown>;
  readonly log: string[];
}

const newCluster = (): Cluster => ({
  isInitiated: false,
  rootPassword: null,
  patience: 2,
  users: new Map(),
  log: [],
});

const refuse = (codeName: string): never => {
  throw Object.assign(new Error(codeName), { codeName });
};

/** What mongod lets somebody do who has not signed in: all that is needed while there is no user, else to say hello. */
const localConnection = (cluster: Cluster) => ({
  adminCommand: (command: Record<string, unknown>): Record<string, unknown> => {
    if ('hello' in command) {
      const isPrimary = cluster.isInitiated && cluster.patience-- <= 0;
      return isPrimary ? { isWritablePrimary: true, primary: 'mongo-1:27017' } : { isWritablePrimary: false };
    }
    if (cluster.rootPassword !== null) return refuse('Unauthorized');
    if ('createUser' in command) cluster.rootPassword = String(command['pwd']);
    else if ('replSetInitiate' in command) {
      cluster.isInitiated = true;
      cluster.log.push(JSON.stringify(command['replSetInitiate']));
    } else if (!cluster.isInitiated) return refuse('NotYetInitialized');
    return { ok: 1 };
  },
});

const rootConnection = (cluster: Cluster) => ({
  getSiblingDB: (database: string) => ({
    getUser: (user: string) => cluster.users.get(`${database}.${user}`) ?? null,
    createUser: ({ user, ...rights }: { user: string }) => cluster.users.set(`${database}.${user}`, rights),
    updateUser: (user: string, rights: unknown) => cluster.users.set(`${database}.${user}`, rights),
  }),
});

const run = (cluster: Cluster, secrets: Readonly<Record<string, string>> = {}): void => {
  const files: Readonly<Record<string, string>> = {
    mongo_root_password: 'root/1\n',
    database_url: `${url}\n`,
    ...secrets,
  };
  const connect = (address: string) => {
    if (address.startsWith('mongodb://127.0.0.1')) return localConnection(cluster);
    const password = /^mongodb:\/\/root:([^@]+)@mongo-1:27017,mongo-2:27017,mongo-3:27017\/admin\?/.exec(address)?.[1];
    if (decodeURIComponent(password ?? '') !== cluster.rootPassword) return refuse('AuthenticationFailed');
    return rootConnection(cluster);
  };
  const readFileSync = (path: string) => files[path.replace('/run/secrets/', '')];
  const print = (line: string) => cluster.log.push(line);
  runInContext(script, createContext({ connect, print, sleep: () => undefined, require: () => ({ readFileSync }) }));
};

describe('making the replica set', () => {
  const rights = { pwd: 'p@ss', roles: [{ role: 'readWrite', db: 'signatures' }] };

  test('the first time: the set of the servers in compose.yaml, an administrator, the user of DATABASE_URL', () => {
    const cluster = newCluster();
    run(cluster);
    const { members } = JSON.parse(cluster.log[0] ?? '') as { members: { host: string; priority: number }[] };
    const servers = Object.keys(readComposition().services).filter((name) => /^mongo-\d/.test(name));
    expect(members.map(({ host }) => host)).toEqual(servers.map((name) => `${name}:27017`));
    expect(cluster.rootPassword).toBe('root/1');
    expect([...cluster.users]).toEqual([['signatures.undersign', rights]]);
    expect(cluster.log.join()).not.toMatch(/p@ss|root\/1/);
  });

  test('again: nothing is made twice, and a new password is taken over', () => {
    const cluster = newCluster();
    run(cluster);
    cluster.log.length = 0;
    run(cluster, { database_url: url.replace('p%40ss', 'new') });
    expect(cluster.log).toEqual(['undersign may read and write signatures.']);
    expect([...cluster.users]).toEqual([['signatures.undersign', { ...rights, pwd: 'new' }]]);
  });

  test('after it was interrupted: what is missing is made', () => {
    const cluster = { ...newCluster(), isInitiated: true };
    run(cluster);
    expect(cluster.log[0]).toBe('The administrator is made.');
    expect(cluster.users.size).toBe(1);
  });

  test('an administrator with another password, an address without a user, and no primary are told', () => {
    expect(() => {
      run({ ...newCluster(), isInitiated: true, rootPassword: 'other', patience: 0 });
    }).toThrow(/another password than mongo_root_password/);
    expect(() => {
      run(newCluster(), { database_url: 'mongodb://mongo-1/signatures' });
    }).toThrow(/database_url must be mongodb:\/\/USER/);
    expect(() => {
      run({ ...newCluster(), patience: 1e6 });
    }).toThrow(/in vain until there is a primary/);
  });
});
