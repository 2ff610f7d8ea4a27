import { expect, test } from '@jest/globals';
import type { Response } from 'express';
import type { EventMarks } from '../../contract/sync/events.ts';
import { followTenant } from './followTenant.ts';

const second = 1000;

test('a stream ends, and its reader comes again, where the clock was ahead by hours and is set right meanwhile', async () => {
  let now = Date.parse('2026-03-01T14:00:00Z');
  let turns = 0;
  const sent: string[] = [];
  const clock = {
    now: () => new Date(now),
    sleep: () => {
      turns += 1;
      now += turns === 3 ? -7200 * second : second;
      return Promise.resolve();
    },
  };
  const left = new AbortController().signal;
  const marks = { settings: 'one' } as EventMarks;
  await followTenant({
    response: { end: () => undefined } as unknown as Response,
    clock,
    pulse: { interval: second, read: () => Promise.resolve(marks) },
    streams: { open: () => ({ left, send: (event) => void sent.push(event) }) },
    reader: { tenantId: 'tenant', userId: 'admin' },
    hasPlace: true,
    stopping: left,
  });
  expect(turns).toBe(3);
  expect(sent).toEqual(['marks']);
});
