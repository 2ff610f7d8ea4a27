import { endpoints } from '../../../contract/endpoints.ts';
import type { PersonScope } from '../../../contract/people/teammates.ts';
import { nameOf, type DirectoryUser } from '../../../domain/directory/directoryUser.ts';
import { RequestError } from '../../../domain/errors.ts';
import { explainScope, type ExplainDesk, type Explanation } from '../../../sync/scope/explainScope.ts';
import type { Teammate } from '../../../domain/teammate/teammate.ts';
import { refreshOne } from '../../../sync/teammates/refreshOne.ts';
import { restoreTeammate } from '../../../sync/teammates/restoreTeammate.ts';
import { setOverrides } from '../../../sync/overrides/setOverrides.ts';
import type { Actor, ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { overridesRevision } from '../../teammates/overridesRevision.ts';
import { pageRequest } from '../../requests/lists/pageRequest.ts';
import { presentRunChange } from '../../present/presentRun.ts';
import { presentVerdict } from '../../present/presentVerdict.ts';
import { teammateBody } from '../../teammates/teammateBody.ts';
import { openConnectedDirectory } from '../../tenantConnection.ts';

const presentExplanation = (id: string, explanation: Explanation, now: Date): PersonScope => ({
  id,
  ...presentPerson(id, explanation.person ?? explanation.teammate?.profile ?? null),
  scope: presentVerdict(explanation.verdict),
  teammateStatus: explanation.teammate?.status ?? null,
  lastSeenAt: lastSeen(explanation, now),
});

const presentPerson = (id: string, profile: DirectoryUser | null) => ({
  displayName: profile === null ? id : nameOf(profile),
  userPrincipalName: profile?.userPrincipalName ?? null,
});

const lastSeen = ({ person, teammate }: Explanation, now: Date): string | null =>
  person === null ? (teammate?.updatedAt ?? null) : now.toISOString();

/** Questions about one person, and what can be done about one person. */
export const mountExplainRoutes = (mount: Mount, options: ApiOptions): void => {
  const { repositories, leases, clock } = options;
  const deskFor = async (actor: Actor): Promise<ExplainDesk> => {
    const directory = await openConnectedDirectory(options, actor.tenantId, { inFull: true });
    return { repositories, directory, clock };
  };
  const explain = async (actor: Actor, id: string): Promise<PersonScope> =>
    presentExplanation(id, await explainScope(await deskFor(actor), actor.tenantId, id), clock.now());

  mount(endpoints.explainTeammate, ({ actor, params }) => explain(actor, params.id));
  mount(endpoints.explainUser, ({ actor, params }) => explain(actor, params.id));

  mount(endpoints.teammateHistory, async ({ actor, params, query }) => {
    if ((await repositories.teammates.get(actor.tenantId, params.id)) === null)
      throw new RequestError(404, 'not-found', 'There is no such teammate.');
    const page = await repositories.runChanges.pageOfTeammate(actor.tenantId, params.id, pageRequest(query));
    return { items: page.items.map(presentRunChange), cursor: page.cursor };
  });

  mount(endpoints.refreshTeammate, async ({ actor, params }) => {
    const startedBy = { id: actor.userId, displayName: actor.displayName };
    const desk = { ...(await deskFor(actor)), leases };
    const teammate = await refreshOne(desk, { tenantId: actor.tenantId, id: params.id, startedBy });
    return teammateBody(options, actor.tenantId, teammate);
  });

  mount(endpoints.restoreTeammate, async ({ actor, params }) => {
    const teammate = await restoreTeammate({ repositories, leases, clock }, actor.tenantId, params.id);
    return teammateBody(options, actor.tenantId, teammate);
  });

  mount(endpoints.setOverrides, async ({ actor, params, body }) => {
    const order = { tenantId: actor.tenantId, id: params.id, overrides: body.overrides, by: actor.displayName };
    const isSeen = (teammate: Teammate) => overridesRevision(teammate) === body.overridesRevision;
    const teammate = await setOverrides({ repositories, leases, clock }, { ...order, isSeen, until: body.until });
    return teammateBody(options, actor.tenantId, teammate);
  });
};
