import { restorableDays } from '../../domain/teammate/removalDue.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { rememberLeftOut } from './rememberLeftOut.ts';

export interface RemovedPlace {
  readonly repositories: Pick<Repositories, 'teammates' | 'enrichments'>;
  readonly tenantId: string;
  readonly now: Date;
}

/** A removal can be undone for so many days; after that the person is forgotten. */
export const purgeRemoved = async (place: RemovedPlace): Promise<void> => {
  for await (const batch of scanForgettable(place)) await purge(place, batch);
};

/** The same for the first batch of them. False when there was nobody. */
export const purgeSomeRemoved = async (place: RemovedPlace): Promise<boolean> => {
  for await (const batch of scanForgettable(place)) {
    await purge(place, batch);
    return true;
  }
  return false;
};

export const isAnybodyForgettable = async (place: RemovedPlace): Promise<boolean> => {
  for await (const batch of scanForgettable(place)) return batch.length > 0;
  return false;
};

/** Those whose removal can be undone no more, longest first. */
const scanForgettable = ({ repositories, tenantId, now }: RemovedPlace): AsyncIterable<readonly Teammate[]> =>
  repositories.teammates.scanSince(tenantId, 'removed', new Date(now.getTime() - restorableDays * 24 * 60 * 60_000));

const purge = async (place: RemovedPlace, people: readonly Teammate[]): Promise<void> => {
  await rememberLeftOut(place, people);
  await place.repositories.teammates.purge(
    place.tenantId,
    people.map(({ id }) => id),
  );
};
