import type { DirectoryError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DirectoryWait } from '../../ports/directory/directoryReader.ts';
import type { GraphResponse } from './graphErrors.ts';
import { outcomeOf } from './graphOutcome.ts';
import type { Pacer } from './pacer.ts';

/** The requests that wait to be sent again, so that whoever watches a run is told why nothing arrives. */
export const openWaits = (clock: Clock) => {
  const waits = new Set<DirectoryWait>();
  const track = async (wait: DirectoryWait, work: () => Promise<void>): Promise<void> => {
    waits.add(wait);
    try {
      await work();
    } finally {
      waits.delete(wait);
    }
  };
  const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();
  return {
    /** Waits out a pause that Microsoft asked for, of this run or of whatever else reads the tenant. */
    untilResumed: async (pacer: Pacer, signal?: AbortSignal): Promise<void> => {
      const until = pacer.pausedUntil();
      if (until !== null) await track({ until: instant(until), reason: 'throttled' }, () => pacer.wait(signal));
    },
    /** Sleeps so many milliseconds before the next attempt. */
    during: (last: GraphResponse | DirectoryError, milliseconds: number, signal?: AbortSignal): Promise<void> => {
      const reason = outcomeOf(last) === 'throttled' ? 'throttled' : 'unavailable';
      const until = instant(clock.now().getTime() + milliseconds);
      return track({ until, reason }, () => clock.sleep(milliseconds, signal));
    },
    /** The wait that ends first: then something happens again. */
    first: (): DirectoryWait | null =>
      [...waits].reduce<DirectoryWait | null>(
        (soonest, wait) => (soonest === null || wait.until < soonest.until ? wait : soonest),
        null,
      ),
  };
};
