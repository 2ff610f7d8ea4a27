import type { ContainerKind } from '../../../domain/directory/directoryContainer.ts';
import type { Doubt } from '../../../ports/repositories/snapshotRepository.ts';
import { doubt, isDue, letGo } from './doubts.ts';
import type { Replay } from './replay.ts';
import { covered, findMemberships } from './replayPeople.ts';

/**
 * Asks once more for everything that is in doubt, and does what the changes told where the answer says the same by now.
 * One that goes on differing is believed in the end.
 */
export const askAgain = async (replay: Replay): Promise<void> => {
  const { staging, now } = replay;
  const doubts = staging.head().doubts ?? [];
  if (doubts.length === 0) return;
  const there = new Set([
    ...(await askForPeople(replay, idsOf(doubts, 'user'))),
    ...(await askForContainers(replay, 'group', idsOf(doubts, 'group'))),
    ...(await askForContainers(replay, 'unit', idsOf(doubts, 'unit'))),
  ]);
  const asked = new Map(doubts.map((one) => [`${one.kind}/${one.id}`, one]));
  await staging.dispel((one) => {
    const before = asked.get(`${one.kind}/${one.id}`);
    return before?.told === one.told && (isDue(one, now) || there.has(one.id) === (one.told === 'there'));
  });
  await staging.saveHead();
};

/** Those that were told as being there, and those told as gone. */
interface Told {
  readonly there: readonly string[];
  readonly gone: readonly string[];
}

const idsOf = (doubts: readonly Doubt[], kind: Doubt['kind']): Told => {
  const ids = (told: Doubt['told']) =>
    doubts.filter((one) => one.kind === kind && one.told === told).map(({ id }) => id);
  return { there: ids('there'), gone: ids('gone') };
};

/** Returns who is there. */
const askForPeople = async (replay: Replay, told: Told): Promise<readonly string[]> => {
  const ids = [...told.there, ...told.gone];
  if (ids.length === 0) return [];
  const { staging, directory, signal } = replay;
  const { people, unreadable } = await directory.readUsers(ids, signal);
  const found = new Set([...people, ...unreadable].map(({ id }) => id));
  const wanted = new Set(
    await covered(
      replay,
      told.there.filter((id) => found.has(id)),
    ),
  );
  await staging.skip(unreadable.filter(({ id }) => id !== null && wanted.has(id)));
  await staging.addPeople(people.filter(({ id }) => wanted.has(id)));
  const gone = told.gone.filter((id) => !found.has(id));
  if (gone.length > 0) await letGo(replay, gone);
  return [...found].filter((id) => id !== null);
};

/** Returns which are there. */
const askForContainers = async (replay: Replay, kind: ContainerKind, told: Told): Promise<readonly string[]> => {
  const ids = [...told.there, ...told.gone];
  if (ids.length === 0) return [];
  const { staging, directory, signal } = replay;
  const names = await directory.resolveNames(kind, ids, signal);
  const there = told.there.filter((id) => names.has(id));
  if (kind === 'group')
    await findMemberships(
      replay,
      there.filter((id) => taskOf(replay, id) === undefined),
      kind,
    );
  for (const id of there) {
    const task = taskOf(replay, id);
    if (task === undefined) continue;
    await staging.nameGroup(id, names.get(id) ?? id);
    if (task.gone) await staging.restart(task.key);
  }
  for (const id of told.gone)
    if (!names.has(id) && taskOf(replay, id) !== undefined) await staging.markGone(`members:${id}`);
  return [...names.keys()];
};

const taskOf = ({ staging }: Replay, id: string) => staging.task(`members:${id}`);

/** What was told as being there, and whose listing says that it is not. */
export const doubtGone = async (replay: Replay): Promise<void> => {
  const gone = [...replay.toldThere].filter(([id]) => taskOf(replay, id)?.gone === true);
  for (const [id, kind] of gone) await doubt(replay, { kind, told: 'there' }, [id]);
  if (gone.length > 0) await replay.staging.saveHead();
};
