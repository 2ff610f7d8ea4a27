import { describe, expect, test } from '@jest/globals';
import type { Clock } from '../ports/clock.ts';
import type { Meter } from '../ports/telemetry/meter.ts';
import type { LogFields } from '../ports/telemetry/logger.ts';
import type { Work } from '../sync/backgroundWork.ts';
import { countElsewhere } from './countElsewhere.ts';
import { openWorker } from './openWorker.ts';

/** Real threads, that do what they are told: hold a lease, say what they heard, break down. */
const script = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    const count = (name, ...given) => parentPort.postMessage({ said: 'counted', counted: { name, given } });
    const acts = {
      wake: () => count('leaseHeld', 'run-sync', 1),
      notice: (tenantId) => count('leaseAsked', tenantId, 'had'),
      noticeErasure: () => { throw new Error('broken down'); },
      stop: () => process.exit(0),
    };
    parentPort.on('message', ({ tell, given }) => acts[tell](...given));
    parentPort.postMessage({ said: 'running' });
  `)}`,
);

const openBench = () => {
  const counted: string[] = [];
  const lines: LogFields[] = [];
  const pauses: number[] = [];
  let told: () => void = () => undefined;
  const meter: Meter = countElsewhere(({ name, given }) => {
    counted.push([name, ...given].join(' '));
    told();
  });
  const clock: Clock = {
    now: () => new Date(0),
    sleep: (milliseconds) => {
      pauses.push(milliseconds);
      told();
      return Promise.resolve();
    },
  };
  const write = (fields: LogFields): void => void lines.push(fields);
  const logger = { debug: write, info: write, warn: write, error: write, child: () => logger };
  // Of what a worker is given, these threads read nothing.
  const order = {} as Parameters<typeof openWorker>[0]['order'];
  const work: Work = openWorker({ order, clock, logger, meter, script });
  const until = async (is: () => boolean): Promise<void> => {
    while (!is()) await new Promise<void>((resolve) => (told = resolve));
  };
  return { counted, lines, pauses, work, until };
};

describe('a worker', () => {
  test('hears what was told before it ran', async () => {
    const { counted, work, until } = openBench();
    expect(work.state()).toBe('starting');
    work.notice('a');
    void work.watch();
    work.notice('b');
    await until(() => counted.length === 2);
    expect(work.state()).toBe('running');
    expect(counted).toEqual(['leaseAsked a had', 'leaseAsked b had']);
    await work.stop();
  });

  test('that breaks down is started again, later each time; what it held is held no more, and what is told waits', async () => {
    const { counted, lines, pauses, work, until } = openBench();
    void work.watch();
    work.wake();
    work.wake();
    work.noticeErasure('c');
    await until(() => pauses.length === 1);
    expect(counted.splice(0)).toEqual([
      'leaseHeld run-sync 1',
      'leaseHeld run-sync 1',
      'leaseHeld run-sync -1',
      'leaseHeld run-sync -1',
    ]);
    expect(work.state()).toBe('restarting');
    expect(lines).toMatchObject([{ msg: 'the worker broke down; it is started again' }]);
    expect(lines[0]?.err).toMatchObject({ message: 'broken down' });
    work.notice('d');
    work.noticeErasure('e');
    await until(() => pauses.length === 2);
    work.notice('f');
    await until(() => counted.includes('leaseAsked f had'));
    expect(counted).toEqual(['leaseAsked d had', 'leaseAsked f had']);
    expect(pauses[1]).toBeGreaterThan(pauses[0]!);
    expect(work.state()).toBe('running');
    await work.stop();
  });

  test('is not started again once it was asked to stop', async () => {
    const { lines, pauses, work } = openBench();
    const watching = work.watch();
    await work.stop();
    await watching;
    expect([lines, pauses]).toEqual([[], []]);
  });
});
