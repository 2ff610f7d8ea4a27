import type { Clock } from '../../ports/clock.ts';

export interface FairTurnsOptions {
  readonly clock: Clock;
  /** How many have a turn at the same time. */
  readonly atOnce: number;
  /** Milliseconds after which a turn ends where somebody waits for the place. */
  readonly slice: number;
  /** May end at any time; must end soon once the signal says that the turn is over. Never rejects. */
  readonly work: (key: string, over: AbortSignal) => Promise<void>;
}

/** A few places for many: whoever had none longest is next, and nobody keeps one for longer than a slice while others wait. */
export interface FairTurns {
  /** All who may have something to do now, in place of those who were waiting before. */
  offer(keys: readonly string[]): void;
  /** Lets nobody begin any more; resolves when those who had begun have ended. */
  close(): Promise<void>;
}

export const openFairTurns = ({ clock, atOnce, slice, work }: FairTurnsOptions): FairTurns => {
  const going = new Map<string, Promise<void>>();
  const lastTurn = new Map<string, number>();
  let turns = 0;
  let waiting: string[] = [];

  const endWhenAwaited = async (over: AbortController, done: AbortSignal): Promise<void> => {
    while (!done.aborted && !over.signal.aborted) {
      await clock.sleep(slice, done).catch(() => undefined);
      if (!done.aborted && waiting.length > 0) over.abort(new Error('Others wait for their turn.'));
    }
  };
  const take = async (key: string): Promise<void> => {
    const over = new AbortController();
    const done = new AbortController();
    const watching = endWhenAwaited(over, done.signal);
    await work(key, over.signal);
    done.abort();
    await watching;
  };
  const fill = (): void => {
    while (going.size < atOnce) {
      const key = waiting.shift();
      if (key === undefined) return;
      lastTurn.set(key, (turns += 1));
      const turn = take(key).finally(() => {
        going.delete(key);
        fill();
      });
      going.set(key, turn);
    }
  };
  return {
    offer: (keys) => {
      const since = (key: string): number => lastTurn.get(key) ?? 0;
      waiting = keys.filter((key) => !going.has(key)).toSorted((a, b) => since(a) - since(b));
      fill();
    },
    close: async () => {
      waiting = [];
      await Promise.all(going.values());
    },
  };
};
