import { RequestError, StaleRevision } from '../domain/errors.ts';
import { customKey, type FieldSettings } from '../domain/fields/fieldSettings.ts';
import { applyOverrides } from '../domain/fields/overrides.ts';
import type { Versioned } from '../ports/versioned.ts';
import { withSyncLease, type LeasedDesk } from './withSyncLease.ts';

export interface FieldRemoval {
  readonly tenantId: string;
  /** Of the custom field, without its `custom.`. */
  readonly key: string;
  readonly revision: number;
  /** How many values the admin was told would go. */
  readonly values: number;
  readonly by: string;
  /** Names of the published signatures that show the field, and of the rules that ask about it. */
  readonly usedIn: readonly string[];
}

/**
 * Removes a field of the tenant's own with every value of it. The values go first: killed half-way, the field is still
 * there and is removed again. Throws RequestError 404; 409 `field-in-use` with names, `field-values-changed` with how
 * many there are where that is more than the admin knew, `changed-meanwhile`, and `run-in-progress` during a sync.
 */
export const removeField = (heldDesk: LeasedDesk, removal: FieldRemoval): Promise<void> =>
  withSyncLease(heldDesk, removal.tenantId, async (desk) => {
    const { fieldSettings } = desk.repositories;
    const kept = await fieldSettings.get(removal.tenantId);
    checkRemoval(kept, removal);
    const values = await countValues(desk, removal);
    if (values > removal.values) throw valuesChanged(values);
    await removeValues(desk, removal);
    await fieldSettings.save(removal.tenantId, without(kept.value, removal.key), kept.revision).catch(changedMeanwhile);
  });

const checkRemoval = ({ value, revision }: Versioned<FieldSettings>, { key, usedIn, ...seen }: FieldRemoval): void => {
  if (!value.custom.some((field) => field.key === key)) {
    throw new RequestError(404, 'not-found', 'There is no such field. It may have been removed.');
  }
  if (revision !== seen.revision) return changedMeanwhile(new StaleRevision('fieldSettings', key));
  if (usedIn.length === 0) return;
  const message = `This field is used in ${usedIn.join(', ')}. Take it out of there first, then remove it.`;
  throw new RequestError(409, 'field-in-use', message, { values: { names: usedIn.join(', ') } });
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

const without = ({ rules, custom }: FieldSettings, key: string): FieldSettings => ({
  rules: Object.fromEntries(Object.entries(rules).filter(([each]) => each !== customKey(key))),
  custom: custom.filter((field) => field.key !== key),
});

const countValues = async ({ repositories }: LeasedDesk, { tenantId, key }: FieldRemoval): Promise<number> => {
  let count = 0;
  for await (const batch of repositories.teammates.scan(tenantId)) {
    count += batch.filter(({ overrides }) => Object.hasOwn(overrides, customKey(key))).length;
  }
  return count;
};

const removeValues = async (
  { repositories: { teammates }, clock }: LeasedDesk,
  { tenantId, key, by }: FieldRemoval,
): Promise<void> => {
  const stamp = { by, at: clock.now().toISOString() };
  for await (const batch of teammates.scan(tenantId)) {
    const holders = batch.filter(({ overrides }) => Object.hasOwn(overrides, customKey(key)));
    const after = holders.map((teammate) => applyOverrides(teammate, { [customKey(key)]: null }, stamp));
    if (after.length > 0) await teammates.save(tenantId, after);
  }
};
