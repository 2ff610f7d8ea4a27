import { hiddenMembersPermission } from '../domain/connection/connection.ts';
import type { ReadSource } from '../ports/directory/directoryReader.ts';
import { isForbidden, isGone, isRefused, permissionMissing } from './http/graphErrors.ts';
import type { GraphTransport } from './http/graphTransport.ts';

type MembersSource = Extract<ReadSource, { kind: 'members' }>;

const folders = { group: 'groups', unit: 'directory/administrativeUnits' } as const;

/** Where a group or a unit is found. */
export const containerUrl = (graphUrl: string, { container, id }: MembersSource): string =>
  `${graphUrl}/v1.0/${folders[container]}/${encodeURIComponent(id)}`;

export interface HiddenMembersPlace {
  readonly transport: GraphTransport;
  readonly graphUrl: string;
  /** Those in the token. */
  readonly permissions: () => Promise<readonly string[]>;
}

/**
 * How Graph keeps hidden members from whoever may not see them is not documented: by a 403, or, as people report of its
 * neighbours, by a list without them. So a group or unit that looks empty is asked whether it only looks so; this throws
 * AdminActionError `permission-missing` then, as a 403 does.
 * https://learn.microsoft.com/graph/permissions-reference#memberreadhidden
 */
export const refuseHidden = async (
  { transport, graphUrl, permissions }: HiddenMembersPlace,
  source: MembersSource,
  signal: AbortSignal | undefined,
): Promise<void> => {
  const url = `${containerUrl(graphUrl, source)}?$select=visibility`;
  const container = await transport.readJson({ url, signal }).catch(asUnknown);
  if (!isHidden(container) || (await permissions()).includes(hiddenMembersPermission)) return;
  throw permissionMissing({ detail: `The ${source.container} ${source.id} looks empty, and its members are hidden.` });
};

const isHidden = (container: unknown): boolean =>
  typeof container === 'object' &&
  container !== null &&
  'visibility' in container &&
  container.visibility === 'HiddenMembership';

/** One that does not even say that is taken as it looks. */
const asUnknown = (error: unknown): null => {
  if (isGone(error) || isForbidden(error) || isRefused(error)) return null;
  throw error;
};
