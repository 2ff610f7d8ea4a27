import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { noConnection } from '../../../src/domain/connection/connection.ts';
import { registrationPurpose } from '../../../src/domain/connection/registration.ts';
import { openSecretBox } from '../../../src/identity/secrets/secretBox.ts';
import type { StorageEngine } from '../../../src/storage/collection.ts';
import { connections, settings } from '../../../src/storage/declare/access/connectionCollections.ts';
import { declarations } from '../../../src/storage/declare/collections.ts';
import { schemaStates, systemTenant } from '../../../src/storage/declare/systemCollections.ts';
import { teammates } from '../../../src/storage/declare/people/teammateCollections.ts';
import { joinStore } from '../../../src/storage/migrate/joinStore.ts';
import type { Migration } from '../../../src/storage/migrations.ts';
import { exportStore } from '../../../src/transfer/exportStore.ts';
import { importFile } from '../../../src/transfer/importFile.ts';
import { verifyStore } from '../../../src/transfer/verifyStore.ts';
import { dyingAfter, pausedAt } from '../support/writers/brokenWriters.ts';
import { isThorough } from '../../support/isThorough.ts';
import type { OpenedStore } from '../support/targets/contractTarget.ts';
import { openClock } from '../support/migrating.ts';
import { deskOf, keysOf, openExportFolder, type ExportFolder, type Mover } from '../support/moving.ts';
import { teammate } from '../support/samples.ts';
import { openSqliteTarget } from '../support/targets/sqliteTarget.ts';

const people = 620;
const key = randomBytes(32);
const tenants = ['one', 'two'] as const;

const registrationOf = (tenant: string) => ({
  clientId: 'client',
  credential: 'secret' as const,
  thumbprint: null,
  expiresAt: null,
  savedAt: '2026-01-01T00:00:00.000Z',
  savedBy: { id: 'admin', displayName: 'Admin' },
  sealed: openSecretBox(key).seal(registrationPurpose(tenant, 'client'), 'hunter2'),
});

