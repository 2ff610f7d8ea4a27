import type { SyncSettings } from '../../../src/domain/settings/syncSettings.ts';
import type { Profile } from './expectedTeammates.ts';

const day = 24 * 60 * 60_000;

/** What the model knows of one person. */
interface Kept {
  readonly status: 'active' | 'disabled' | 'removed';
  readonly isInScope: boolean;
  /** When the status began, in milliseconds. */
  readonly since: number;
}

export type KeptPeople = ReadonlyMap<string, Kept>;

/**
 * What one sync does to everybody, written without a look at the product: who is in scope is active; who is not is
 * disabled, removed after so many days, and forgotten thirty days later, each only if it is switched on.
 */
export const syncModel = (
  before: KeptPeople,
  wanted: ReadonlyMap<string, Profile>,
  { settings, now }: { readonly settings: SyncSettings; readonly now: number },
): KeptPeople => {
  const after = new Map<string, Kept>();
  for (const id of wanted.keys()) after.set(id, { status: 'active', isInScope: true, since: now });
  for (const [id, person] of before) {
    if (wanted.has(id)) continue;
    const next = leave(person, settings, now);
    if (next !== null) after.set(id, next);
  }
  return after;
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
