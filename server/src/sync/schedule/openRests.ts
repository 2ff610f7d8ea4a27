import type { Clock } from '../../ports/clock.ts';
import { isResting } from '../../domain/schedule/clockSetRight.ts';

/** Which tenants are left alone for a while. */
export interface Rests {
  readonly areOn: (tenantId: string) => boolean;
  /** `until` in milliseconds since 1970. */
  readonly begin: (tenantId: string, until: number) => void;
  readonly end: (tenantId: string) => void;
}

/** None is longer than `longest`, in milliseconds: one that seems so was begun before the clock was set right, and is over. */
export const openRests = (clock: Clock, longest: number): Rests => {
  const restUntil = new Map<string, number>();
  return {
    areOn: (tenantId) => isResting(restUntil.get(tenantId), clock.now(), longest),
    begin: (tenantId, until) => void restUntil.set(tenantId, until),
    end: (tenantId) => void restUntil.delete(tenantId),
  };
};
