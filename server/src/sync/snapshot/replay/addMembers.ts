import type { DirectoryMember } from '../../../domain/directory/directoryContainer.ts';
import type { ReadTask } from '../../../ports/repositories/snapshotRepository.ts';
import { doubt } from './doubts.ts';
import type { Replay } from './replay.ts';
import { readInto } from './replayPeople.ts';

/** Members that were told, with the profiles of those of whom there is none yet. */
export const addMembers = async (
  replay: Replay,
  task: ReadTask,
  members: readonly DirectoryMember[],
): Promise<void> => {
  const added = await named(replay, members);
  await replay.staging.addMembers(task, added);
  await readInto(replay, await withoutProfile(replay, added));
};

/** Change reports name nested groups by id alone. */
const named = async (replay: Replay, members: readonly DirectoryMember[]): Promise<readonly DirectoryMember[]> => {
  const groups = members.filter((member) => member.kind === 'group').map((member) => member.id);
  if (groups.length === 0) return members;
  const names = await replay.directory.resolveNames('group', groups, replay.signal);
  for (const id of groups) replay.toldThere.set(id, 'group');
  const nameless = groups.filter((id) => !names.has(id));
  await doubt(replay, { kind: 'group', told: 'there' }, nameless);
  return members.map((member) =>
    member.kind === 'group' ? { ...member, displayName: names.get(member.id) ?? null } : member,
  );
};

const withoutProfile = async (
  { place, staging }: Replay,
  members: readonly DirectoryMember[],
): Promise<readonly string[]> => {
  const ids = members.filter((member) => member.kind === 'user').map((member) => member.id);
  const known = await place.snapshots.getPeople(place.tenantId, staging.head().id, ids);
  const knownIds = new Set(known.map((person) => person.id));
  return ids.filter((id) => !knownIds.has(id));
};
