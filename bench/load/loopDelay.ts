import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/** Loaded into the server before anything else: at SIGUSR2 it says how late its serving thread was since the last time. */
if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  process.on('SIGUSR2', () => {
    const milliseconds = [delay.percentile(50), delay.percentile(99), delay.max].map((value) => value / 1e6);
    console.error(`loop delay ${JSON.stringify(milliseconds)}`);
    delay.reset();
  });
}
