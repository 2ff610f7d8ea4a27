/** What a subscription may watch: https://learn.microsoft.com/en-us/graph/change-notifications-overview */
export interface WatchedResource {
  kind: 'user' | 'group';
  /** Absent: every object of the kind. */
  id?: string;
  /** Only who joins and leaves, `/groups/{id}/members`. */
  membersOnly: boolean;
}

/** `GroupMember.Read.All` is not among those Microsoft names for groups. */
export const NEEDED_PERMISSION: Readonly<Record<WatchedResource['kind'], string>> = {
  user: 'User.Read.All',
  group: 'Group.Read.All',
};

/** Undefined for what raises no notifications here, such as administrative units or a resource with a query. */
export function readWatchedResource(text: string): WatchedResource | undefined {
  const [collection = '', id, relation, ...rest] = text.replace(/^\//, '').split('/');
  const kind = ({ users: 'user', groups: 'group' } as const)[collection.toLowerCase()];
  if (kind === undefined || rest.length > 0 || id === '' || text.includes('?')) return undefined;
  if (relation !== undefined && (kind !== 'group' || relation.toLowerCase() !== 'members')) return undefined;
  return { kind, membersOnly: relation !== undefined, ...(id !== undefined && { id }) };
}
