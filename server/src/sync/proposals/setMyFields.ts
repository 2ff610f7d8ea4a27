import { withoutEnded } from '../../domain/fields/endedOverrides.ts';
import { ruleOf, type FieldSettings } from '../../domain/fields/fieldSettings.ts';
import { applyOverrides } from '../../domain/fields/overrides.ts';
import { forgetFields, propose, type Proposals } from '../../domain/proposal/proposals.ts';
import { dayAt } from '../../domain/schedule/dayAt.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
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
    const { direct, asked } = part(changes, { settings, teammate: withoutEnded(teammate, dayAt(desk.clock.now())) });
    const at = desk.clock.now().toISOString();
    await keepProposals(desk, order, { settled: Object.keys(direct), asked, at });
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

/** What is set as it is already, or goes back to the directory, asks for nothing. */
const part = (changes: Changes, { settings, teammate }: Knowing) => {
  const asks = ([key, value]: readonly [string, string | null]): boolean =>
    value !== null && teammate.overrides[key] !== value && ruleOf(settings, key).editableBy === 'teammateAsks';
  const all = Object.entries(changes);
  return {
    direct: Object.fromEntries(all.filter((change) => !asks(change))) satisfies Changes,
    asked: all.filter(asks).map(([field, value]) => ({ field, value: value ?? '' })),
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