describe('importing', () => {
  const clock = openClock();
  let folder: ExportFolder;
  let source: OpenedStore;
  let target: OpenedStore;
  let file: string;
  beforeAll(async () => {
    folder = openExportFolder();
    source = await openSqliteTarget().open(declarations);
    for (const tenant of tenants) {
      const puts = Array.from({ length: people }, (_, index) => ({
        put: teammate(`p${index}`, { displayName: `P ${index}` }),
      }));
      await source.engine.collection(teammates).write(tenant, puts);
      const registration = registrationOf(tenant);
      await source.engine
        .collection(connections)
        .write(tenant, [{ put: { ...noConnection, kind: 'registration', registration } }]);
    }
    file = folder.file();
    await exportStore(deskFor(source.engine), file);
  });
  beforeEach(async () => {
    target = await openSqliteTarget().open(declarations);
  });
  afterEach(() => target.remove());
  afterAll(async () => {
    folder.remove();
    await source.remove();
  });

  const deskFor = (engine: StorageEngine, more: Partial<Mover> = {}) =>
    deskOf({ engine, clock, keys: keysOf(key), ...more });
  /** Its timers never fire. */
  const stuckClock = () => ({
    ...clock,
    sleep: (_: number, signal?: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        signal?.addEventListener('abort', () => {
          reject(new Error('stopped'));
        });
      }),
  });
  const compare = () =>
    verifyStore({ ...deskFor(target.engine), expected: { engine: source.engine }, found: target.engine });
  const join = (product = '1.0.0', migrations: readonly Migration[] = []) =>
    joinStore({ ...deskFor(target.engine), release: { product, migrations } });

  test('killed at any write, it goes on when it is repeated, and no server starts on half of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 3 }), async (deaths) => {
        const store = await openSqliteTarget().open(declarations);
        try {
          let before = 0;
          for (const death of deaths) {
            const died = await importFile(deskFor(dyingAfter(store.engine, death)), file).then(
              () => false,
              (error: unknown) => String(error).includes('killed'),
            );
            if (!died) return;
            // What the dead one held runs out.
            clock.advance(60_000);
            const state = (await store.engine.collection(schemaStates).get(systemTenant, 'only'))?.document;
            if (state?.importing) {
              expect(state.importing.written).toBeGreaterThanOrEqual(before);
              before = state.importing.written;
              await expect(joinStore(deskFor(store.engine))).rejects.toMatchObject({ code: 'storage-importing' });
            }
          }
          const { resumedAfter } = await importFile(deskFor(store.engine), file);
          expect(resumedAfter).toBe(before);
          const compared = await verifyStore({
            ...deskFor(store.engine),
            expected: { file },
            found: store.engine,
          });
          expect(compared).toMatchObject({ differences: 0, documents: 2 * people + 2 });
          await (await joinStore(deskFor(store.engine))).leave();
        } finally {
          await store.remove();
        }
      }),
      { numRuns: isThorough ? 6 : 3 },
    );
  });

  test('stopped with Ctrl+C it leaves what it has for the next one, and only the same file goes on', async () => {
    const stop = new AbortController();
    const report = (text: string): void => {
      if (/ of /.test(text)) stop.abort(new Error('Ctrl+C'));
    };
    await expect(importFile(deskFor(target.engine, { signal: stop.signal, report }), file)).rejects.toThrow('Ctrl+C');
    const other = folder.file();
    clock.advance(1);
    await exportStore(deskFor(source.engine), other);
    await expect(importFile(deskFor(target.engine), other)).rejects.toThrow(/import of another file/);
    expect((await importFile(deskFor(target.engine), file)).resumedAfter).toBeGreaterThan(0);
    expect((await compare()).differences).toBe(0);
  });

  test('paused anywhere past its lease, it overwrites nothing that came after and does not lock the store', async () => {
    // Whatever it was about to write: a document, a note, the renewal of its lease.
    for (let at = 2; at <= 14; at += 1) {
      const store = await openSqliteTarget().open(declarations);
      try {
        const paused = pausedAt(store.engine, at);
        // The timers of a paused process stand still as well.
        const first = importFile(deskFor(paused.engine, { clock: stuckClock() }), file).then(
          () => null,
          (error: unknown) => error,
        );
        await Promise.race([paused.reached, first]);
        clock.advance(60_000);
        await importFile(deskFor(store.engine), file);
        const server = await joinStore(deskFor(store.engine));
        const live = teammate('p0', { displayName: 'Live' });
        for (const tenant of tenants) await store.engine.collection(teammates).write(tenant, [{ put: live }]);
        paused.goOn();
        expect([at, await first]).toEqual([at, expect.objectContaining({ code: 'lease-lost' })]);
        for (const tenant of tenants)
          expect((await store.engine.collection(teammates).get(tenant, 'p0'))?.document.profile.displayName).toBe(
            'Live',
          );
        await server.beat();
        await server.leave();
      } finally {
        await store.remove();
      }
    }
  });

  test('what somebody put there after a crash is not written over by the import that goes on', async () => {
    const died = importFile(deskFor(dyingAfter(target.engine, 9)), file);
    await expect(died).rejects.toThrow('killed');
    clock.advance(60_000);
    for (const tenant of tenants) {
      const puts = Array.from({ length: people }, (_, index) => ({
        put: teammate(`p${index}`, { displayName: 'Live' }),
      }));
      await target.engine.collection(teammates).write(tenant, puts);
    }
    await expect(importFile(deskFor(target.engine), file)).rejects.toMatchObject({ code: 'lease-lost' });
    expect((await target.engine.collection(teammates).get('two', 'p7'))?.document.profile.displayName).toBe('Live');
  });

  test('of two at once one waits for the other, and then finds the database filled', async () => {
    const reports: string[] = [];
    const both = await Promise.allSettled(
      [1, 2].map(() => importFile(deskFor(target.engine, { report: (text) => void reports.push(text) }), file)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(reports).toContain('Waiting for another import into this database to end.');
    expect((await compare()).differences).toBe(0);
  });

  test('what is there is never overwritten, and nothing is written where a server runs', async () => {
    await target.engine.collection(settings).write('three', [{ put: { isPaused: true } as never }]);
    await expect(importFile(deskFor(target.engine), file)).rejects.toMatchObject({ code: 'target-not-empty' });
    await target.engine.collection(settings).write('three', [{ delete: 'only' }]);
    const server = await join();
    await expect(importFile(deskFor(target.engine), file)).rejects.toMatchObject({ code: 'target-in-use' });
    expect(await target.engine.tenants(teammates)).toEqual([]);
    await server.beat();
    await server.leave();
    expect(await importFile(deskFor(target.engine), file)).toMatchObject({ resumedAfter: 0 });
  });

  test('a file with a fault changes nothing at all', async () => {
    const altered = folder.file();
    await exportStore(deskFor(source.engine), altered);
    writeFileSync(altered, readFileSync(altered, 'utf8').replace('P 619', 'P 618'));
    await expect(importFile(deskFor(target.engine), altered)).rejects.toMatchObject({ code: 'file-altered' });
    expect(await target.engine.tenants(teammates)).toEqual([]);
    expect(await target.engine.tenants(schemaStates)).toEqual([]);
  });

  test('sealed secrets travel sealed, and a key that does not open them is refused or accepted in so many words', async () => {
    expect(readFileSync(file, 'utf8')).not.toContain('hunter2');
    const stranger = keysOf(randomBytes(32));
    const refused = importFile(deskFor(target.engine, { keys: stranger }), file);
    await expect(refused).rejects.toMatchObject({ code: 'key-missing' });
    await expect(refused).rejects.toThrow(
      new RegExp(`2 tenants .*fingerprint ${keysOf(key).fingerprint ?? ''}.*--without-key`),
    );
    expect(await target.engine.tenants(teammates)).toEqual([]);
    const taken = await importFile(deskFor(target.engine, { keys: stranger, withoutKey: true }), file);
    expect(taken.locked).toBe(2);
    const moved = (await target.engine.collection(connections).get('one', 'only'))?.document.registration?.sealed ?? '';
    expect(openSecretBox(key).open(registrationPurpose('one', 'client'), moved)).toBe('hunter2');
  });

  test('an export of an older version is brought to today’s shape, one of a newer version is refused', async () => {
    const rename: Migration = {
      version: 1,
      name: 'capitals',
      run: async (engine) => {
        const collection = engine.collection(teammates);
        for (const tenant of await engine.tenants(teammates)) {
          for await (const batch of collection.scan(tenant)) {
            const puts = batch.map(({ document, revision }) => ({
              put: { ...document, profile: { ...document.profile, jobTitle: 'MIGRATED' } },
              ifRevision: revision,
            }));
            await collection.write(tenant, puts);
          }
        }
      },
    };
    const newer = { product: '2.0.0', migrations: [rename] };
    await importFile(deskFor(target.engine, newer), file);
    const migrated = await target.engine.collection(teammates).get('two', 'p7');
    expect(migrated?.document.profile.jobTitle).toBe('MIGRATED');
    await expect(join('1.0.0')).rejects.toMatchObject({ code: 'storage-newer' });
    const newerFile = folder.file();
    await exportStore(deskFor(target.engine, newer), newerFile);
    const empty = await openSqliteTarget().open(declarations);
    try {
      const refused = importFile(deskFor(empty.engine), newerFile);
      await expect(refused).rejects.toMatchObject({ code: 'file-newer' });
      await expect(refused).rejects.toThrow(/written by Undersign 2\.0\.0/);
      await expect(
        verifyStore({ ...deskFor(target.engine), expected: { file }, found: target.engine }),
      ).rejects.toMatchObject({ code: 'schema-differs' });
    } finally {
      await empty.remove();
    }
  });

  test('verify names what is missing, added or different by its id, and nothing that is in it', async () => {
    await importFile(deskFor(target.engine), file);
    const collection = target.engine.collection(teammates);
    await collection.write('one', [{ delete: 'p5' }, { put: teammate('new', { displayName: 'Very Private' }) }]);
    await collection.write('two', [{ put: teammate('p6', { displayName: 'Very Private' }) }]);
    const compared = await compare();
    expect(compared).toMatchObject({ differences: 3, tenants: 2 });
    expect(compared.examples).toEqual([
      { tenant: 'one', collection: 'teammates', id: 'new', kind: 'added' },
      { tenant: 'one', collection: 'teammates', id: 'p5', kind: 'missing' },
      { tenant: 'two', collection: 'teammates', id: 'p6', kind: 'different' },
    ]);
    expect(JSON.stringify(compared)).not.toContain('Private');
    const [first, second] = compared.collections;
    expect(first?.expected).toEqual(first?.found);
    expect(second?.expected.sha256).not.toBe(second?.found.sha256);
  });
});
