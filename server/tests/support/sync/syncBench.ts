import { defaultSyncSettings, type SyncSettings } from '../../../src/domain/settings/syncSettings.ts';
import { randomUUID } from 'node:crypto';
import type { DirectorySeed } from '../../../../simulator/directory/model.ts';
import { startSimulator, type Simulator } from '../../../../simulator/startSimulator.ts';
import { noCounts } from '../../../src/domain/plan/plan.ts';
import type { Run, RunKind, RunMode } from '../../../src/domain/run/run.ts';
import type { Selection } from '../../../src/domain/scope/selection.ts';
import { openGraphDirectories } from '../../../src/graph/graphDirectoryReader.ts';
import { openAppTokens } from '../../../src/identity/appTokens.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { DirectoryReader } from '../../../src/ports/directory/directoryReader.ts';
import type { Repositories } from '../../../src/ports/repositories.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import { executeRun } from '../../../src/sync/run/executeRun.ts';
import { openRunLog } from '../../../src/sync/run/runLog.ts';
import { openRecordingLogger } from './recordingLogger.ts';
import { allPermissions } from '../processes/startUndersign.ts';
import { openTestStore } from './testStore.ts';
import { signingKey } from './signingKey.ts';

type ReaderCall =
  | 'readPage'
  | 'readUsers'
  | 'openChanges'
  | 'readChanges'
  | 'countUsers'
  | 'resolveNames'
  | 'readContainersOf';

export interface SyncOptions {
  readonly kind?: RunKind;
  /** Called before each question to the directory; changing the directory here is changing it during the read. */
  readonly onCall?: (call: ReaderCall) => void;
  /** Stands between the run and the store; see `crashAfter`. */
  readonly repositories?: Repositories;
  /** Goes on with this run instead of a new one, as after a crash. */
  readonly resume?: string;
  readonly approvedDepartures?: number;
  readonly mode?: RunMode;
  readonly settings?: SyncSettings;
}

/** The pipeline on its own: real Graph over HTTP, real storage, no server around it, waiting takes no time. */
export interface SyncBench {
  readonly simulator: Simulator;
  readonly repositories: Repositories;
  readonly tenantId: string;
  /** Empties the store and fills the directory. */
  begin(seed: DirectorySeed): Promise<void>;
  /** Runs to the end and returns the run; throws what the run fails with. */
  sync(selection: Selection, options?: SyncOptions): Promise<Run>;
  close(): Promise<void>;
}

export const openSyncBench = async ({ pageSize }: { readonly pageSize: number }): Promise<SyncBench> => {
  let seed: DirectorySeed | undefined;
  const simulator = await startSimulator({ signingKey, seed: () => seed ?? emptyDirectory() });
  let store = await openStore();
  const clock: Clock = {
    now: () => new Date(simulator.clock.now()),
    sleep: (milliseconds, signal) => {
      signal?.throwIfAborted();
      simulator.clock.advance(milliseconds);
      return new Promise((resolve) => setImmediate(resolve));
    },
  };
  const { id: tenantId, clientId, clientSecret } = simulator.tenant;
  const openDirectory = ({ attributes = [], omitted = [] }: Selection) => {
    const { url } = simulator;
    const tokens = openAppTokens({ entraAuthority: url, graphUrl: url, clientId, clientSecret, clock });
    return openGraphDirectories({ graphUrl: url, tokens, clock, logger: openRecordingLogger(), pageSize })(tenantId, {
      attributes,
      omitted,
    });
  };

  return {
    simulator,
    get repositories() {
      return store.repositories;
    },
    tenantId,
    begin: async (next) => {
      seed = next;
      simulator.reset();
      simulator.consent.grant(clientId, allPermissions);
      await store.close();
      store = await openStore();
    },
    sync: async (selection, options = {}) => {
      const { onCall = () => undefined, repositories = store.repositories } = options;
      const run = options.resume === undefined ? newRun(selection, options, clock) : null;
      if (run !== null) await store.repositories.runs.add(tenantId, run);
      const start = await store.repositories.runs.get(tenantId, options.resume ?? run?.id ?? '');
      if (start === null) throw new Error('There is no run to resume.');
      const abort = new AbortController();
      const log = openRunLog(repositories.runs, { tenantId, start, abort });
      const directory = listenedTo(openDirectory(selection), onCall);
      await executeRun({
        tenantId,
        repositories,
        directory,
        clock,
        log,
        signal: abort.signal,
      });
      return log.current();
    },
    close: async () => {
      await store.close();
      await simulator.close();
    },
  };
};

const emptyDirectory = (): DirectorySeed => ({
  organization: {
    id: '1698d3a7-5374-427e-a1aa-86568c1a6b4d',
    displayName: 'Bench',
    city: 'Utrecht',
    countryLetterCode: 'NL',
    postalCode: '3581 CA',
    street: 'Maliebaan 1',
    preferredLanguage: 'nl',
    createdDateTime: '2020-01-01T00:00:00Z',
    verifiedDomains: [{ name: 'lindenhof.example', isDefault: true, isInitial: true }],
  },
  users: [],
  groups: [],
  units: [],
  roles: {},
});

/** A directory of one's own making. */
export const directoryOf = (parts: Partial<Pick<DirectorySeed, 'users' | 'groups' | 'units'>>): DirectorySeed => ({
  ...emptyDirectory(),
  ...parts,
});

const openStore = async () => {
  const store = openTestStore();
  const engine = await store.open();
  return {
    repositories: openRepositories(engine),
    close: async () => {
      await engine.close();
      await store.remove();
    },
  };
};

const newRun = (selection: Selection, options: SyncOptions, clock: Clock): Run => ({
  id: randomUUID(),
  kind: options.kind ?? 'sync',
  mode: options.mode ?? 'full',
  trigger: 'admin',
  status: 'queued',
  startedBy: { id: 'bench', displayName: 'Bench' },
  startedAt: clock.now().toISOString(),
  finishedAt: null,
  selection,
  settings: options.settings ?? defaultSyncSettings,
  cancelRequested: false,
  approvedDepartures: options.approvedDepartures ?? Number.MAX_SAFE_INTEGER,
  progress: { peopleRead: 0, readsDone: 0, readsKnown: 0, pagesRead: 0, graphRequests: 0, applied: 0 },
  counts: noCounts,
  warnings: [],
  failure: null,
});

const listenedTo = (reader: DirectoryReader, onCall: (call: ReaderCall) => void): DirectoryReader => {
  const before =
    <A extends unknown[], R>(name: ReaderCall, call: (...parameters: A) => R) =>
    (...parameters: A): R => {
      onCall(name);
      return call(...parameters);
    };
  return {
    ...reader,
    readPage: before('readPage', reader.readPage),
    readUsers: before('readUsers', reader.readUsers),
    readContainersOf: before('readContainersOf', reader.readContainersOf),
    openChanges: before('openChanges', reader.openChanges),
    readChanges: before('readChanges', reader.readChanges),
    countUsers: before('countUsers', reader.countUsers),
    resolveNames: before('resolveNames', reader.resolveNames),
    get requestCount() {
      return reader.requestCount;
    },
    get waiting() {
      return reader.waiting;
    },
  };
};
