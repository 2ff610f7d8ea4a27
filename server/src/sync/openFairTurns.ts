import type { Clock } from '../ports/clock.ts';

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

interface Turn {
  readonly over: AbortController;
  /** Its slice has passed: it ends as soon as somebody waits. */
  isLong: boolean;
  ended: Promise<void>;
}

/** No more of them are ended than somebody waits for, those who have been at it longest first. */
const endLongest = (turns: readonly Turn[], waiting: number): void => {
  const leaving = turns.filter((turn) => turn.over.signal.aborted).length;
  const long = turns.filter((turn) => turn.isLong && !turn.over.signal.aborted);
  for (const turn of long.slice(0, Math.max(0, waiting - leaving)))
    turn.over.abort(new Error('Others wait for their turn.'));
};

/** Who had a turn longest ago; whoever never had one comes before all. */
const openTurnOrder = () => {
  let last = new Map<string, number>();
  let turns = 0;
  return {
    note: (key: string): void => void last.set(key, (turns += 1)),
    sorted: (keys: readonly string[]): string[] => keys.toSorted((a, b) => (last.get(a) ?? 0) - (last.get(b) ?? 0)),
    /** Remembers nobody else any longer. */
    keep: (keys: ReadonlySet<string>): void => {
      last = new Map([...last].filter(([key]) => keys.has(key)));
    },
  };
};

export const openFairTurns = ({ clock, atOnce, slice, work }: FairTurnsOptions): FairTurns => {
  const going = new Map<string, Turn>();
  const order = openTurnOrder();
  let waiting: string[] = [];

  const makeRoom = (): void => {
    endLongest([...going.values()], waiting.length);
  };
  const take = async (key: string, turn: Turn): Promise<void> => {
    const done = new AbortController();
    const measuring = clock.sleep(slice, done.signal).then(
      () => {
        turn.isLong = true;
        makeRoom();
      },
      () => undefined,
    );
    await work(key, turn.over.signal);
    done.abort();
    await measuring;
  };
  const begin = (key: string): void => {
    order.note(key);
    const turn: Turn = { over: new AbortController(), isLong: false, ended: Promise.resolve() };
    going.set(key, turn);
    turn.ended = take(key, turn).finally(() => {
      going.delete(key);
      fill();
    });
  };
  const fill = (): void => {
    while (going.size < atOnce) {
      const key = waiting.shift();
      if (key === undefined) return;
      begin(key);
    }
    makeRoom();
  };
  return {
    offer: (keys) => {
      waiting = order.sorted(keys.filter((key) => !going.has(key)));
      order.keep(new Set([...keys, ...going.keys()]));
      fill();
    },
    close: async () => {
      waiting = [];
      await Promise.all([...going.values()].map(({ ended }) => ended));
    },
  };
};
