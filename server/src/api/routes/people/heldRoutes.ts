import type { HeldDeparture } from '../../../contract/sync/sync.ts';
import { endpoints } from '../../../contract/endpoints.ts';
import { nameOf } from '../../../domain/directory/directoryUser.ts';
import type { Teammate } from '../../../domain/teammate/teammate.ts';
import { decideHeld, departureAction } from '../../../sync/teammates/decideHeld.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { pageRequest } from '../../requests/lists/pageRequest.ts';
import { presentVerdict } from '../../present/presentVerdict.ts';

const presentHeld = (teammate: Teammate): readonly HeldDeparture[] => {
  const { id, profile, departure, scope } = teammate;
  if (departure?.state !== 'held') return [];
  return [
    {
      teammateId: id,
      displayName: nameOf(profile),
      userPrincipalName: profile.userPrincipalName,
      runId: departure.runId,
      at: departure.at,
      would: departureAction(teammate),
      scope: presentVerdict(scope),
    },
  ];
};

export const mountHeldRoutes = (mount: Mount, { repositories, leases, clock }: ApiOptions): void => {
  mount(endpoints.listHeld, async ({ actor, query }) => {
    const page = await repositories.teammates.pageHeld(actor.tenantId, pageRequest(query));
    return { items: page.items.flatMap(presentHeld), cursor: page.cursor };
  });

  mount(endpoints.decideHeld, async ({ actor, params, body }) => ({
    decided: await decideHeld(
      { repositories, leases, clock },
      {
        tenantId: actor.tenantId,
        runId: params.id,
        decision: body.decision,
        teammateIds: body.teammateIds ?? null,
        by: actor.displayName,
      },
    ),
  }));
};
