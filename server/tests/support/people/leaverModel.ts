import type { SyncSettings } from '../../../src/domain/settings/syncSettings.ts';
import type { Profile } from './expectedTeammates.ts';

const day = 24 * 60 * 60_000;

/** What the model knows of one person. */
interface Kept {
  readonly status: 'active' | 'disabled' | 'removed';
  readonly isInScope: boolean;
  /** When the status began, in milliseconds. */
  readonly since: number;
  /** Waits for an admin, or an admin decided that this person stays. */
  readonly departure?: 'held' | 'kept';
}

export type KeptPeople = ReadonlyMap<string, Kept>;

export interface ModelledSync {
  readonly settings: SyncSettings;
  readonly now: number;
  /** Left out: however many leave, an admin agrees. */
  readonly approved?: number;
}

/**
 * What one sync does to everybody, written without a look at the product: who is in scope is active; who is not is
 * disabled, removed after so many days, and forgotten thirty days later, each only if it is switched on. Too many at once
 * wait for an admin, until an admin agrees to as many as there are, decides about them one by one, or they come back.
 */
export const syncModel = (
  before: KeptPeople,
  wanted: ReadonlyMap<string, Profile>,
  facts: ModelledSync,
): KeptPeople => {
  const left = new Map([...before].filter(([id]) => !wanted.has(id)));
  const gone = new Map([...left].map(([id, person]) => [id, leave(undecided(person), facts.settings, facts.now)]));
  const waiting = whoWaits(before, { left, gone }, facts);
  const after = new Map<string, Kept>();
  for (const id of wanted.keys()) after.set(id, { status: 'active', isInScope: true, since: facts.now });
  for (const [id, person] of left) {
    const departure = waiting.has(id) ? 'held' : person.departure;
    const stays = waiting.has(id) || departure === 'kept';
    const next = stays && departure ? { ...person, isInScope: false, departure } : gone.get(id);
    if (next) after.set(id, next);
  }
  return after;
};

interface Leaving {
  readonly left: KeptPeople;
  /** What becomes of those who left, were nobody to wait; null: forgotten. */
  readonly gone: ReadonlyMap<string, Kept | null>;
}

const whoWaits = (
  before: KeptPeople,
  { left, gone }: Leaving,
  { settings, approved = Infinity }: ModelledSync,
): ReadonlySet<string> => {
  const departures = [...left].filter(
    ([id, { status, departure }]) => departure !== 'kept' && isDeparture(status, gone.get(id)?.status),
  );
  if (approved > 0 && departures.length <= approved) return new Set();
  const held = departures.filter(([, { departure }]) => departure === 'held');
  const areTooMany = departures.length - held.length > limitOf(before, settings);
  return new Set((areTooMany ? departures : held).map(([id]) => id));
};

/** Who was forgotten was removed long before. */
const isDeparture = (was: Kept['status'], will: Kept['status'] | undefined): boolean =>
  will !== undefined && was !== will;

const undecided = ({ status, isInScope, since }: Kept): Kept => ({ status, isInScope, since });

const limitOf = (people: KeptPeople, { guard }: SyncSettings): number => {
  const active = [...people.values()].filter(({ status }) => status === 'active').length;
  return Math.max(guard.count, Math.floor((active * guard.percent) / 100));
};

const leave = (person: Kept, settings: SyncSettings, now: number): Kept | null => {
  const out = { ...person, isInScope: false };
  switch (person.status) {
    case 'active':
      return settings.autoDisable ? { status: 'disabled', isInScope: false, since: now } : out;
    case 'disabled': {
      const isDue = settings.autoRemove && now - person.since >= settings.removeAfterDays * day;
      return isDue ? { status: 'removed', isInScope: false, since: now } : out;
    }
    case 'removed':
      return now - person.since >= 30 * day ? null : out;
  }
};

interface ModelledDecision {
  readonly id: string;
  readonly decision: 'approve' | 'discard';
  readonly now: number;
}

/** What an admin decides about one of those who wait; nothing happens to whoever does not. */
export const decideModel = (before: KeptPeople, { id, decision, now }: ModelledDecision): KeptPeople => {
  const person = before.get(id);
  if (person?.departure !== 'held') return before;
  const status = person.status === 'active' ? 'disabled' : 'removed';
  const decided: Kept =
    decision === 'discard' ? { ...person, departure: 'kept' } : { status, isInScope: false, since: now };
  return new Map([...before, [id, decided]]);
};
