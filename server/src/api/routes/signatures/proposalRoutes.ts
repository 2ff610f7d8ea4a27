import { endpoints } from '../../../contract/endpoints.ts';
import type { ProposalsOfPerson } from '../../../contract/people/proposals.ts';
import { nameOf } from '../../../domain/directory/directoryUser.ts';
import { withoutEnded } from '../../../domain/fields/overrides/endedOverrides.ts';
import { labelsOf, type FieldSettings } from '../../../domain/fields/fieldSettings.ts';
import { overrideKind } from '../../../domain/fields/overrides/overrides.ts';
import { resolveFields } from '../../../domain/fields/resolveFields.ts';
import type { Proposals } from '../../../domain/proposal/proposals.ts';
import { dayAt } from '../../../domain/schedule/dayAt.ts';
import type { Teammate } from '../../../domain/teammate/teammate.ts';
import { decideProposal } from '../../../sync/proposals/decideProposal.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { pageRequest } from '../../requests/lists/pageRequest.ts';

export const mountProposalRoutes = (mount: Mount, { repositories, leases, clock }: ApiOptions): void => {
  const { proposals, teammates, fieldSettings } = repositories;

  mount(endpoints.listProposals, async ({ actor: { tenantId }, query }) => {
    const page = await proposals.page(tenantId, pageRequest(query));
    const ids = page.items.map(({ teammateId }) => teammateId);
    const people = new Map((await teammates.getMany(tenantId, ids)).map((teammate) => [teammate.id, teammate]));
    const today = dayAt(clock.now());
    const settings = (await fieldSettings.get(tenantId)).value;
    const items = page.items.flatMap((each) => {
      const teammate = people.get(each.teammateId);
      return teammate === undefined ? [] : [presentProposals(each, withoutEnded(teammate, today), settings)];
    });
    return { items, cursor: page.cursor, total: query.cursor === undefined ? await proposals.count(tenantId) : null };
  });

  mount(endpoints.decideProposal, async ({ actor, params, body }) => {
    const { tenantId, displayName: by } = actor;
    const order = { ...body, reason: body.reason ?? '', tenantId, teammateId: params.id, by };
    await decideProposal({ repositories, leases, clock }, order);
    return undefined;
  });
};

const presentProposals = ({ waiting }: Proposals, teammate: Teammate, settings: FieldSettings): ProposalsOfPerson => {
  const known = new Map(resolveFields(teammate, null, { settings }).map((field) => [field.key, field]));
  return {
    teammateId: teammate.id,
    displayName: nameOf(teammate.profile),
    mail: teammate.profile.mail,
    fields: waiting.map(({ field: key, value, at }) => ({
      key,
      labels: labelsOf(settings, key),
      kind: overrideKind(key, settings),
      value,
      override: known.get(key)?.override ?? '',
      hidden: known.get(key)?.hidden ?? false,
      directory: known.get(key)?.directory ?? '',
      at,
    })),
  };
};
