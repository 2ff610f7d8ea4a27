import { UndersignError } from '../domain/errors.ts';
import type { ContainerKind, DirectoryMember } from '../domain/directory/directoryContainer.ts';
import type { DirectoryPage, DirectoryQuery } from '../ports/directory/directoryReader.ts';
import { openChain } from '../domain/directory/openChain.ts';
import { sendBatch, type BatchAnswer, type BatchItem, type SingleCalls } from './http/graphBatch.ts';
import { badCursor, isExpired, isForbidden, isGone, isRefused, translateGraphError } from './http/graphErrors.ts';
import { eventual, markOfIds, readCollection } from './graphPages.ts';
import type { GraphTransport } from './http/graphTransport.ts';
import { readableElements } from './readableElements.ts';
import { ownLink } from './http/ownLink.ts';

/** One searchable collection: where it is, what to read of it and which properties `$search` looks into. */
export interface FinderTarget<T> {
  readonly path: string;
  readonly select: string;
  readonly searched: readonly string[];
  readonly convert: (raw: unknown) => T;
}

/**
 * `$search` takes quoted words behind a property and a colon. Graph splits words at what stands between letters and
 * digits anyway, so that a space finds the same as a quote, a backslash or a colon would, and cannot end a word early.
 * https://learn.microsoft.com/graph/search-query-parameter
 */
