import type { DirectoryReader } from '../../ports/directory/directoryReader.ts';
import type { Membership, SnapshotHead } from '../../ports/repositories/snapshotRepository.ts';

/** As the directory has them now, the direct memberships of a person in the containers that the snapshot knows. */
export const membershipsIn = async (
  { tasks }: Pick<SnapshotHead, 'tasks'>,
  directory: DirectoryReader,
  memberId: string,
): Promise<readonly Membership[]> => {
  const containers = (await directory.readContainersOf('user', [memberId])).get(memberId) ?? [];
  return tasks.flatMap(({ source }) =>
    source.kind === 'members' && containers.includes(source.id)
      ? [{ container: source.container, containerId: source.id, memberId, memberKind: 'user' as const }]
      : [],
  );
};
