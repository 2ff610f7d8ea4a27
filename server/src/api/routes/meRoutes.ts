import { endpoints } from '../../contract/endpoints.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { TeammateRepository } from '../../ports/repositories.ts';
import { answerSignature, signable } from '../answerSignature.ts';
import type { Actor, ApiOptions } from '../apiOptions.ts';
import type { Mount } from '../mountEndpoint.ts';

export const mountMeRoutes = (mount: Mount, options: ApiOptions): void => {
  const { teammates } = options.repositories;

  mount(endpoints.getMe, async ({ actor }) => {
    const teammate = await teammates.get(actor.tenantId, actor.userId);
    return {
      id: actor.userId,
      displayName: actor.displayName,
      teammateId: teammate?.status === 'active' ? teammate.id : null,
      status: teammate === null || teammate.status === 'removed' ? ('none' as const) : teammate.status,
    };
  });

  mount(endpoints.getMySignature, async ({ actor, query, request, response }) => {
    const teammate = await ownTeammate(teammates, actor);
    return answerSignature(options, { tenantId: actor.tenantId, teammate, query, request, response });
  });
};

/** The person at the keyboard signs, whatever mailbox they write from. */
const ownTeammate = async (teammates: TeammateRepository, actor: Actor): Promise<Teammate> =>
  signable(await teammates.get(actor.tenantId, actor.userId));
