import { setTimeout } from 'node:timers/promises';
import { busyMilliseconds } from '../openDatabase.ts';

/**
 * Of two threads of this process that write to one file, the one that answers people goes first: SQLite lets whoever
 * asks at the right moment write, and between two of the thousands of writes of an import that moment is short.
 */
export interface WriteTurns {
  /** One number that both threads see: how many writes of the thread that goes first wait. */
  readonly waiting: SharedArrayBuffer;
  readonly goesFirst: boolean;
}

/** The turns of one thread. */
export interface MyTurns {
  /** Waits as long as writes of the other thread wait, if that one goes first, but no longer than they would. */
  letOthers(): Promise<void>;
  /** Lets the other thread know, while a write waits here. */
  whileWaiting<T>(wait: () => Promise<T>): Promise<T>;
  /** Whether a turn may be a long one: where this thread answers nobody, and no write of the other one waits. */
  mayGoOn(): boolean;
}

export const makeWriteTurns = (): SharedArrayBuffer => new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);

/** Between two looks, in milliseconds. */
const pause = 1;

export const openMyTurns = (turns: WriteTurns | undefined): MyTurns => {
  if (turns === undefined)
    return { letOthers: () => Promise.resolve(), whileWaiting: (wait) => wait(), mayGoOn: () => false };
  const waiting = new Int32Array(turns.waiting);
  return {
    letOthers: async () => {
      if (turns.goesFirst) return;
      for (let waited = 0; waited < busyMilliseconds && Atomics.load(waiting, 0) > 0; waited += pause)
        await setTimeout(pause);
    },
    whileWaiting: async (wait) => {
      if (!turns.goesFirst) return wait();
      Atomics.add(waiting, 0, 1);
      try {
        return await wait();
      } finally {
        Atomics.sub(waiting, 0, 1);
      }
    },
    mayGoOn: () => !turns.goesFirst && Atomics.load(waiting, 0) === 0,
  };
};
