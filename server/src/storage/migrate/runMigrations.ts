import { LeaseLost } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import { keepRenewing } from '../../ports/keepRenewing.ts';
import { leaseNames, type HeldLease, type LeaseStore } from '../../ports/lease.ts';
import type { Logger } from '../../ports/telemetry/logger.ts';
import type { StorageEngine } from '../collection.ts';
import { systemTenant } from '../declare/systemCollections.ts';
import type { Migration } from '../migrations.ts';
import { readSchemaState, saveSchemaState, type Release } from './schemaState.ts';

export interface MigrationDesk {
  readonly engine: StorageEngine;
  readonly leases: LeaseStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly release: Release;
}

const leaseTtl = 30_000;

/** Runs what is pending, in one process at a time. False when another one is at it. */
export const runMigrations = async (desk: MigrationDesk): Promise<boolean> => {
  const { leases, logger } = desk;
  const lease = await leases.acquire(systemTenant, leaseNames.migrations, leaseTtl);
  if (lease === null) return false;
  const heart = new AbortController();
  const beating = keepLease(desk, lease, heart);
  try {
    for (let pending = await nextMigration(desk); pending !== null; pending = await nextMigration(desk)) {
      heart.signal.throwIfAborted();
      await runOne(desk, pending);
    }
    return true;
  } catch (error) {
    if (error instanceof LeaseLost) return false;
    throw error;
  } finally {
    heart.abort();
    await beating;
    await leases.release(systemTenant, lease).catch((error: unknown) => {
      logger.warn({ msg: 'lease not released; it runs out by itself', err: error });
    });
  }
};

/** Read again before each: another process may have done some before this one got the lease. */
const nextMigration = async ({ engine, release }: MigrationDesk): Promise<Migration | null> => {
  const { version, target } = (await readSchemaState(engine, release.product)).document;
  return release.migrations.find((one) => one.version > version && one.version <= target) ?? null;
};

const runOne = async ({ engine, logger, release }: MigrationDesk, migration: Migration): Promise<void> => {
  const { version, name } = migration;
  logger.info({ msg: 'changing stored documents', migration: version, name });
  await migration.run(engine);
  await recordVersion(engine, release, version);
  logger.info({ msg: 'stored documents changed', migration: version, name });
};

/** Whoever ran a migration to its end may say so, whatever became of the lease: what it says is true. */
const recordVersion = async (engine: StorageEngine, { product }: Release, version: number): Promise<void> => {
  for (;;) {
    const { document, revision } = await readSchemaState(engine, product);
    if (document.version >= version) return;
    if (await saveSchemaState(engine, { document: { ...document, version }, revision })) return;
  }
};

/** A migration takes as long as it takes; a lease that is lost all the same ends the work after the current one. */
const keepLease = async ({ leases, clock, logger }: MigrationDesk, lease: HeldLease, heart: AbortController) => {
  const renew = (): Promise<boolean> =>
    leases.renew(systemTenant, lease, leaseTtl).catch((error: unknown) => {
      logger.warn({ msg: 'lease not renewed', err: error });
      return true;
    });
  const isOurs = await keepRenewing({ clock, every: leaseTtl / 3 }, heart.signal, renew);
  if (!isOurs) heart.abort(new LeaseLost('schemaStates'));
};
