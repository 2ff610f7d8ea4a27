import { withoutEnded } from '../../domain/fields/overrides/endedOverrides.ts';
import { ruleOf, type FieldSettings } from '../../domain/fields/fieldSettings.ts';
import { isHidden, keptHidden } from '../../domain/fields/overrides/hidden.ts';
import { applyOverrides } from '../../domain/fields/overrides/overrides.ts';
import { forgetFields, propose, type Proposals } from '../../domain/proposal/proposals.ts';
import { dayAt } from '../../domain/schedule/dayAt.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import { presentableOnOneLine } from '../../domain/text/presentable.ts';
import { readOverrides, seenTeammate, type OverrideOrder } from '../overrides/setOverrides.ts';
import { withSyncLease, type LeasedDesk } from '../withSyncLease.ts';

export type MyFieldsOrder = Omit<OverrideOrder, 'setter'>;

type Changes = Readonly<Record<string, string | null>>;

/**
 * Sets what a teammate filled in of their own fields, and lets wait what an admin has to approve first. Back to the
 * directory they go at once: what it says needs nobody's approval. Throws as `setOverrides` does.
 */
export const setMyFields = async (heldDesk: LeasedDesk, order: MyFieldsOrder): Promise<Teammate> => {
  const settings = (await heldDesk.repositories.fieldSettings.get(order.tenantId)).value;
  const changes = readOverrides({ ...order, setter: 'teammate' }, settings);
  return withSyncLease(heldDesk, order.tenantId, async (desk) => {
    const teammate = await seenTeammate(desk, order);
    const { settled, direct, asked } = part(changes, {
      settings,
      teammate: withoutEnded(teammate, dayAt(desk.clock.now())),
    });
    const at = desk.clock.now().toISOString();
    await keepProposals(desk, order, { settled, asked, at });
    if (Object.keys(direct).length === 0) return teammate;
    const after = applyOverrides(teammate, direct, { by: order.by, at });
    await desk.repositories.teammates.save(order.tenantId, [after]);
    return after;
  });
};

interface Knowing {
  readonly settings: FieldSettings;
  readonly teammate: Teammate;
}

/**
 * What is set already is neither set nor asked for, so that whoever set it stays its author and a last day its last day.
 * What goes back to the directory asks for nothing.
 */
const part = (changes: Changes, { settings, teammate }: Knowing) => {
  const isSet = (key: string, value: string | null): boolean =>
    value === keptHidden
      ? isHidden(teammate, key)
      : value !== null && presentableOnOneLine(teammate.overrides[key]) === value;
  const asks = (key: string, value: string | null): boolean =>
    value !== null && ruleOf(settings, key).editableBy === 'teammateAsks';
  const all = Object.entries(changes);
  const fresh = all.filter(([key, value]) => !isSet(key, value));
  return {
    /** Of these nothing waits any more. */
    settled: all.filter(([key, value]) => isSet(key, value) || !asks(key, value)).map(([key]) => key),
    direct: Object.fromEntries(fresh.filter(([key, value]) => !asks(key, value))) satisfies Changes,
    asked: fresh.filter((change) => asks(...change)).map(([field, value]) => ({ field, value: value ?? '' })),
  };
};

interface Parted {
  readonly settled: readonly string[];
  readonly asked: readonly { readonly field: string; readonly value: string }[];
  readonly at: string;
}

const keepProposals = async (
  { repositories: { proposals } }: LeasedDesk,
  { tenantId, id }: MyFieldsOrder,
  { settled, asked, at }: Parted,
): Promise<void> => {
  const { value: before, revision } = await proposals.get(tenantId, id);
  const after: Proposals = propose(
    forgetFields(before, settled),
    asked.map((each) => ({ ...each, at })),
  );
  await proposals.save(tenantId, after, revision);
};