const plainWords = (search: string): string => search.replace(/["\\:]/g, ' ').trim();

/**
 * Graph decodes `$search` twice: what ends a query or a part of it must come out of the first time still encoded.
 * https://github.com/microsoftgraph/microsoft-graph-docs/issues/13179 (#), …/21991 (&)
 */
const twiceEncoded = (text: string): string => encodeURIComponent(text).replace(/%(?=23|25|26|2B)/g, '%25');

const searchClause = (properties: readonly string[], search: string): string => {
  const word = plainWords(search);
  return properties.map((property) => `"${property}:${word}"`).join(' OR ');
};

const firstUrl = <T>(graphUrl: string, target: FinderTarget<T>, query: DirectoryQuery): string => {
  const options = `$top=${String(query.limit)}&$select=${target.select}&$count=true`;
  const search = plainWords(query.search);
  const tail =
    search === '' ? '&$orderby=displayName' : `&$search=${twiceEncoded(searchClause(target.searched, search))}`;
  return `${graphUrl}/v1.0/${target.path}?${options}${tail}`;
};

/** A cursor is Graph's next link; it went through the pane, so it must still point at the collection it came from. */
const linkFrom = (graphUrl: string, path: string, cursor: string): string => {
  const url = URL.canParse(cursor) ? new URL(cursor) : null;
  if (url?.origin !== new URL(graphUrl).origin || url.pathname !== `/v1.0/${path}`) throw badCursor();
  if (url.username !== '' || url.password !== '') throw badCursor();
  return cursor;
};

/** Graph refuses the links it gave once they are old, and those somebody changed; either way the list begins anew. */
const refusedCursors = new Set(['directory-link-expired', 'directory-request-refused', 'directory-object-gone']);
const asBadCursor = (error: unknown): unknown =>
  error instanceof UndersignError && refusedCursors.has(error.code) ? badCursor() : error;

interface GraphPlace {
  readonly transport: GraphTransport;
  readonly graphUrl: string;
}

export const findInDirectory = async <T>(
  { transport, graphUrl }: GraphPlace,
  target: FinderTarget<T>,
  query: DirectoryQuery,
): Promise<DirectoryPage<T>> => {
  // Graph finds words; to it a text without any would be everybody.
  if (query.search.trim() !== '' && !/[\p{L}\p{N}]/u.test(query.search)) return { items: [], cursor: null };
  const url =
    query.cursor === undefined ? firstUrl(graphUrl, target, query) : linkFrom(graphUrl, target.path, query.cursor);
  const json = await transport.readJson({ url, headers: eventual }).catch((error: unknown) => {
    throw query.cursor === undefined ? error : asBadCursor(error);
  });
  const page = readCollection(json);
  return {
    items: readableElements(page.value, target.convert).items,
    cursor: ownLink(graphUrl, page['@odata.nextLink']),
  };
};

const folder = { user: 'users', group: 'groups', unit: 'directory/administrativeUnits' } as const;

/** Direct members of each container; null where Graph would not say. */
export const countContainerMembers = async (
  single: SingleCalls,
  kind: ContainerKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number | null>> => {
  const items = ids.map((id) => ({
    id,
    url: `/${folder[kind]}/${encodeURIComponent(id)}/members/$count`,
    headers: eventual,
  }));
  const answers = await sendBatch(single, items);
  return new Map(ids.map((id) => [id, countFrom(answers.get(id))]));
};

const countFrom = (answer: BatchAnswer | undefined): number | null => {
  if (answer?.status !== 200) return null;
  const text = String(answer.body);
  // A batch carries text/plain as base64, so "12" arrives as "MTI=".
  const count = Number(/^\d+$/.test(text) ? text : Buffer.from(text, 'base64').toString());
  return Number.isFinite(count) ? count : null;
};

/** GETs one object per id; those that are gone are left out, any other refusal is thrown. */
export const readByIds = async (
  single: SingleCalls,
  kind: ContainerKind | 'user',
  request: { readonly ids: readonly string[]; readonly select: string },
): Promise<readonly unknown[]> => {
  const items = request.ids.map((id) => ({
    id,
    url: `/${folder[kind]}/${encodeURIComponent(id)}?$select=${request.select}`,
  }));
  const found = await foundIn(single, items);
  // Asked for by id, it is known whose answer it is, whatever the answer says.
  return [...found].map(([id, body]) => withId(id, body));
};

const withId = (asked: string, body: unknown): unknown => {
  if (typeof body !== 'object' || body === null) return { id: asked };
  return 'id' in body && typeof body.id === 'string' ? body : { ...body, id: asked };
};

/**
 * https://learn.microsoft.com/graph/api/user-list-memberof, …/group-list-memberof. Both are documented for permissions that we
 * do not ask for; until Graph holds us to that, it answers.
 */
export const readDirectContainers = async (
  reading: SingleCalls & GraphPlace & { readonly signal: AbortSignal | undefined },
  kind: DirectoryMember['kind'],
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const items = ids.map((id) => ({ id, url: `/${kind}s/${encodeURIComponent(id)}/memberOf?$select=id&$top=999` }));
  const containers = new Map<string, readonly string[]>();
  // Whose groups cannot be told is in none of ours until everybody is compared.
  const found = await foundIn(reading, items, (error, id) => {
    const isUntold = isRefused(error) || isForbidden(error);
    if (isUntold) containers.set(id, []);
    return isUntold || isGone(error);
  });
  for (const [id, body] of found) containers.set(id, await idsToTheEnd(reading, body).catch(asNone));
  return containers;
};

/** A list without an end, or whose next page is forgotten. */
const asNone = (error: unknown): readonly string[] => {
  if (isExpired(error)) return [];
  throw error;
};

const idsToTheEnd = async (
  { transport, graphUrl, signal }: GraphPlace & { readonly signal: AbortSignal | undefined },
  first: unknown,
): Promise<readonly string[]> => {
  const ids: string[] = [];
  const look = openChain(null);
  for (let body = first; ;) {
    const page = readCollection(body);
    ids.push(...page.value.map((raw) => String(raw['id']).toLowerCase()));
    const url = ownLink(graphUrl, page['@odata.nextLink']);
    if (url === null) return ids;
    look({ next: url, mark: markOfIds(page.value) });
    body = await transport.readJson({ url, signal });
  }
};

/** Sends the items as batches and keeps the answers by id; what is gone is left out, what nothing settles is thrown. */
const foundIn = async (
  single: SingleCalls,
  items: readonly BatchItem[],
  isSettled: (error: unknown, id: string) => boolean = isGone,
): Promise<ReadonlyMap<string, unknown>> => {
  const found = new Map<string, unknown>();
  for (const [id, { status, body }] of await sendBatch(single, items)) {
    if (status === 200) {
      found.set(id, body);
      continue;
    }
    const error = translateGraphError({ status, headers: new Headers(), text: JSON.stringify(body) });
    if (!isSettled(error, id)) throw error;
  }
  return found;
};
