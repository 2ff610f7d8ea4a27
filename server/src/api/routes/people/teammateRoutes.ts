import { endpoints } from '../../../contract/endpoints.ts';
import type { TeammatePage } from '../../../contract/people/teammates.ts';
import { RequestError } from '../../../domain/errors.ts';
import { withoutEnded } from '../../../domain/fields/overrides/endedOverrides.ts';
import { dayAt } from '../../../domain/schedule/dayAt.ts';
import { answerSignature } from '../../answers/answerSignature.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { countTeammates } from '../../teammates/countTeammates.ts';
import { exportTeammates } from '../../export/exportTeammates.ts';
import { pageRequest } from '../../requests/lists/pageRequest.ts';
import { teammateFilter } from '../../teammates/teammateFilter.ts';
import { teammateBody } from '../../teammates/teammateBody.ts';
import { presentSummary } from '../../present/presentTeammate.ts';

export const mountTeammateRoutes = (mount: Mount, options: ApiOptions): void => {
  const { repositories, clock } = options;
  const { teammates, enrichments, settings: kept } = repositories;
  const settingsOf = async (tenantId: string) => (await kept.get(tenantId)).value;

  /** Counting looks at everybody, so a list does it once and not on every page. */
  const totalOf = async (tenantId: string): Promise<NonNullable<TeammatePage['total']>> => {
    const [active, disabled, removed] = await Promise.all([
      teammates.count(tenantId, 'active'),
      teammates.count(tenantId, 'disabled'),
      teammates.count(tenantId, 'removed'),
    ]);
    return { active, disabled, removed };
  };

  mount(endpoints.listTeammates, async ({ actor, query }) => {
    const page = await teammates.page(actor.tenantId, { ...pageRequest(query), ...teammateFilter(query) });
    const total = query.cursor === undefined ? await totalOf(actor.tenantId) : null;
    const settings = await settingsOf(actor.tenantId);
    const ids = page.items.map(({ id }) => id);
    const known = new Map((await enrichments.getMany(actor.tenantId, ids)).map((each) => [each.teammateId, each]));
    const today = dayAt(clock.now());
    const items = page.items.map((each) =>
      presentSummary(withoutEnded(each, today), settings, known.get(each.id) ?? null),
    );
    return { items, cursor: page.cursor, total };
  });

  mount(endpoints.countTeammates, ({ actor, query }) => countTeammates(repositories, actor.tenantId, query.search));
  mount(endpoints.exportTeammates, ({ actor, query, response }) =>
    exportTeammates(options, { tenantId: actor.tenantId, query, response }),
  );

  mount(endpoints.teammateSignature, ({ actor: { tenantId }, params, query, request, response }) =>
    answerSignature(options, {
      key: `of ${tenantId} ${params.id} ${request.url}`,
      tenantId,
      teammateId: params.id,
      query,
      request,
      response,
    }),
  );

  mount(endpoints.getTeammate, async ({ actor, params }) => {
    const teammate = await teammates.get(actor.tenantId, params.id);
    if (teammate === null) throw new RequestError(404, 'not-found', 'There is no such teammate.');
    return teammateBody(options, actor.tenantId, teammate);
  });
};
