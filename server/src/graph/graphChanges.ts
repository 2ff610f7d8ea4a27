import { z } from 'zod';
import { DirectoryError } from '../domain/errors.ts';
import type { DirectoryMember } from '../domain/directory/directoryContainer.ts';
import type { ChangeFeed, ChangePage, DirectoryChange } from '../ports/directory/directoryReader.ts';
import { markOf } from '../domain/directory/openChain.ts';
import { toDirectoryMember } from './graphContainers.ts';
import type { ListingPlace } from './graphPages.ts';
import type { GraphTransport } from './http/graphTransport.ts';
import type { UserReading } from './people/graphUserReading.ts';
import { readableElements } from './readableElements.ts';
import { ownLink } from './http/ownLink.ts';

const removedSchema = z.object({ reason: z.string() });

const objectSchema = z.looseObject({
  id: z.string(),
  '@removed': removedSchema.optional(),
  'members@delta': z.array(z.looseObject({ id: z.string(), '@removed': removedSchema.optional() })).optional(),
});

const namedSchema = z.looseObject({ displayName: z.string().nullish().catch(null) });

const deltaSchema = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

type Delta = z.infer<typeof deltaSchema>;
type DeltaObject = z.infer<typeof objectSchema>;

const firstPath = (users: UserReading): Readonly<Record<ChangeFeed, string>> => ({
  users: `users/delta?$select=${users.select}`,
  groups: 'groups/delta?$select=displayName,members',
  units: 'directory/administrativeUnits/delta?$select=displayName,members',
});

/** Where changes from now on will be found: one answer, no objects. https://learn.microsoft.com/graph/delta-query-overview */
export const latestChangesUrl = ({ graphUrl, users }: Pick<ListingPlace, 'graphUrl' | 'users'>, feed: ChangeFeed) =>
  `${graphUrl}/v1.0/${firstPath(users)[feed]}&$deltatoken=latest`;

export interface ChangeRequest {
  readonly feed: ChangeFeed;
  readonly url: string;
  readonly signal: AbortSignal | undefined;
}

/** Reads one page of changes. A page may be empty and still have a next one. */
export const readChangePage = async (
  { transport, graphUrl, users }: Pick<ListingPlace, 'transport' | 'graphUrl' | 'users'>,
  request: ChangeRequest,
): Promise<ChangePage> => {
  const page = await readDelta(transport, request);
  const next = ownLink(graphUrl, page['@odata.nextLink']);
  const changesLink = ownLink(graphUrl, page['@odata.deltaLink']);
  if (next === null && changesLink === null) {
    throw new DirectoryError(
      'directory-unavailable',
      'Microsoft Graph ended a list of changes without saying how to go on.',
    );
  }
  const toChange =
    request.feed === 'users' ? userChange(users) : containerChange(request.feed === 'groups' ? 'group' : 'unit');
  const { items, unreadable } = readableElements(page.value, (raw) => toChange(objectSchema.parse(raw)));
  const mark = page.value.length === 0 ? null : markOf(JSON.stringify(page.value));
  return { changes: items, unreadable, mark, next, changesLink };
};

/** A page that cannot be read is asked for once more, because that may have been the line; then it is a failure. */
const readDelta = async (
  transport: GraphTransport,
  { url, signal }: Omit<ChangeRequest, 'feed'>,
  isLast = false,
): Promise<Delta> => {
  const parsed = deltaSchema.safeParse(await transport.readJson({ url, signal }));
  if (parsed.success) return parsed.data;
  if (!isLast) return readDelta(transport, { url, signal }, true);
  throw new DirectoryError('directory-unavailable', 'Microsoft Graph gave an unreadable answer.', {
    cause: parsed.error,
  });
};

const userChange =
  ({ toChanges }: UserReading) =>
  (object: DeltaObject): DirectoryChange => {
    const id = object.id.toLowerCase();
    const removed = object['@removed'];
    return removed === undefined
      ? { kind: 'userChanged', id, attributes: toChanges(object) }
      : { kind: 'userRemoved', id, permanently: removed.reason === 'deleted' };
  };

const containerChange =
  (container: 'group' | 'unit') =>
  (object: DeltaObject): DirectoryChange => {
    const id = object.id.toLowerCase();
    if (object['@removed'] !== undefined) return { kind: 'containerRemoved', container, id };
    const members = object['members@delta'] ?? [];
    return {
      kind: 'containerChanged',
      container,
      id,
      displayName: namedSchema.parse(object).displayName ?? null,
      added: members
        .filter((member) => member['@removed'] === undefined)
        .map(toDirectoryMember)
        .filter((member): member is DirectoryMember => member !== null),
      removed: members.filter((member) => member['@removed'] !== undefined).map((member) => member.id.toLowerCase()),
    };
  };
