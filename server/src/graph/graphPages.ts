import { z } from 'zod';
import { DirectoryError } from '../domain/errors.ts';
import type { DirectoryMember } from '../domain/directory/directoryContainer.ts';
import type { ReadPage, ReadSource, UserSlice } from '../ports/directory/directoryReader.ts';
import { markOf } from '../domain/directory/openChain.ts';
import { toDirectoryMember } from './graphContainers.ts';
import { containerUrl, refuseHidden, type HiddenMembersPlace } from './hiddenMembers.ts';
import { readableElements } from './readableElements.ts';
import { ownLink } from './http/ownLink.ts';
import type { UserReading } from './people/graphUserReading.ts';
import { isUserType } from './people/userType.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Looked at and left as it is: what is in it is read by whoever knows what it should be. */
const element = z.custom<Fields>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));

/** A page of any Graph collection. https://learn.microsoft.com/graph/paging */
const collectionSchema = z.object({
  value: z.array(element),
  '@odata.nextLink': z.string().optional(),
});

export const readCollection = (json: unknown) => {
  const parsed = collectionSchema.safeParse(json);
  if (!parsed.success) {
    throw new DirectoryError('directory-unavailable', 'Microsoft Graph gave an unreadable answer.', {
      cause: parsed.error,
    });
  }
  return parsed.data;
};

/** Some filters are answered by Graph's eventually consistent index only, and must say so on every page. */
export const eventual = { consistencylevel: 'eventual' } as const;

/** https://learn.microsoft.com/graph/api/user-list: the default is 100. */
export const largestPage = 999;

const quoted = (letter: string): string => `startswith(userPrincipalName,'${letter.replaceAll("'", "''")}')`;

const sliceFilter = (slice: UserSlice): string => {
  if (slice.kind === 'all') return '';
  const any = slice.letters.map(quoted).join(' or ');
  return slice.kind === 'startsWith'
    ? `&$filter=${encodeURIComponent(any)}`
    : `&$filter=${encodeURIComponent(`not(${any})`)}&$count=true`;
};

export interface ListingPlace extends HiddenMembersPlace {
  readonly pageSize: number;
  readonly users: UserReading;
}

const firstUrl = ({ graphUrl, pageSize, users }: ListingPlace, source: ReadSource): string => {
  const options = `$top=${String(pageSize)}&$select=${users.select}`;
  if (source.kind === 'users') return `${graphUrl}/v1.0/users?${options}${sliceFilter(source.slice)}`;
  return `${containerUrl(graphUrl, source)}/members?${options}`;
};

const headersFor = (source: ReadSource) =>
  source.kind === 'users' && source.slice.kind === 'rest' ? { headers: eventual } : {};

/** A listing names everybody once, so the ids tell a page from another; two megabytes are not looked at for it. */
export const markOfIds = (value: readonly Fields[]): number | null =>
  value.length === 0 ? null : markOf(JSON.stringify(value.map(({ id }) => id ?? null)));

/** Reads one page of a listing; `link` is followed byte for byte, because it is Graph's and not ours to understand. */
export const readListingPage = async (
  place: ListingPlace,
  request: { readonly source: ReadSource; readonly link: string | null; readonly signal: AbortSignal | undefined },
): Promise<ReadPage> => {
  const { source, link, signal } = request;
  const json = await place.transport.readJson({ url: link ?? firstUrl(place, source), ...headersFor(source), signal });
  const { toUser } = place.users;
  const page = readCollection(json);
  const next = ownLink(place.graphUrl, page['@odata.nextLink']);
  const mark = markOfIds(page.value);
  if (source.kind === 'users') {
    const { items, unreadable } = readableElements(page.value, toUser);
    return { people: items, members: [], unreadable, mark, next };
  }
  if (next === null && page.value.length === 0) await refuseHidden(place, source, signal);
  const members = readableElements(page.value, toDirectoryMember);
  // Whoever is named at all was named among the members already, so only those with an id are asked for a profile.
  const users = page.value.filter((raw) => isUserType(raw) && typeof raw['id'] === 'string');
  const people = readableElements(users, toUser);
  return {
    people: people.items,
    members: members.items.filter((member): member is DirectoryMember => member !== null),
    unreadable: [...members.unreadable, ...people.unreadable],
    mark,
    next,
  };
};
