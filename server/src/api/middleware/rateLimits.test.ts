import { expect, test } from '@jest/globals';
import type { Request, Response } from 'express';
import { openRecordingLogger } from '../../../tests/support/sync/recordingLogger.ts';
import { RequestError } from '../../domain/errors.ts';
import type { CountedWindow } from '../../ports/directory/requestCounts.ts';
import type { Clock } from '../../ports/clock.ts';
import { openRateLimits, type RateLimits } from './rateLimits.ts';

const logger = openRecordingLogger();

const openBench = () => {
  let now = Date.parse('2026-11-29T12:00:00Z');
  const clock: Clock = { now: () => new Date(now), sleep: () => Promise.resolve() };
  let shared = 0;
  const requestCounts = {
    share: ({ counted }: CountedWindow) => {
      shared += 1;
      return Promise.resolve(counted.map(() => 0));
    },
  };
  return {
    limits: openRateLimits({ requestCounts, clock, logger }),
    nextMinute: (): void => void (now += 60_000),
    shared: () => shared,
  };
};

const from = (ip: string): Request => ({ ip, headers: {}, app: { get: () => 'loopback' } }) as unknown as Request;
const response = { setHeader: () => undefined, append: () => undefined } as unknown as Response;

/** How many of so many requests are let through. */
const letThrough = async (count: RateLimits['ofImages'], ip: string, requests: number): Promise<number> => {
  let passed = 0;
  for (let sent = 0; sent < requests; sent += 1) {
    const outcome = await count(from(ip), response).catch((error: unknown) => error);
    if (outcome === undefined) passed += 1;
    else expect(outcome).toMatchObject({ status: 429, code: 'too-many-requests' });
    if (outcome !== undefined && !(outcome instanceof RequestError)) throw outcome;
  }
  return passed;
};

test('an office behind one address sees two hundred pictures a second, a flood ends, and nobody else is hurt by it', async () => {
  const { limits, nextMinute, shared } = openBench();
  expect(await letThrough(limits.ofImages, '192.0.2.1', 12_000)).toBe(12_000);
  expect(await letThrough(limits.ofImages, '192.0.2.1', 500)).toBe(0);
  expect(await letThrough(limits.ofImages, '198.51.100.7', 100)).toBe(100);
  // A picture costs the store nothing for being counted, or next to nothing.
  expect(shared()).toBeLessThan(30);
  nextMinute();
  expect(await letThrough(limits.ofImages, '192.0.2.1', 100)).toBe(100);
});

test('what mail programs ask for does not use up what people at the same address may ask for', async () => {
  const { limits } = openBench();
  await letThrough(limits.ofImages, '192.0.2.1', 12_500);
  expect(await letThrough(limits.byAddress, '192.0.2.1', 1200)).toBe(1200);
  expect(await letThrough(limits.byAddress, '192.0.2.1', 10)).toBe(0);
});

test('of version 6 a whole network is one caller', async () => {
  const { limits } = openBench();
  let passed = 0;
  for (let at = 0; at < 1300; at += 1) passed += await letThrough(limits.byAddress, `2001:db8::${at.toString(16)}`, 1);
  expect(passed).toBe(1200);
});

test('bodies of a tenant are counted by the byte before they are read, as large as they may come where nobody says', async () => {
  const { limits, nextMinute } = openBench();
  const megabytes = 1024 * 1024;
  const told: string[] = [];
  const answer = {
    setHeader: (name: string, value: string) => void told.push(`${name}: ${value}`),
    append: () => undefined,
  } as unknown as Response;
  const send = async (tenantId: string, length?: number): Promise<unknown> => {
    const headers = length === undefined ? {} : { 'content-length': String(length) };
    const request = { ...from('192.0.2.1'), headers } as unknown as Request;
    await limits.byPerson(request, answer, { tenantId, userId: crypto.randomUUID() });
    return limits.ofBodies(request, answer, 40 * megabytes).catch((error: unknown) => error);
  };
  expect(await send('one', 24 * megabytes)).toBeUndefined();
  // What is too large is refused for that, and costs nobody else of the tenant their minute.
  expect(await send('one', 9000 * megabytes)).toBeUndefined();
  expect(await send('one', 1)).toMatchObject({ status: 429, code: 'too-many-requests' });
  expect(told).toContain('Retry-After: 60');
  expect(await send('other')).toBeUndefined();
  expect(await send('other')).toMatchObject({ status: 429 });
  nextMinute();
  expect(await send('one', 1)).toBeUndefined();
});
