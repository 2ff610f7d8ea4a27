/** Milliseconds after which Outlook gets its answer, whatever is still under way. */
export const WHOLE_MS = 2500;
/** Milliseconds after which we stop waiting for token and server: the rest is for putting the last good one in. */
const NETWORK_MS = 2000;
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

/** The time one event has. Both limits count from the moment the event came in, not from when they are asked. */
export interface Budget {
  /** Waits for what comes over the network; `otherwise` once its time is up or it failed. */
  readonly network: <T>(work: () => Promise<T>, otherwise: T) => Promise<T>;
  /** True once Outlook has been told we are done: nothing may touch the mail any more. */
  readonly isOver: () => boolean;
  readonly end: () => void;
}

export function openBudget(): Budget {
  let over = false;
  let stop: () => void = () => undefined;
  const networkEnds = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, NETWORK_MS);
    stop = () => clearTimeout(timer);
  });
  return {
    network: (work, otherwise) => Promise.race([work().catch(() => otherwise), networkEnds.then(() => otherwise)]),
    isOver: () => over,
    end: () => {
      over = true;
      stop();
    },
  };
}
