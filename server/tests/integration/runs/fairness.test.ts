import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateDirectory } from '../../../../simulator/seed/generateDirectory.ts';
import { startSimulator, type Simulator } from '../../../../simulator/startSimulator.ts';
import { openGraphDirectories } from '../../../src/graph/graphDirectoryReader.ts';
import { openAppTokens } from '../../../src/identity/appTokens.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { OpenDirectory, ReadSource } from '../../../src/ports/directory/directoryReader.ts';
import type { Repositories } from '../../../src/ports/repositories.ts';
import { openLeaseStore } from '../../../src/storage/openLeaseStore.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import { openRunExecutor } from '../../../src/sync/run/runExecutor.ts';
import { startRun } from '../../../src/sync/startRun.ts';
import { openRecordingLogger } from '../../support/sync/recordingLogger.ts';
import { everyoneUnfiltered } from '../../support/people/selections.ts';
import { allPermissions } from '../../support/processes/startUndersign.ts';
import { openTestClock } from '../../support/sync/testClock.ts';
import { openTestStore } from '../../support/sync/testStore.ts';
import { signingKey } from '../../support/sync/signingKey.ts';

const huge = '00000000-0000-4000-8000-000000000000';
const smallTenants = Array.from({ length: 20 }, () => randomUUID());
/** Known from all other waiting by its length. */
const slice = 7_654_321;
const never = new Promise<void>(() => undefined);
const people = { huge: 600, small: 12 };

/** Waits for somebody else, or until whoever waits gives up. */
const waitFor = (event: Promise<void>, signal: AbortSignal | undefined): Promise<void> =>
  Promise.race([
    event,
    new Promise<void>((_resolve, reject) => {
      const giveUp = (): void => {
        reject(signal?.reason instanceof Error ? signal.reason : new Error('given up'));
      };
      if (signal?.aborted === true) giveUp();
      signal?.addEventListener('abort', giveUp);
    }),
  ]);

const openReaders = async (users: number): Promise<{ simulator: Simulator; open: OpenDirectory }> => {
  const simulator = await startSimulator({ signingKey, seed: generateDirectory({ users, groups: 1, units: 1 }) });
  const { url, tenant } = simulator;
  const { id, clientId, clientSecret } = tenant;
  simulator.consent.grant(clientId, allPermissions);
  const clock = openTestClock(() => simulator.clock.now());
  const tokens = openAppTokens({ entraAuthority: url, graphUrl: url, clientId, clientSecret, clock });
  const directories = openGraphDirectories({
    graphUrl: url,
    tokens,
    clock,
    logger: openRecordingLogger(),
    pageSize: 25,
  });
  // One directory stands for those of many tenants: whose people they are is the storage's to tell apart.
  return { simulator, open: (_tenantId, options) => directories(id, options) };
};

describe.each([
  { places: 'the usual places', atOnce: undefined },
  { places: 'one place only', atOnce: 1 },
])('one huge tenant and twenty small ones on $places', ({ atOnce }) => {
  const store = openTestStore();
  const ended: string[] = [];
  /** Pages that the huge tenant read, by turn. */
  const turns: string[][] = [];
  let close: () => Promise<void>;
  let repositories: Repositories;

  beforeAll(async () => {
    const engine = await store.open();
    repositories = openRepositories(engine);
    const directories = { huge: await openReaders(people.huge), small: await openReaders(people.small) };
    let hasTurned = (): void => undefined;
    const firstPage = new Promise<void>((resolve) => (hasTurned = resolve));
    const testClock = openTestClock(() => directories.huge.simulator.clock.now());
    /** The slice of the huge tenant's first turn passes with its first page; no other does. */
    const passing = [firstPage];
    const clock: Clock = {
      ...testClock,
      sleep: (milliseconds, signal) =>
        milliseconds === slice ? waitFor(passing.shift() ?? never, signal) : testClock.sleep(milliseconds, signal),
    };
    let smallAreDone = (): void => undefined;
    const untilSmallAreDone = new Promise<void>((resolve) => (smallAreDone = resolve));
    let allAreDone = (): void => undefined;
    const untilAllAreDone = new Promise<void>((resolve) => (allAreDone = resolve));

    /** The directory of the huge tenant answers one page, and the next when the others have what they want. */
    const openHuge: OpenDirectory = (tenantId, options) => {
      const reader = directories.huge.open(tenantId, options);
      const turn: string[] = [];
      turns.push(turn);
      return {
        ...reader,
        get requestCount() {
          return reader.requestCount;
        },
        get waiting() {
          return null;
        },
        readPage: async (source: ReadSource, link, signal) => {
          if (turns.flat().length > 0) await waitFor(untilSmallAreDone, signal);
          turn.push(`${JSON.stringify(source)} ${String(link)}`);
          const page = await reader.readPage(source, link, signal);
          hasTurned();
          return page;
        },
      };
    };
    const executor = openRunExecutor({
      repositories,
      leases: openLeaseStore(engine, clock),
      openDirectory: (tenantId, options) =>
        tenantId === huge ? openHuge(tenantId, options) : directories.small.open(tenantId, options),
      clock,
      logger: openRecordingLogger(),
      slice,
      ...(atOnce === undefined ? {} : { atOnce }),
      onSynced: (tenantId) => {
        ended.push(tenantId);
        if (ended.filter((one) => one !== huge).length === smallTenants.length) smallAreDone();
        if (ended.length === smallTenants.length + 1) allAreDone();
      },
    });
    // All are there before anybody begins, as after a night in which the server was down.
    const desk = { repositories, executor: { ...executor, wake: () => undefined }, clock };
    const order = { kind: 'sync', mode: 'full', trigger: 'admin', startedBy: null, approvedDepartures: 0 } as const;
    for (const tenantId of [huge, ...smallTenants])
      await startRun(desk, { ...order, tenantId, selection: everyoneUnfiltered });
    const watching = executor.watch();
    await untilAllAreDone;
    await executor.stop();
    await watching;
    close = async () => {
      await engine.close();
      await directories.huge.simulator.close();
      await directories.small.simulator.close();
      await store.remove();
    };
  });
  afterAll(() => close());

  test('every small one is synced before the huge one, which is not begun again before all of them have begun', () => {
    expect(ended.at(-1)).toBe(huge);
    expect(new Set(ended).size).toBe(smallTenants.length + 1);
    expect(turns).toHaveLength(2);
    expect(turns[0]).toHaveLength(1);
  });

  test('the huge one loses nobody and reads no page twice', async () => {
    const kept = await repositories.teammates.count(huge, 'active');
    expect(kept + (await repositories.teammates.count(huge, 'disabled'))).toBe(people.huge);
    const pages = turns.flat();
    expect(pages.length).toBeGreaterThan(people.huge / 25 - 1);
    expect(new Set(pages).size).toBe(pages.length);
    const [run] = (await repositories.runs.page(huge, { limit: 10 })).items;
    expect(run).toMatchObject({ status: 'succeeded', failure: null });
  });
});
