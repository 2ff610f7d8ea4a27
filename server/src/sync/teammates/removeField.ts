import type { DirectoryUser } from '../../domain/directory/directoryUser.ts';
import { RequestError, StaleRevision } from '../../domain/errors.ts';
import { customKey, findCustom, findDirectory, type FieldSettings } from '../../domain/fields/fieldSettings.ts';
import { applyOverrides } from '../../domain/fields/overrides/overrides.ts';
import type { OverrideStamp, Teammate } from '../../domain/teammate/teammate.ts';
import type { Versioned } from '../../ports/versioned.ts';
import { forgetProposals } from '../proposals/forgetProposals.ts';
import { withSyncLease, type LeasedDesk } from '../withSyncLease.ts';

export interface FieldRemoval {
  readonly tenantId: string;
  /** Of a field of the tenant's own, or of an attribute it took into use. */
  readonly key: string;
  readonly revision: number;
  /** How many values the admin was told would go. */
  readonly values: number;
  readonly by: string;
  /** Names of the published signatures that show the field, and of the rules that ask about it. */
  readonly usedIn: readonly string[];
  /** Names of the deleted signatures that would show it once they are brought back. */
  readonly usedInDeleted: readonly string[];
}

/**
 * Removes a field of the tenant's own, or one of the directory that it took into use, with every value of it, what was
 * read for the next sync included; what the history tells stays as long as history does. The values go first: killed
 * half-way, the field is still there and is removed again. Throws RequestError 404; 409 `field-in-use` and `field-in-deleted` with names,
 * `field-values-changed` with how many there are where that is more than the admin knew, `changed-meanwhile`, and
 * `run-in-progress` during a sync.
 */
export const removeField = (heldDesk: LeasedDesk, removal: FieldRemoval): Promise<void> =>
  withSyncLease(heldDesk, removal.tenantId, async (desk) => {
    const { fieldSettings } = desk.repositories;
    const kept = await fieldSettings.get(removal.tenantId);
    checkRemoval(kept, removal);
    const values = await countValues(desk, removal);
    if (values > removal.values) throw valuesChanged(values);
    await removeValues(desk, removal);
    await forgetProposals(desk, removal);
    await fieldSettings.save(removal.tenantId, without(kept.value, removal.key), kept.revision).catch(changedMeanwhile);
    if (findDirectory(kept.value, removal.key) !== null) await removeFromSnapshots(desk, removal);
  });

const checkRemoval = ({ value, revision }: Versioned<FieldSettings>, removal: FieldRemoval): void => {
  const { key, usedIn, usedInDeleted } = removal;
  if (findCustom(value, key) === null && findDirectory(value, key) === null) {
    throw new RequestError(404, 'not-found', 'There is no such field. It may have been removed.');
  }
  if (revision !== removal.revision) return changedMeanwhile(new StaleRevision('fieldSettings', key));
  if (usedIn.length > 0) {
    const message = `This field is used in ${usedIn.join(', ')}. Take it out of there first, then remove it.`;
    throw new RequestError(409, 'field-in-use', message, { values: { names: usedIn.join(', ') } });
  }
  if (usedInDeleted.length > 0) throw inDeleted(usedInDeleted.join(', '));
};

const inDeleted = (names: string): RequestError => {
  const message =
    `Deleted signatures show this field, and can be brought back for 30 days: ${names}. ` +
    'Bring them back and take it out of them first, or remove it after that.';
  return new RequestError(409, 'field-in-deleted', message, { values: { names } });
};

const changedMeanwhile = (cause: unknown): never => {
  if (!(cause instanceof StaleRevision)) throw cause;
  const message = 'Somebody else changed the fields meanwhile. Reload them and make your change again.';
  throw new RequestError(409, 'changed-meanwhile', message, { cause });
};

const valuesChanged = (values: number): RequestError =>
  new RequestError(
    409,
    'field-values-changed',
    `${String(values)} people have a value by now, more than you were told. Look again before you remove the field.`,
    { values: { count: values } },
  );

const without = (settings: FieldSettings, key: string): FieldSettings => ({
  ...settings,
  rules: Object.fromEntries(Object.entries(settings.rules).filter(([each]) => each !== key)),
  custom: settings.custom.filter((field) => customKey(field.key) !== key),
  ...(settings.directory && { directory: settings.directory.filter(({ attribute }) => attribute !== key) }),
});

const isInProfile = (profile: DirectoryUser, key: string): boolean => Object.hasOwn(profile, key);

/** A profile names also what it has nothing in. */
const hasValue = ({ profile, overrides, lastKnown = {} }: Teammate, key: string): boolean =>
  [overrides, lastKnown].some((values) => Object.hasOwn(values, key)) ||
  (isInProfile(profile, key) && (profile as unknown as Record<string, unknown>)[key] !== null);

const countValues = async ({ repositories }: LeasedDesk, { tenantId, key }: FieldRemoval): Promise<number> => {
  let count = 0;
  for await (const batch of repositories.teammates.scan(tenantId)) {
    count += batch.filter((teammate) => hasValue(teammate, key)).length;
  }
  return count;
};

const removeValues = async (
  { repositories: { teammates }, clock }: LeasedDesk,
  { tenantId, key, by }: FieldRemoval,
): Promise<void> => {
  const stamp = { by, at: clock.now().toISOString() };
  for await (const batch of teammates.scan(tenantId)) {
    const holders = batch.filter((teammate) => hasValue(teammate, key) || isInProfile(teammate.profile, key));
    const after = holders.map((teammate) => withoutValue(teammate, key, stamp));
    if (after.length > 0) await teammates.save(tenantId, after);
  }
};

const withoutValue = (teammate: Teammate, key: string, stamp: OverrideStamp): Teammate => {
  const { profile, lastKnown, ...rest } = applyOverrides(teammate, { [key]: null }, stamp);
  const known = withoutKey(lastKnown ?? {}, key);
  return { ...rest, profile: withoutKey(profile, key), ...(Object.keys(known).length > 0 && { lastKnown: known }) };
};

const withoutKey = <T extends object>(object: T, key: string): T =>
  Object.fromEntries(Object.entries(object).filter(([each]) => each !== key)) as T;

/** After the settings: a refresh that still counts on what was read finds another selection, and reads everybody anew. */
const removeFromSnapshots = async (
  { repositories: { snapshots } }: LeasedDesk,
  { tenantId, key }: FieldRemoval,
): Promise<void> => {
  for (const id of await snapshots.list(tenantId)) {
    for await (const batch of snapshots.scanPeople(tenantId, id)) {
      const holders = batch.filter((person) => isInProfile(person, key));
      if (holders.length > 0)
        await snapshots.savePeople(
          tenantId,
          id,
          holders.map((person) => withoutKey(person, key)),
        );
    }
  }
};
