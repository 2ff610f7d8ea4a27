import { createHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into the server before anything else: at SIGUSR2 it says how late its serving thread was since the last time, and
 * how long that thread worked between two turns. A thread can be late because others had the core; its own work is its own.
 */
const tick = 10;

if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: tick });
  delay.enable();
  const work = createHistogram();
  let before = process.threadCpuUsage();
  setInterval(() => {
    const { user, system } = process.threadCpuUsage(before);
    work.record(Math.max(1, user + system));
    before = process.threadCpuUsage();
  }, tick).unref();
  process.on('SIGUSR2', () => {
    const late = [delay.percentile(50), delay.percentile(99), delay.max].map((nanoseconds) => nanoseconds / 1e6);
    const worked = [work.percentile(50), work.percentile(99), work.max].map((microseconds) => microseconds / 1e3);
    console.error(`loop delay ${JSON.stringify({ late, worked })}`);
    delay.reset();
    work.reset();
  });
}
