import type { DirectoryUser } from '../../../domain/directory/directoryUser.ts';
import { isFresh } from '../../../domain/schedule/clockSetRight.ts';
import type { Doubt } from '../../../ports/repositories/snapshotRepository.ts';
import type { Replay } from './replay.ts';

/**
 * Graph's answers about one object come from replicas that may be minutes behind its lists of changes
 * (https://devblogs.microsoft.com/identity/designing-for-eventual-consistency-for-microsoft-entra/). After so many
 * milliseconds the same answer counts.
 */
const doubtedFor = 5 * 60_000;

export const isDue = ({ since }: Pick<Doubt, 'since'>, now: Date): boolean => !isFresh(since, now, doubtedFor);

type Subject = Pick<Doubt, 'kind' | 'told'>;

/** Remembers that these were told as being there, or gone, and are not. */
export const doubt = ({ staging, now }: Replay, { kind, told }: Subject, ids: Iterable<string>): Promise<void> =>
  staging.doubt([...ids].map((id) => ({ kind, told, id, since: now.toISOString() })));

/** So many people are remembered, the last of whom something was told. */
const mostRemembered = 5000;

export const rememberTold = ({ toldOf, gone }: Replay, id: string, attributes: Partial<DirectoryUser>): void => {
  gone.delete(id);
  const before = toldOf.get(id);
  toldOf.delete(id);
  toldOf.set(id, { ...before, ...attributes });
  const [oldest] = toldOf.size > mostRemembered ? toldOf.keys() : [];
  if (oldest !== undefined) toldOf.delete(oldest);
};

/** Lets people go who were told as gone, and are. */
export const letGo = async ({ staging, gone }: Replay, ids: readonly string[]): Promise<void> => {
  for (const id of ids) gone.add(id);
  await staging.removePeople(ids);
};

/** People as an answer about each of them alone has them, with what the changes said laid over it. */
export const asTold = ({ toldOf }: Replay, people: readonly DirectoryUser[]): readonly DirectoryUser[] =>
  people.map((person) => ({ ...person, ...toldOf.get(person.id) }));
