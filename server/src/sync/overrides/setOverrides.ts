import { InvalidFields, RequestError, type FieldProblem } from '../../domain/errors.ts';
import { hasPassed, withoutEnded } from '../../domain/fields/overrides/endedOverrides.ts';
import type { FieldSettings } from '../../domain/fields/fieldSettings.ts';
import type { Hidden } from '../../domain/fields/overrides/hidden.ts';
import {
  applyOverrides,
  longestOverride,
  overrideKind,
  readOverride,
  type OverrideProblem,
  type Setter,
} from '../../domain/fields/overrides/overrides.ts';
import { dayAt } from '../../domain/schedule/dayAt.ts';
import type { LastDay, OverrideStamp, Teammate } from '../../domain/teammate/teammate.ts';
import { withSyncLease, type LeasedDesk } from '../withSyncLease.ts';

/** By smart field; null takes the override away. */
export type AskedOverrides = Readonly<Record<string, string | Hidden | null>>;

export interface OverrideOrder {
  readonly tenantId: string;
  readonly id: string;
  readonly overrides: AskedOverrides;
  /** Whether the overrides are still those that the admin saw. */
  readonly isSeen: (teammate: Teammate) => boolean;
  readonly by: string;
  /** The last day of what is set; left out: it stays. */
  readonly until?: LastDay | undefined;
}

/**
 * Sets what an admin wrote in place of the directory's values. Throws InvalidFields, RequestError 404 when there is no
 * such teammate, 409 `overrides-changed` when somebody else set others meanwhile, 409 `run-in-progress` during a sync.
 */
export const setOverrides = async (heldDesk: LeasedDesk, order: OverrideOrder): Promise<Teammate> => {
  const settings = (await heldDesk.repositories.fieldSettings.get(order.tenantId)).value;
  const changes = readOverrides({ ...order, setter: 'admin' }, settings);
  return withSyncLease(heldDesk, order.tenantId, async (desk) => {
    const { repositories, clock } = desk;
    const teammate = await seenTeammate(desk, order);
    const after = applyOverrides(teammate, changes, stampOf(order, clock.now()));
    await repositories.teammates.save(order.tenantId, [after]);
    return after;
  });
};

/** Who sets something now, and until when. Throws InvalidFields where that day is over already. */
export const stampOf = ({ by, until }: Pick<OverrideOrder, 'by' | 'until'>, now: Date): OverrideStamp => {
  const stamp = { by, at: now.toISOString() };
  if (until === undefined) return stamp;
  if (!hasPassed(until, dayAt(now))) return { ...stamp, until };
  const message = 'That day is over already. Choose today or a day to come.';
  throw new InvalidFields({
    status: 422,
    code: 'override-invalid',
    problems: [{ path: 'body.until.date', code: 'override-over', message }],
  });
};

/** The teammate with the overrides that were seen. Throws RequestError 404 and 409 `overrides-changed`. */
export const seenTeammate = async (
  { repositories, clock }: LeasedDesk,
  { tenantId, id, isSeen }: OverrideOrder,
): Promise<Teammate> => {
  const teammate = await repositories.teammates.get(tenantId, id);
  if (teammate === null) throw new RequestError(404, 'not-found', 'There is no such teammate.');
  if (isSeen(withoutEnded(teammate, dayAt(clock.now())))) return teammate;
  throw new RequestError(
    409,
    'overrides-changed',
    'Somebody else changed this person meanwhile. Look at what they set, then set yours again.',
  );
};

interface Written extends Pick<OverrideOrder, 'overrides'> {
  /** An admin, or the teammate themselves. */
  readonly setter: Setter;
}

/** The values as they are kept. Throws InvalidFields with everything that is wrong with them. */
export const readOverrides = (
  { overrides, setter }: Written,
  settings: FieldSettings,
): Readonly<Record<string, string | null>> => {
  const problems: FieldProblem[] = [];
  const changes = Object.entries(overrides).map(([key, raw]): [string, string | null] => {
    if (raw === null && (setter === 'admin' || overrideKind(key, settings, setter) !== null)) return [key, null];
    const read = readOverride(key, raw ?? '', { settings, setter });
    if ('value' in read) return [key, read.value];
    problems.push({ path: `body.overrides.${key}`, code: read.problem, message: messages[read.problem] });
    return [key, null];
  });
  if (problems.length > 0) throw new InvalidFields({ status: 422, code: 'override-invalid', problems });
  return Object.fromEntries(changes);
};

const messages: Readonly<Record<OverrideProblem, string>> = {
  'override-field': 'This field cannot be set here.',
  'override-blank': 'Fill something in, or go back to the value of the directory.',
  'override-needed': 'A signature says who writes. Set another name, or go back to that of the directory.',
  'override-unused':
    'What is set by hand does not count here: the rule of this field goes by the directory, or shows it in no signature.',
  'override-too-long': `Use at most ${String(longestOverride)} characters.`,
  'override-phone': 'Fill in a phone number, such as +31 30 123 4567.',
  'override-mail': 'Fill in one mail address, such as ada@example.com.',
  'override-url': 'Fill in a web address, such as https://example.com/me.',
  'override-date': 'Fill in a date as year, month and day, such as 2026-12-31.',
};
