import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { StorageError } from '../../../src/domain/errors.ts';
import type { Run } from '../../../src/domain/run/run.ts';
import type { Collection, CollectionDeclaration, Stored } from '../../../src/storage/collection.ts';
import { declarations } from '../../../src/storage/declare/collections.ts';
import { leases } from '../../../src/storage/declare/systemCollections.ts';
import { runs } from '../../../src/storage/declare/runCollections.ts';
import { teammates } from '../../../src/storage/declare/people/teammateCollections.ts';
import { exportStore } from '../../../src/transfer/exportStore.ts';
import { inspectExport } from '../../../src/transfer/file/inspectExport.ts';
import { translateFileError } from '../../../src/transfer/transferError.ts';
import { isThorough } from '../../support/isThorough.ts';
import type { OpenedStore } from '../support/targets/contractTarget.ts';
import { openClock } from '../support/migrating.ts';
import { deskOf, openExportFolder, pauses, type ExportFolder } from '../support/moving.ts';
import { run, teammate } from '../support/samples.ts';
import { openSqliteTarget } from '../support/targets/sqliteTarget.ts';

describe('the file of an export', () => {
  const clock = openClock();
  let store: OpenedStore;
  let folder: ExportFolder;
  let whole: string;
  beforeAll(async () => {
    folder = openExportFolder();
    store = await openSqliteTarget().open(declarations);
    for (const tenant of ['one', 'two']) {
      const puts = ['a', 'b', 'c'].map((id) => ({ put: teammate(id, { displayName: `Ünal ${id}` }) }));
      await store.engine.collection(teammates).write(tenant, puts);
      await store.engine.collection(runs).write(tenant, [{ put: run('r', { status: 'succeeded' }) }]);
    }
    whole = folder.file();
    await exportStore(deskOf({ engine: store.engine, clock }), whole);
  });
  afterAll(async () => {
    folder.remove();
    await store.remove();
  });

  const inspect = (file: string) => inspectExport(deskOf({ engine: store.engine, clock }), file);
  const fault = async (bytes: string | Buffer, ending = 'ndjson'): Promise<StorageError> => {
    const file = folder.file(ending);
    writeFileSync(file, bytes);
    return inspect(file).then(
      () => Promise.reject(new Error('it was taken')),
      (error: unknown) => error as StorageError,
    );
  };
  const linesOf = (): string[] => readFileSync(whole, 'utf8').trimEnd().split('\n');
  const lineIn = ({ message }: StorageError): number => Number(/line (\d+)/.exec(message)?.[1]);

  test('is lines of JSON for its owner alone: what it is, then documents, then how many there were', async () => {
    const lines = linesOf().map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toMatchObject({ undersign: 'export', format: 1, schema: 0, product: '1.0.0' });
    expect(lines[0]?.['leftOut']).toContain('leases');
    expect(lines[1]).toMatchObject({ collection: 'runs', tenant: 'one', document: { id: 'r' } });
    expect(lines.at(-1)).toMatchObject({ end: { documents: 8, sections: 4 } });
    expect(statSync(whole).mode & 0o777).toBe(0o600);
    expect(await inspect(whole)).toMatchObject({ documents: 8, locked: 0 });
  });

  test('packed it is the same file, and is known by its content whatever its name', async () => {
    const packed = folder.file('ndjson.gz');
    await exportStore(deskOf({ engine: store.engine, clock }), packed);
    expect(gunzipSync(readFileSync(packed)).toString('utf8').split('\n')).toHaveLength(linesOf().length + 1);
    writeFileSync(`${packed}.renamed`, readFileSync(packed));
    expect(await inspect(`${packed}.renamed`)).toMatchObject({ documents: 8 });
    expect(await inspect(folder.file()).catch((error: unknown) => error as StorageError)).toMatchObject({
      code: 'file-missing',
    });
  });

  test('with a single byte changed it is refused at that very line', async () => {
    const bytes = readFileSync(whole);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), async (place, change) => {
        const altered = Buffer.from(bytes);
        altered[place] = (altered[place] ?? 0) ^ change;
        const error = await fault(altered);
        expect(error.code).toMatch(/^file-(altered|foreign|truncated|newer)$/);
        const line = bytes.subarray(0, place).toString('latin1').split('\n').length;
        if (error.code === 'file-altered') expect(lineIn(error)).toBe(line);
        if (error.code === 'file-foreign' || error.code === 'file-newer') expect(line).toBe(1);
      }),
      { numRuns: isThorough ? 300 : 100 },
    );
  });

  test('cut off anywhere, packed or not, it is refused, with the line at which it ends', async () => {
    const bytes = readFileSync(whole);
    const packed = gzipSync(bytes);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: packed.length - 1 }), async (at, packedAt) => {
        const error = await fault(bytes.subarray(0, at));
        expect(error.code).toMatch(at < bytes.indexOf(10) && at > 0 ? /^file-foreign$/ : /^file-truncated$/);
        if (error.code === 'file-truncated')
          expect(lineIn(error)).toBe(bytes.subarray(0, at).toString('latin1').split('\n').length);
        expect((await fault(packed.subarray(0, packedAt), 'gz')).code).toMatch(/^file-(truncated|foreign)$/);
      }),
      { numRuns: isThorough ? 200 : 70 },
    );
  });

  test('a line that is missing, twice there, moved or added is noticed there', async () => {
    const lines = linesOf();
    const write = (changed: readonly string[]) => fault(`${changed.join('\n')}\n`);
    for (let place = 1; place < lines.length; place += 1) {
      const missing = await write(lines.toSpliced(place, 1));
      expect([missing.code, lineIn(missing)]).toEqual([
        place === lines.length - 1 ? 'file-truncated' : 'file-altered',
        place + 1,
      ]);
      const twice = await write(lines.toSpliced(place, 0, lines[place] ?? ''));
      expect([twice.code, lineIn(twice)]).toEqual(['file-altered', place + 2]);
    }
    expect(lineIn(await write(lines.toSpliced(2, 2, lines[3] ?? '', lines[2] ?? '')))).toBe(3);
    expect(await fault(`${lines.join('\n')}\n{}\n`)).toMatchObject({ code: 'file-altered' });
  });

  test('what is no export, and what a later version wrote, says so', async () => {
    for (const other of ['{"a":1}\n', 'hello\n', '[]\n', '\n', Buffer.from([0x1f, 0x8b, 1, 2, 3])])
      expect((await fault(other)).code).toMatch(/^file-(foreign|altered)$/);
    expect(await fault('')).toMatchObject({ code: 'file-truncated' });
    const [header = ''] = linesOf();
    const later = await fault(`${header.replace('"format":1', '"format":2').replace('1.0.0', '9.9.9')}\n`);
    expect(later).toMatchObject({ code: 'file-newer' });
    expect(later.message).toMatch(/Undersign 9\.9\.9 in format 2, this one reads 1/);
  });

  test('an older file is never written over, and a folder that cannot be written is named', async () => {
    const desk = deskOf({ engine: store.engine, clock });
    const before = readFileSync(whole);
    await expect(exportStore(desk, whole)).rejects.toMatchObject({ code: 'file-exists' });
    expect(readFileSync(whole)).toEqual(before);
    await expect(exportStore(desk, join(folder.path, 'nowhere', 'x'))).rejects.toMatchObject({ code: 'file-missing' });
    const closed = join(folder.path, 'closed');
    mkdirSync(closed);
    chmodSync(closed, 0o500);
    // Whoever runs tests as root may write everywhere.
    if (process.getuid?.() !== 0)
      await expect(exportStore(desk, join(closed, 'x'))).rejects.toMatchObject({ code: 'file-unreadable' });
    expect(translateFileError(Object.assign(new Error('x'), { code: 'ENOSPC' }), 'f')).toMatchObject({
      code: 'disk-full',
    });
  });

  test('stopped in the middle it leaves nothing, and what a killed one left is replaced', async () => {
    const stop = new AbortController();
    const file = folder.file();
    const before = readdirSync(folder.path);
    const report = (): void => {
      stop.abort(new Error('Ctrl+C'));
    };
    const desk = deskOf({ engine: store.engine, clock, signal: stop.signal, report });
    await expect(exportStore(desk, file)).rejects.toThrow('Ctrl+C');
    expect(readdirSync(folder.path)).toEqual(before);
    writeFileSync(`${file}.partial`, 'half', { mode: 0o644 });
    await exportStore(deskOf({ engine: store.engine, clock }), file);
    expect([existsSync(`${file}.partial`), statSync(file).mode & 0o777]).toEqual([false, 0o600]);
  });

  test('syncs of a tenant wait while it is read, and it waits for the one under way', async () => {
    const reports: string[] = [];
    const free: string[] = [];
    const { leases: store1 } = deskOf({ engine: store.engine, clock });
    const sync = await store1.acquire('two', 'run-sync', 60_000);
    const report = (text: string): void => {
      reports.push(text);
      if (text.startsWith('Waiting')) void store1.release('two', sync!);
    };
    const desk = deskOf({ engine: store.engine, clock, report });
    const held = {
      ...desk.leases,
      release: async (tenant: string, lease: { readonly name: string; readonly fence: number }) => {
        if ((await store1.acquire(tenant, lease.name, 1000)) !== null) free.push(lease.name);
        await desk.leases.release(tenant, lease);
      },
    };
    await exportStore({ ...desk, leases: held }, folder.file());
    expect(reports.filter((text) => text.startsWith('Waiting'))).toEqual([
      'Waiting for run-sync of tenant two to end; it goes on after the export of this tenant.',
    ]);
    expect(free).toEqual([]);
    for (const tenant of ['one', 'two']) {
      const ids = (await store.engine.collection(leases).page(tenant, { limit: 9 })).items;
      expect(ids.map(({ document }) => [document.name, document.expiresAt])).toEqual(
        [...pauses].sort().map((name) => [name, 0]),
      );
    }
  });

  test('a lease that was lost while the last section was read fails the export, though no timer noticed', async () => {
    const desk = deskOf({ engine: store.engine, clock });
    const taken = { ...desk.leases, renew: async () => false };
    const file = folder.file();
    await expect(exportStore({ ...desk, leases: taken }, file)).rejects.toMatchObject({ code: 'lease-lost' });
    expect(existsSync(file)).toBe(false);
  });

  test('an export of nothing is a mistake, and two of a kind where one may be are not written', async () => {
    const empty = await openSqliteTarget().open(declarations);
    try {
      const desk = deskOf({ engine: empty.engine, clock });
      await expect(exportStore(desk, folder.file())).rejects.toMatchObject({ code: 'source-empty' });
      // Of what is read at two moments: the first run ended and the second began in between.
      const scan = async function* (): AsyncGenerator<readonly Stored<Run>[]> {
        yield ['x', 'y'].map((id) => ({ document: run(id), revision: 1 }));
      };
      const collection = <T>(declaration: CollectionDeclaration<T>): Collection<T> => {
        const real = empty.engine.collection(declaration);
        return (declaration as unknown) === runs ? ({ ...real, scan } as unknown as Collection<T>) : real;
      };
      const engine = { ...empty.engine, collection, tenants: async () => ['one'] };
      await expect(exportStore(deskOf({ engine, clock }), folder.file())).rejects.toMatchObject({
        code: 'source-changing',
      });
    } finally {
      await empty.remove();
    }
  });
});
