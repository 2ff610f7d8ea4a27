import { setTimeout } from 'node:timers/promises';
import { busyMilliseconds } from '../openDatabase.ts';

/**
 * Of two threads of this process that write to one file, the one that answers people goes first: SQLite lets whoever
 * asks at the right moment write, and between two of the thousands of writes of an import that moment is short.
 */
export interface WriteTurns {
  /** Two numbers that both threads see: how many writes of the thread that goes first wait, and whether the other one writes. */
  readonly shared: SharedArrayBuffer;
  readonly goesFirst: boolean;
}

/** The turns of one thread. */
export interface MyTurns {
  /** Waits as long as writes of the other thread wait, if that one goes first, but no longer than they would. */
  letOthers(): Promise<void>;
  /** Lets the other thread know, while a write waits here. */
  whileWaiting<T>(wait: () => Promise<T>): Promise<T>;
  /** Lets the thread that goes first know that it is this one which keeps it waiting, and not another process. */
  whileWriting<T>(write: () => T): T;
  /**
   * How much of a pause counts of the time that is waited for others: a thread beside is known to come to an end, however
   * slow the disk or busy the machine, where another process may hold the database for ever.
   */
  counted(pause: number): number;
  /** Whether a turn may be a long one: where this thread answers nobody, and no write of the other one waits. */
  mayGoOn(): boolean;
}

export const makeWriteTurns = (): SharedArrayBuffer => new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);

/** Where each number is. */
const places = { waiting: 0, writing: 1 };

/** How many times as long as for another process we wait for the thread beside. */
const patience = 15;

/** Between two looks, in milliseconds. */
const pause = 1;

export const openMyTurns = (turns: WriteTurns | undefined): MyTurns => {
  if (turns === undefined)
    return {
      letOthers: () => Promise.resolve(),
      whileWaiting: (wait) => wait(),
      whileWriting: (write) => write(),
      counted: (time) => time,
      mayGoOn: () => false,
    };
  const shared = new Int32Array(turns.shared);
  const isWaitedFor = (): boolean => Atomics.load(shared, places.waiting) > 0;
  // A thread that broke down while it wrote, and was started again, has not said that it ended.
  if (!turns.goesFirst) Atomics.store(shared, places.writing, 0);
  return {
    letOthers: async () => {
      if (turns.goesFirst) return;
      for (let waited = 0; waited < busyMilliseconds && isWaitedFor(); waited += pause) await setTimeout(pause);
    },
    whileWaiting: async (wait) => {
      if (!turns.goesFirst) return wait();
      Atomics.add(shared, places.waiting, 1);
      try {
        return await wait();
      } finally {
        Atomics.sub(shared, places.waiting, 1);
      }
    },
    whileWriting: (write) => {
      if (turns.goesFirst) return write();
      Atomics.store(shared, places.writing, 1);
      try {
        return write();
      } finally {
        Atomics.store(shared, places.writing, 0);
      }
    },
    counted: (time) => (turns.goesFirst && Atomics.load(shared, places.writing) > 0 ? time / patience : time),
    mayGoOn: () => !turns.goesFirst && !isWaitedFor(),
  };
};
