import { getPriority, platform } from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect, test } from '@jest/globals';

const script = `
  import { readlinkSync } from 'node:fs';
  import { getPriority } from 'node:os';
  import { parentPort } from 'node:worker_threads';
  import { standBack } from ${JSON.stringify(new URL('standBack.ts', import.meta.url).href)};
  standBack();
  parentPort.postMessage(getPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1))));
`;

// Only there a thread has a priority of its own.
const onLinux = platform() === 'linux' ? test : test.skip;

onLinux('a thread that stands back goes behind the others of its process, which stay where they are', async () => {
  const before = getPriority();
  const thread = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
  const { promise, resolve } = Promise.withResolvers<number>();
  thread.once('message', resolve);
  expect(await promise).toBe(Math.min(19, before + 5));
  expect(getPriority()).toBe(before);
  await thread.terminate();
});
