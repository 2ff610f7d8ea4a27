import { endpoints } from '../../../contract/endpoints.ts';
import { RequestError } from '../../../domain/errors.ts';
import { outlookClients } from '../../../domain/rollout/sighting.ts';
import type { Repositories } from '../../../ports/repositories.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import { exportRollout } from '../../export/exportRollout.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { pageRequest } from '../../requests/lists/pageRequest.ts';
import { findRollout, presentSighting } from '../../teammates/findRollout.ts';

export const mountRolloutRoutes = (mount: Mount, { repositories, clock }: ApiOptions): void => {
  const { teammates, sightings } = repositories;

  mount(endpoints.getRollout, async ({ actor: { tenantId } }) => {
    const [active, all, inactive, problems, ...counts] = await Promise.all([
      teammates.count(tenantId, 'active'),
      sightings.count(tenantId),
      countInactive(repositories, tenantId, clock.now()),
      sightings.countProblems(tenantId),
      ...outlookClients.map((client) => sightings.countClient(tenantId, client)),
    ]);
    const clients = outlookClients.map((client, index) => ({ client, people: counts[index] ?? 0 }));
    return { active, seen: all - inactive, problems, clients: clients.filter(({ people }) => people > 0) };
  });

  mount(endpoints.listRollout, async ({ actor: { tenantId }, query: { view, ...window } }) => {
    const page = await findRollout(repositories, tenantId, { view, ...pageRequest(window) });
    return { items: [...page.items], cursor: page.cursor };
  });

  mount(endpoints.exportRollout, ({ actor: { tenantId }, query, response }) =>
    exportRollout(repositories, { tenantId, query, response }),
  );

  mount(endpoints.teammateOutlook, async ({ actor: { tenantId }, params: { id } }) => {
    if ((await teammates.get(tenantId, id)) === null) {
      throw new RequestError(404, 'not-found', 'There is no such teammate.');
    }
    const [sighting = null] = await sightings.getMany(tenantId, [id]);
    return presentSighting(sighting);
  });
};

/** Those who were seen and are no longer active; they are few, and kept until their removal. */
const countInactive = async ({ teammates, sightings }: Repositories, tenantId: string, now: Date): Promise<number> => {
  let count = 0;
  for await (const batch of teammates.scanSince(tenantId, 'disabled', now)) {
    const ids = batch.map(({ id }) => id);
    count += (await sightings.getMany(tenantId, ids)).length;
  }
  return count;
};
