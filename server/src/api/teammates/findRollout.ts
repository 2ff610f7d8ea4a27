import type { RolloutPerson, RolloutView } from '../../contract/manage/rollout.ts';
import { nameOf } from '../../domain/directory/directoryUser.ts';
import type { Sighting } from '../../domain/rollout/sighting.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { PageOf, PageRequest } from '../../ports/pages/pages.ts';
import type { Repositories } from '../../ports/repositories.ts';

/** Active teammates by name with where each was last seen. A page may have fewer than asked for, or none. */
export const findRollout = async (
  { teammates, sightings }: Pick<Repositories, 'teammates' | 'sightings'>,
  tenantId: string,
  { view, ...window }: PageRequest & { readonly view: RolloutView },
): Promise<PageOf<RolloutPerson>> => {
  const page = await teammates.page(tenantId, { ...window, status: 'active' });
  const ids = page.items.map(({ id }) => id);
  const found = new Map((await sightings.getMany(tenantId, ids)).map((one) => [one.teammateId, one]));
  const items = page.items.map((teammate) => present(teammate, found.get(teammate.id) ?? null));
  return { items: items.filter(isIn[view]), cursor: page.cursor };
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
  ...presentSighting(sighting),
});

/** Where somebody was seen; nowhere, if they never were. */
export const presentSighting = (sighting: Sighting | null): Pick<RolloutPerson, 'clients' | 'problem'> => ({
  clients: [...(sighting?.clients ?? [])],
  problem: sighting?.problem ?? null,
});
