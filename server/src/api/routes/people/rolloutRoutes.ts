import { endpoints } from '../../../contract/endpoints.ts';
import type { RolloutPerson, RolloutView } from '../../../contract/manage/rollout.ts';
import { nameOf } from '../../../domain/directory/directoryUser.ts';
import { outlookClients, type Sighting } from '../../../domain/rollout/sighting.ts';
import type { Teammate } from '../../../domain/teammate/teammate.ts';
import type { Repositories } from '../../../ports/repositories.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { pageRequest } from '../../requests/pageRequest.ts';

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

  mount(endpoints.listRollout, async ({ actor: { tenantId }, query }) => {
    const page = await teammates.page(tenantId, { ...pageRequest(query), status: 'active' });
    const ids = page.items.map(({ id }) => id);
    const found = new Map((await sightings.getMany(tenantId, ids)).map((one) => [one.teammateId, one]));
    const items = page.items.map((teammate) => present(teammate, found.get(teammate.id) ?? null));
    return { items: items.filter(isIn[query.view]), cursor: page.cursor };
  });
};

const isIn: Readonly<Record<RolloutView, (person: RolloutPerson) => boolean>> = {
  all: () => true,
  never: ({ clients }) => clients.length === 0,
  problems: ({ problem }) => problem !== null,
};

const present = ({ id, profile }: Teammate, sighting: Sighting | null): RolloutPerson => ({
  teammateId: id,
  displayName: nameOf(profile),
  mail: profile.mail,
  clients: [...(sighting?.clients ?? [])],
  problem: sighting?.problem ?? null,
});

/** Those who were seen and are no longer active; they are few, and kept until their removal. */
const countInactive = async ({ teammates, sightings }: Repositories, tenantId: string, now: Date): Promise<number> => {
  let count = 0;
  for await (const batch of teammates.scanSince(tenantId, 'disabled', now)) {
    const ids = batch.map(({ id }) => id);
    count += (await sightings.getMany(tenantId, ids)).length;
  }
  return count;
};
