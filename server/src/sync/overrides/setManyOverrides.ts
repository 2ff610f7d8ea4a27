import { InvalidFields } from '../../domain/errors.ts';
import { withoutEnded } from '../../domain/fields/overrides/endedOverrides.ts';
import type { FieldSettings } from '../../domain/fields/fieldSettings.ts';
import { applyOverrides } from '../../domain/fields/overrides/overrides.ts';
import { dayAt } from '../../domain/schedule/dayAt.ts';
import type { LastDay, OverrideStamp, Teammate } from '../../domain/teammate/teammate.ts';
import { readOverrides, stampOf, type AskedOverrides } from './setOverrides.ts';
import { withSyncLease, type LeasedDesk } from '../withSyncLease.ts';

export interface PersonOverrides {
  readonly id: string;
  readonly overrides: AskedOverrides;
  /** Whether the overrides are still those that the admin saw. */
  readonly isSeen: (teammate: Teammate) => boolean;
}

export interface ManyOverrides {
  readonly tenantId: string;
  readonly people: readonly PersonOverrides[];
  readonly until?: LastDay | undefined;
  readonly by: string;
}

export interface PersonOutcome {
  readonly id: string;
  readonly outcome: 'changed' | 'same' | 'changedMeanwhile' | 'gone' | 'invalid';
  /** What is wrong with a value. */
  readonly code: string | null;
  /** What was set by hand before, and is now. */
  readonly changes: readonly OverrideChange[];
}

/** Null: nothing; empty: the field is left out. */
interface OverrideChange {
  readonly key: string;
  readonly old: string | null;
  readonly new: string | null;
}

/**
 * Sets values of several people by hand, each for themselves: what cannot be done for one is told and keeps nobody else
 * from it. Doing the same again changes nothing. Throws InvalidFields for a last day that is over and RequestError 409
 * `run-in-progress` during a sync.
 */
export const setManyOverrides = async (
  heldDesk: LeasedDesk,
  order: ManyOverrides,
): Promise<readonly PersonOutcome[]> => {
  const settings = (await heldDesk.repositories.fieldSettings.get(order.tenantId)).value;
  return withSyncLease(heldDesk, order.tenantId, async ({ repositories: { teammates }, clock }) => {
    const stamp = stampOf(order, clock.now());
    const ids = order.people.map(({ id }) => id);
    const known = new Map((await teammates.getMany(order.tenantId, ids)).map((teammate) => [teammate.id, teammate]));
    const done = order.people.map((person) =>
      changeOne(known.get(person.id) ?? null, person, { settings, stamp, now: clock.now() }),
    );
    const changed = done.flatMap(({ after }) => (after === null ? [] : [after]));
    if (changed.length > 0) await teammates.save(order.tenantId, changed);
    return done.map(({ told }) => told);
  });
};

interface Setting {
  readonly settings: FieldSettings;
  readonly stamp: OverrideStamp;
  readonly now: Date;
}

interface Done {
  readonly told: PersonOutcome;
  /** Null: there is nothing to save. */
  readonly after: Teammate | null;
}

const changeOne = (teammate: Teammate | null, person: PersonOverrides, { settings, stamp, now }: Setting): Done => {
  const tell = (outcome: PersonOutcome['outcome'], code: string | null = null): Done => ({
    told: { id: person.id, outcome, code, changes: [] },
    after: null,
  });
  if (teammate === null || teammate.status === 'removed') return tell('gone');
  const read = tryRead(person, settings);
  if ('code' in read) return tell('invalid', read.code);
  const after = applyOverrides(teammate, read.changes, stamp);
  if (isSame(teammate, after)) return tell('same');
  if (!person.isSeen(withoutEnded(teammate, dayAt(now)))) return tell('changedMeanwhile');
  const changes = Object.keys(read.changes).map((key) => ({
    key,
    old: teammate.overrides[key] ?? null,
    new: after.overrides[key] ?? null,
  }));
  return { told: { id: person.id, outcome: 'changed', code: null, changes }, after };
};

type Changes = Readonly<Record<string, string | null>>;

const tryRead = (
  { overrides }: PersonOverrides,
  settings: FieldSettings,
): { readonly changes: Changes } | { readonly code: string } => {
  try {
    return { changes: readOverrides({ overrides, setter: 'admin' }, settings) };
  } catch (error) {
    if (!(error instanceof InvalidFields)) throw error;
    return { code: error.problems[0]?.code ?? error.code };
  }
};

const isSame = (one: Teammate, other: Teammate): boolean =>
  JSON.stringify([one.overrides, one.overrideStamps ?? {}]) ===
  JSON.stringify([other.overrides, other.overrideStamps ?? {}]);
