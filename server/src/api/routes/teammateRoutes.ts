import { endpoints } from '../../contract/endpoints.ts';
import { RequestError } from '../../domain/errors.ts';
import type { ApiOptions } from '../apiOptions.ts';
import type { Mount } from '../mountEndpoint.ts';
import { pageRequest } from '../pageRequest.ts';
import { presentSummary, presentTeammate } from '../present/presentTeammate.ts';

export const mountTeammateRoutes = (mount: Mount, { repositories }: ApiOptions): void => {
  const { teammates } = repositories;

  mount(endpoints.listTeammates, async ({ actor, query }) => {
    const page = await teammates.page(actor.tenantId, {
      ...pageRequest(query),
      ...(query.search === undefined ? {} : { search: query.search }),
      ...(query.status === undefined ? {} : { status: query.status }),
    });
    const [active, disabled] = await Promise.all([
      teammates.count(actor.tenantId, 'active'),
      teammates.count(actor.tenantId, 'disabled'),
    ]);
    return { items: page.items.map(presentSummary), cursor: page.cursor, total: { active, disabled } };
  });

  mount(endpoints.getTeammate, async ({ actor, params }) => {
    const teammate = await teammates.get(actor.tenantId, params.id);
    if (teammate === null) throw new RequestError(404, 'not-found', 'There is no such teammate.');
    return presentTeammate(teammate);
  });
};
