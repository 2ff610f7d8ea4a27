import { endpoints } from '../../../contract/endpoints.ts';
import type { ContainerKind, DirectoryGroup, DirectoryUnit } from '../../../domain/directory/directoryContainer.ts';
import { listExtensionsPermission } from '../../../domain/connection/connection.ts';
import { nameOf } from '../../../domain/directory/directoryUser.ts';
import type { DirectoryPage, DirectoryReader, DirectoryQuery } from '../../../ports/directory/directoryReader.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { sealCursor, type SealedCursor } from '../../requests/lists/sealedCursor.ts';
import { openConnectedDirectory } from '../../tenantConnection.ts';

interface SearchQuery {
  readonly search: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const queryOf = ({ search, limit, cursor: sealed }: SearchQuery, cursors: SealedCursor): DirectoryQuery => {
  const cursor = cursors.open(sealed);
  return { search, limit, ...(cursor === undefined ? {} : { cursor }) };
};

const withCounts = async <T extends DirectoryGroup | DirectoryUnit>(
  directory: DirectoryReader,
  kind: ContainerKind,
  page: DirectoryPage<T>,
) => {
  const counts = await directory.countMembers(
    kind,
    page.items.map((item) => item.id),
  );
  return {
    items: page.items.map((item) => ({ ...item, memberCount: counts.get(item.id) ?? null })),
    cursor: page.cursor,
  };
};

/** The address of a group is nobody's business here. */
const presentGroup = (group: DirectoryGroup & { readonly memberCount: number | null }) => ({
  id: group.id,
  displayName: group.displayName,
  description: group.description,
  kind: group.kind,
  isDynamic: group.isDynamic,
  hasHiddenMembers: group.hasHiddenMembers,
  memberCount: group.memberCount,
});

export const mountDirectoryRoutes = (mount: Mount, options: ApiOptions): void => {
  const { secretBox } = options;
  mount(endpoints.findUsers, async ({ actor, query }) => {
    const directory = await openConnectedDirectory(options, actor.tenantId);
    const cursors = sealCursor(secretBox, 'users', actor.tenantId);
    const { items, cursor } = await directory.findUsers(queryOf(query, cursors));
    return {
      items: items.map((user) => ({
        id: user.id,
        displayName: nameOf(user),
        userPrincipalName: user.userPrincipalName,
        mail: user.mail,
        jobTitle: user.jobTitle,
        department: user.department,
        accountEnabled: user.accountEnabled,
        userType: user.userType,
      })),
      cursor: cursors.seal(cursor),
    };
  });

  mount(endpoints.findExtensions, async ({ actor }) => {
    const directory = await openConnectedDirectory(options, actor.tenantId);
    const found = await directory.findExtensions();
    return { extensions: found && found.map((each) => ({ ...each })), permission: listExtensionsPermission };
  });

  mount(endpoints.findGroups, async ({ actor, query }) => {
    const directory = await openConnectedDirectory(options, actor.tenantId);
    const cursors = sealCursor(secretBox, 'groups', actor.tenantId);
    const page = await withCounts(directory, 'group', await directory.findGroups(queryOf(query, cursors)));
    return { items: page.items.map(presentGroup), cursor: cursors.seal(page.cursor) };
  });

  mount(endpoints.findUnits, async ({ actor, query }) => {
    const directory = await openConnectedDirectory(options, actor.tenantId);
    const cursors = sealCursor(secretBox, 'units', actor.tenantId);
    const page = await withCounts(directory, 'unit', await directory.findUnits(queryOf(query, cursors)));
    return { items: page.items, cursor: cursors.seal(page.cursor) };
  });
};
