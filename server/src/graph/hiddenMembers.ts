import { hiddenMembersPermission } from '../domain/connection/connection.ts';
import { isForbidden, isGone, isRefused, permissionMissing } from './http/graphErrors.ts';
import type { GraphTransport } from './http/graphTransport.ts';

export interface HiddenMembersPlace {
  readonly transport: GraphTransport;
  readonly graphUrl: string;
  /** Those in the token. */
  readonly permissions: () => Promise<readonly string[]>;
}

/**
 * How Graph keeps hidden members from whoever may not see them is not documented: by a 403, or, as people report of its
 * neighbours, by a list without them. So a group that looks empty is asked whether it only looks so; this throws
 * AdminActionError `permission-missing` then, as a 403 does.
 * https://learn.microsoft.com/graph/permissions-reference#memberreadhidden
 */
export const refuseHidden = async (
  { transport, graphUrl, permissions }: HiddenMembersPlace,
  groupId: string,
  signal: AbortSignal | undefined,
): Promise<void> => {
  const url = `${graphUrl}/v1.0/groups/${encodeURIComponent(groupId)}?$select=visibility`;
  const group = await transport.readJson({ url, signal }).catch(asUnknown);
  if (!isHidden(group) || (await permissions()).includes(hiddenMembersPermission)) return;
  throw permissionMissing({ detail: `Group ${groupId} looks empty, and its members are hidden.` });
};

const isHidden = (group: unknown): boolean =>
  typeof group === 'object' && group !== null && 'visibility' in group && group.visibility === 'HiddenMembership';

/** A group that does not even say that is taken as it looks. */
const asUnknown = (error: unknown): null => {
  if (isGone(error) || isForbidden(error) || isRefused(error)) return null;
  throw error;
};
