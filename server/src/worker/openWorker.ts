import { Worker } from 'node:worker_threads';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/telemetry/logger.ts';
import type { Meter } from '../ports/telemetry/meter.ts';
import type { BackgroundWork, Work, WorkState } from '../sync/backgroundWork.ts';
import { recount, type Recount } from './countElsewhere.ts';
import type { Said, Told } from './messages.ts';
import type { WorkerOrder } from './workerOrder.ts';

export interface WorkerOptions {
  readonly order: WorkerOrder;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly meter: Meter | undefined;
  /** Left out: the worker. */
  readonly script?: URL;
}

/** Before a worker that broke down is started again; twice as long each time it breaks down at once. Milliseconds. */
const shortestPause = 1000;
const longestPause = 60_000;
/** What is told while no worker listens waits for it, as far as this; the worker finds most of it by itself. */
const mostWaiting = 1000;

/** The work in a thread of its own, so that nobody who is answered waits for it; started again when it breaks down. */
export const openWorker = (options: WorkerOptions): Work => {
  const { clock, logger } = options;
  const stopping = new AbortController();
  const line = openLine(options);
  let watching: Promise<void> | undefined;

  const watch = async (): Promise<void> => {
    let pause = shortestPause;
    while (!stopping.signal.aborted) {
      const startedAt = clock.now().getTime();
      const err = await line.run();
      if (stopping.signal.aborted) return;
      pause = clock.now().getTime() - startedAt > longestPause ? shortestPause : Math.min(pause * 2, longestPause);
      logger.error({ msg: 'the worker broke down; it is started again', milliseconds: pause, err });
      await clock.sleep(pause, stopping.signal).catch(() => undefined);
    }
  };

  return {
    ...tellWith(line.tell),
    state: line.state,
    watch: () => (watching ??= watch()),
    stop: async () => {
      stopping.abort();
      line.stop();
      await watching;
    },
  };
};

const tellWith = (tell: (told: Told) => void): BackgroundWork => ({
  wake: (...given) => {
    tell({ tell: 'wake', given });
  },
  notice: (...given) => {
    tell({ tell: 'notice', given });
  },
  handle: (...given) => {
    tell({ tell: 'handle', given });
  },
  noticeGrant: (...given) => {
    tell({ tell: 'noticeGrant', given });
  },
  noticeErasure: (...given) => {
    tell({ tell: 'noticeErasure', given });
  },
});

/** To one thread after the other. */
interface Line {
  state(): WorkState;
  /** Keeps it until a thread listens. */
  tell(told: Told): void;
  /** Starts a thread. Resolves with why it ended, when it has. */
  run(): Promise<unknown>;
  /** Asks the thread, if there is one, to end. */
  stop(): void;
}

const openLine = (options: WorkerOptions): Line => {
  const counts = options.meter === undefined ? null : recount(options.meter);
  let state: WorkState = 'starting';
  let thread: Worker | null = null;
  let waiting: Told[] = [];
  const isRunning = (): void => {
    state = 'running';
    for (const told of waiting) thread?.postMessage(told);
    waiting = [];
  };
  return {
    state: () => state,
    tell: (told) => {
      if (state === 'running') thread?.postMessage(told);
      else if (waiting.length < mostWaiting) waiting.push(told);
    },
    run: async () => {
      thread = startThread(options, counts, isRunning);
      const why = await endOf(thread);
      thread = null;
      state = 'restarting';
      counts?.forget();
      return why;
    },
    stop: () => {
      thread?.postMessage({ tell: 'stop', given: [] } satisfies Told);
    },
  };
};

const startThread = ({ order, script }: WorkerOptions, counts: Recount | null, onRunning: () => void): Worker => {
  const thread = new Worker(script ?? new URL('workerMain.ts', import.meta.url), { workerData: order });
  thread.on('message', (said: Said) => {
    if (said.said === 'running') onRunning();
    else counts?.count(said.counted);
  });
  return thread;
};

const endOf = (thread: Worker): Promise<unknown> =>
  new Promise((resolve) => {
    let why: unknown = null;
    thread.on('error', (error) => {
      why = error;
    });
    thread.once('exit', () => {
      resolve(why);
    });
  });
