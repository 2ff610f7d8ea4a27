import { describe, expect, test } from '@jest/globals';
import { LeaseLost, StorageError } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { LeaseStore } from '../ports/lease.ts';
import { underLease } from './underLease.ts';

const place = { tenantId: 'tenant', lease: { name: 'photos', fence: 1 }, ttl: 30 };
const away = new StorageError('storage-away', 'The database does not answer.');

/** Renewals as told, one after the other, each at its time; the work is done once all of them were. */
const hold = async (
  renewals: readonly (() => Promise<boolean>)[],
  end: (lost: AbortSignal) => string,
  options: { readonly isLostUnlessRenewed?: true } = {},
) => {
  const waits: number[] = [];
  let renewed = 0;
  let released = 0;
  const spent = Promise.withResolvers<undefined>();
  const clock: Clock = {
    now: () => new Date(0),
    sleep: async (milliseconds, signal) => {
      waits.push(milliseconds);
      if (renewed < renewals.length) return;
      spent.resolve(undefined);
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
    },
  };
  const leases: LeaseStore = {
    acquire: () => Promise.reject(new Error('It is held already.')),
    renew: () => renewals[renewed++]!(),
    release: () => {
      released += 1;
      return Promise.reject(away);
    },
  };
  const result = await underLease({ leases, clock }, { ...place, ...options }, async (lost) => {
    const gone = new Promise((resolve) => lost.addEventListener('abort', resolve));
    await Promise.race([spent.promise, gone]);
    return end(lost);
  }).catch((error: unknown) => error);
  return { result, released, waits: new Set(waits), renewed };
};

const kept = (): Promise<boolean> => Promise.resolve(true);
const taken = (): Promise<boolean> => Promise.resolve(false);
const fails = (): Promise<boolean> => Promise.reject(away);
const say = (lost: AbortSignal): string => (lost.aborted ? 'lost' : 'held');

describe('work under a lease', () => {
  test('is renewed three times in its life for as long as the work takes, and given back, whatever comes of that', async () => {
    const held = { result: 'held', released: 1, waits: new Set([10]), renewed: 3 };
    expect(await hold([kept, kept, kept], say)).toEqual(held);
  });

  test('is told when the lease is in other hands', async () => {
    expect(await hold([kept, taken, kept], say)).toMatchObject({ result: 'lost', renewed: 2 });
    const reasons: unknown[] = [];
    await hold([taken], (lost) => {
      reasons.push(lost.reason);
      return '';
    });
    expect(reasons).toEqual([expect.any(LeaseLost)]);
  });

  test('goes on where a renewal fails, unless it is work that can wait', async () => {
    expect(await hold([fails, kept], say)).toMatchObject({ result: 'held', renewed: 2 });
    expect(await hold([fails, kept], say, { isLostUnlessRenewed: true })).toMatchObject({ result: 'lost', renewed: 1 });
  });

  test('fails as the work does; the lease runs out by itself where the database is away', async () => {
    const broken = new Error('broken');
    const throwing = (error: Error) => (): never => {
      throw error;
    };
    expect(await hold([kept], throwing(broken))).toMatchObject({ result: broken, released: 1 });
    expect(await hold([kept], throwing(away))).toMatchObject({ result: away, released: 0 });
  });
});
