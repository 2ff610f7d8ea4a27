import { createHash } from 'node:crypto';
import type { Clock } from '../../ports/clock.ts';

/** So many different things of one tenant are told in an hour by one replica; whoever tries everything fills no disk. */
const mostPerTenant = 500;
const hour = 60 * 60_000;

export interface Hourly {
  /** An id for what happens again and again: the same on every replica for an hour. Null: it was taken, or too many were. */
  take(tenantId: string, what: string): string | null;
  /** For an id under which nothing could be written down: the next time it is told after all. */
  giveBack(tenantId: string, id: string): void;
}

export const openHourly = (clock: Clock): Hourly => {
  let current = 0;
  const taken = new Map<string, Set<string>>();
  return {
    take: (tenantId, what) => {
      const now = Math.floor(clock.now().getTime() / hour);
      if (now !== current) taken.clear();
      current = now;
      const mine = taken.get(tenantId) ?? new Set();
      taken.set(tenantId, mine);
      const id = createHash('sha256')
        .update(`${String(now)}/${what}`)
        .digest('base64url');
      if (mine.has(id) || mine.size >= mostPerTenant) return null;
      mine.add(id);
      return id;
    },
    giveBack: (tenantId, id) => void taken.get(tenantId)?.delete(id),
  };
};
