import { StaleRevision } from '../../../src/domain/errors.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { StorageEngine, Stored } from '../../../src/storage/collection.ts';
import { leases, replicas, schemaStates, systemTenant } from '../../../src/storage/declare/systemCollections.ts';
import { joinStore, type Replica } from '../../../src/storage/migrate/joinStore.ts';
import type { MigrationDesk } from '../../../src/storage/migrate/runMigrations.ts';
import type { Migration } from '../../../src/storage/migrations.ts';
import { openLeaseStore } from '../../../src/storage/openLeaseStore.ts';
import { openTestClock } from '../../support/sync/testClock.ts';
import { readScan } from './readAll.ts';
import { things, type Thing } from './things.ts';

export const tenants = ['one', 'two'] as const;

export const openClock = (): Clock & { advance(milliseconds: number): void } => {
  let now = Date.parse('2026-01-01T00:00:00Z');
  return { ...openTestClock(() => now), advance: (more) => void (now += more) };
};

export const joinAs = (desk: Omit<MigrationDesk, 'leases'>): Promise<Replica> =>
  joinStore({ ...desk, leases: openLeaseStore(desk.engine, desk.clock) });

/** As if nobody had ever been here. */
export const emptyStore = async (engine: StorageEngine): Promise<void> => {
  for (const declaration of [schemaStates, replicas, leases] as const) {
    const collection = engine.collection<never>(declaration as never);
    const ids = (await readScan(collection, systemTenant)).map(({ document }) => declaration.id(document));
    await collection.write(
      systemTenant,
      ids.map((id) => ({ delete: id })),
    );
  }
  const collection = engine.collection(things);
  for (const tenant of tenants) {
    const ids = (await readScan(collection, tenant)).map(({ document }) => document.id);
    await collection.write(
      tenant,
      ids.map((id) => ({ delete: id })),
    );
  }
};

export const notesOf = async (engine: StorageEngine): Promise<readonly string[]> => {
  const collection = engine.collection(things);
  const notes: string[] = [];
  for (const tenant of tenants)
    notes.push(...(await readScan(collection, tenant)).map(({ document }) => document.note));
  return notes;
};

const isStale = (error: unknown): boolean => error instanceof StaleRevision;

/** Every old note becomes a new one; written as the rules of `Migration` ask. */
const rewriteAll = async (engine: StorageEngine, written: () => void): Promise<void> => {
  const collection = engine.collection(things);
  const rewrite = async (tenant: string, { document, revision }: Stored<Thing>): Promise<void> => {
    if (document.note === 'new') return;
    try {
      await collection.write(tenant, [{ put: { ...document, note: 'new' }, ifRevision: revision }]);
    } catch (error) {
      const again = isStale(error) ? await collection.get(tenant, document.id) : null;
      if (!isStale(error)) throw error;
      if (again !== null) await rewrite(tenant, again);
    }
  };
  for (const tenant of await engine.tenants(things)) {
    for await (const batch of collection.scan(tenant)) {
      for (const stored of batch) {
        written();
        await rewrite(tenant, stored);
      }
    }
  }
  written();
};

export const rewriteNotes: Migration = {
  version: 1,
  name: 'new notes',
  run: (engine) => rewriteAll(engine, () => undefined),
};

/** The release that brings the new notes; `dieAfter` so many of them the process is gone. */
export const newShapes = ({ dieAfter = Infinity }: { readonly dieAfter?: number } = {}): readonly Migration[] => {
  let left = dieAfter;
  return [
    {
      ...rewriteNotes,
      run: (engine) =>
        rewriteAll(engine, () => {
          if (left === 0) throw new Error('killed');
          left -= 1;
        }),
    },
  ];
};
