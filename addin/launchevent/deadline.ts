/** What an event that has put nothing into the mail may take. Outlook allows 300 s and phones 60; nobody waits meanwhile. */
export const EMPTY_MS = 20_000;
/** What an event may take once the mail has a signature of ours: the answer can only be a newer one. */
export const FILLED_MS = 2500;
/** So long before the end we stop waiting for the network: the rest is for putting in what we have. */
const RESERVE_MS = 500;
/** Milliseconds a look into storage may take. */
export const STORAGE_MS = 400;

/** `work`, or `otherwise` when it fails or takes longer than `ms`. Never rejects. */
export function settleWithin<T>(ms: number, work: Promise<T>, otherwise: T): Promise<T> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(otherwise), ms);
    const settle = (value: T): void => {
      clearTimeout(timer);
      resolve(value);
    };
    work.then(settle, () => settle(otherwise));
  });
}

/** The time one event has, by what is at stake. All of it counts from the moment the event came in. */
export interface Deadline {
  /** The mail has a signature, or we have one at hand: from now on the answer is only worth a short wait. */
  readonly shorten: () => void;
  /** When waiting for the network must end. */
  readonly patienceEnds: Promise<void>;
  /** When Outlook gets its answer, whatever is still under way. */
  readonly ends: Promise<void>;
  /** True once Outlook has been told we are done: nothing may touch the mail any more. */
  readonly isOver: () => boolean;
  /**
   * The mail is left alone from now on. Resolves when Outlook may be told: at once, or when what was to be held for has ended, as
   * long as an event with an empty mail may take at most.
   */
  readonly finish: () => Promise<void>;
  /** Something that has to end before Outlook is told: nothing that is under way then is sure to. */
  readonly holdFor: (work: Promise<unknown>) => void;
}

export function openDeadline(): Deadline {
  const timers: ReturnType<typeof setTimeout>[] = [];
  const after = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      timers.push(setTimeout(resolve, ms));
    });
  let shorten: () => void = () => undefined;
  const isShort = new Promise<void>((resolve) => (shorten = resolve));
  const either = (long: Promise<void>, short: Promise<void>): Promise<void> =>
    Promise.race([long, isShort.then(() => short)]);
  let over = false;
  let held: Promise<unknown> = Promise.resolve();
  const empty = after(EMPTY_MS);
  return {
    shorten,
    patienceEnds: either(after(EMPTY_MS - RESERVE_MS), after(FILLED_MS - RESERVE_MS)),
    ends: either(empty, after(FILLED_MS)),
    isOver: () => over,
    holdFor: (work) => {
      held = Promise.all([held, work.catch(() => undefined)]);
    },
    finish: async () => {
      over = true;
      await Promise.race([held, empty]);
      timers.forEach((timer) => clearTimeout(timer));
    },
  };
}
