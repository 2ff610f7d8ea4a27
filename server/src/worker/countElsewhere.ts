import type { Meter } from '../ports/telemetry/meter.ts';
import type { Counted } from './messages.ts';

/** Counts by telling another thread, so that one page of metrics has everything, and no count is lost with a thread. */
export const countElsewhere = (tell: (counted: Counted) => void): Meter => ({
  runEnded: (...given) => {
    tell({ name: 'runEnded', given });
  },
  graphAnswered: (...given) => {
    tell({ name: 'graphAnswered', given });
  },
  graphHeldBack: (...given) => {
    tell({ name: 'graphHeldBack', given });
  },
  requestAnswered: (...given) => {
    tell({ name: 'requestAnswered', given });
  },
  leaseAsked: (...given) => {
    tell({ name: 'leaseAsked', given });
  },
  leaseHeld: (...given) => {
    tell({ name: 'leaseHeld', given });
  },
  leaseLost: (...given) => {
    tell({ name: 'leaseLost', given });
  },
});

export interface Recount {
  count(counted: Counted): void;
  /** The thread ended: it holds no leases any more. */
  forget(): void;
}

/** The other side. */
export const recount = (meter: Meter): Recount => {
  const held = new Map<string, number>();
  return {
    count: ({ name, given }) => {
      if (name === 'leaseHeld') held.set(given[0], (held.get(given[0]) ?? 0) + given[1]);
      Reflect.apply(meter[name], meter, given);
    },
    forget: () => {
      for (const [work, count] of held) for (let left = count; left > 0; left -= 1) meter.leaseHeld(work, -1);
      held.clear();
    },
  };
};
