import { endpoints } from '../../../contract/endpoints.ts';
import { readAddressees } from '../../../contract/signatures/addressee.ts';
import type { Me } from '../../../contract/signatures/me.ts';
import { UndersignError } from '../../../domain/errors.ts';
import { withoutEnded } from '../../../domain/fields/overrides/endedOverrides.ts';
import { readClient, readProblemCode } from '../../../domain/rollout/sighting.ts';
import { dayAt } from '../../../domain/schedule/dayAt.ts';
import type { Teammate } from '../../../domain/teammate/teammate.ts';
import type { TeammateRepository } from '../../../ports/repositories/teammateRepository.ts';
import { findManager } from '../../../signatures/rendering/findManager.ts';
import { listChoosable } from '../../../signatures/assignments/listChoosable.ts';
import { setMyFields } from '../../../sync/proposals/setMyFields.ts';
import { withdrawProposal } from '../../../sync/proposals/withdrawProposal.ts';
import { answerSignature, signable } from '../../answers/answerSignature.ts';
import { keyOfOwn } from '../../answers/quickSignature.ts';
import type { Actor, ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';
import type { SightingDesk } from '../../openSightingDesk.ts';
import { overridesRevision } from '../../teammates/overridesRevision.ts';
import { presentMe } from '../../present/presentMe.ts';

export const mountMeRoutes = (mount: Mount, options: ApiOptions & { readonly sightings: SightingDesk }): void => {
  const { repositories, leases, clock, sightings } = options;
  const { teammates, fieldSettings } = repositories;

  // Every mail asks for it, and routes are looked through one by one.
  mount(endpoints.getMySignature, async ({ actor, query, request, response }) => {
    // The person at the keyboard signs, whatever mailbox they write from.
    const { tenantId, userId: teammateId } = actor;
    let problem = readProblemCode(query.problem ?? '');
    try {
      const key = keyOfOwn(actor.userId, request.url);
      return await answerSignature(options, { key, tenantId, teammateId, query, request, response });
    } catch (error) {
      problem = error instanceof UndersignError ? error.code : 'internal';
      throw error;
    } finally {
      // Nothing is kept of those who are no teammates.
      if (query.client !== undefined && problem !== 'not-a-teammate')
        sightings.note(tenantId, teammateId, { ...readClient(query.client), problem });
    }
  });

  mount(endpoints.listMySignatures, async ({ actor, query }) => {
    const { composeType, from = null, recipients = null, addressed = '' } = query;
    const teammate = await ownTeammate(teammates, actor);
    const mail = { teammate, composeType, from, recipients, addressed: readAddressees(addressed), date: null };
    return { items: await listChoosable(options, actor.tenantId, mail) };
  });

  const present = async (actor: Actor, teammate: Teammate | null): Promise<Me> => {
    const settings = (await fieldSettings.get(actor.tenantId)).value;
    const { tenantId, userId } = actor;
    const today = dayAt(clock.now());
    const managerId = (await repositories.enrichments.get(tenantId, userId))?.managerId ?? null;
    const manager = await findManager(repositories, { tenantId, managerId }, { settings, today });
    const { value: proposals } = await repositories.proposals.get(tenantId, userId);
    const current = teammate && withoutEnded(teammate, today);
    return presentMe(actor, current, { settings, manager, proposals });
  };

  mount(endpoints.getMe, async ({ actor }) => present(actor, await teammates.get(actor.tenantId, actor.userId)));

  mount(endpoints.setMyFields, async ({ actor, body }) => {
    const { tenantId, userId: id, displayName: by } = actor;
    await ownTeammate(teammates, actor);
    const isSeen = (teammate: Teammate) => overridesRevision(teammate) === body.overridesRevision;
    const order = { tenantId, id, overrides: body.overrides, isSeen, by };
    return present(actor, await setMyFields({ repositories, leases, clock }, order));
  });

  mount(endpoints.withdrawProposal, async ({ actor, params }) => {
    const { tenantId, userId: teammateId } = actor;
    await ownTeammate(teammates, actor);
    await withdrawProposal({ repositories, leases, clock }, { tenantId, teammateId, field: params.key });
    return present(actor, await teammates.get(tenantId, teammateId));
  });
};

const ownTeammate = async (teammates: TeammateRepository, actor: Actor): Promise<Teammate> =>
  signable(await teammates.get(actor.tenantId, actor.userId));
