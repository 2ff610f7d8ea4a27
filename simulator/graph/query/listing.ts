import { createHash } from 'node:crypto';
import type { ObjectKind } from '../../directory/model.ts';
import type { Predicate } from './compileFilter.ts';
import { compileFilter } from './compileFilter.ts';
import { compileSearch } from './compileSearch.ts';
import { expander } from './expandManager.ts';
import { parseFilter } from './filterSyntax.ts';
import type { GraphCall, GraphReply } from '../graphCall.ts';
import { isEventual } from '../graphCall.ts';
import { badRequest, expiredPage, unsupportedQuery } from '../graphError.ts';
import { KINDS, findLive, shownValue } from '../objects/objectKinds.ts';
import type { DirectoryObject } from '../objects/objectKinds.ts';
import { openToken, sealToken } from '../changes/opaqueToken.ts';
import type { PropertyTable } from '../objects/propertyTable.ts';
import { parseQuery } from './queryOptions.ts';
import type { QueryOptions } from './queryOptions.ts';
import { resourceUnits } from '../resourceUnits.ts';
import { presenter, selectedNames } from './selection.ts';

/** A collection that can be listed. */
export interface Collection {
  /** The kinds it may hold; ids of other kinds are passed over. */
  kinds: readonly ObjectKind[];
  ids: () => readonly string[];
  /** True when positions in `ids()` stay valid while the directory changes, so no snapshot is needed. */
  lasting: boolean;
  /** Members are shown with their @odata.type, elements of one kind without. */
  typed: boolean;
  context: string;
  cost: number;
  /** Casts on relationships are advanced queries. */
  cast: boolean;
}

const OPTIONS = ['select', 'filter', 'search', 'orderby', 'top', 'count', 'expand', 'skiptoken'];

interface Plan {
  options: QueryOptions;
  collection: Collection;
  advanced: boolean;
  matches: ((kind: ObjectKind, object: DirectoryObject) => boolean) | undefined;
  top: number;
}

interface Place {
  ids: readonly string[];
  snapshot: number | undefined;
  position: number;
  /** Pages answered so far. */
  page: number;
}

/** One page of a listing: https://learn.microsoft.com/en-us/graph/paging */
export function answerListing(call: GraphCall, collection: Collection): GraphReply {
  const options = parseQuery(call.query, OPTIONS);
  const plan = planListing(call, collection, options);
  const place = options.has('skiptoken') ? continuedPlace(call, plan) : firstPlace(call, plan);
  const body: Record<string, unknown> = { '@odata.context': `${call.world.base}/$metadata#${collection.context}` };
  if (plan.advanced && place.page === 0) body['@odata.count'] = countMatches(call, plan, place.ids);
  const { value, next } = readPage(call, plan, place);
  if (next) body['@odata.nextLink'] = nextLink(call, next);
  body['value'] = value;
  return { status: 200, headers: { 'x-ms-resource-unit': String(resourceUnits(collection.cost, options)) }, body };
}

/** `…/$count`: plain text, and always an advanced query. */
export function answerCount(call: GraphCall, collection: Collection): GraphReply {
  if (!isEventual(call))
    throw badRequest('$count is not currently supported without the header ConsistencyLevel: eventual.');
  const options = parseQuery(call.query, ['filter', 'search']);
  const plan = planListing(call, { ...collection, cast: false }, new Map([...options, ['count', 'true']]));
  return {
    status: 200,
    headers: { 'x-ms-resource-unit': '1' },
    body: String(countMatches(call, plan, collection.ids())),
  };
}

/** https://developer.microsoft.com/graph/known-issues/?search=13635: the whole address of an advanced query, but for Graph's own links. */
const LONGEST_ADVANCED = 2048;

function requireShort({ segments, query }: GraphCall): void {
  const address = `https://graph.microsoft.com/v1.0/${segments.join('/')}?${query}`;
  if (address.length <= LONGEST_ADVANCED) return;
  throw badRequest(
    `An advanced query has an address of ${LONGEST_ADVANCED} characters at most; this has ${address.length}.`,
  );
}

function planListing(call: GraphCall, collection: Collection, options: QueryOptions): Plan {
  const eventual = isEventual(call);
  if (eventual && !options.has('skiptoken')) requireShort(call);
  const advanced = eventual && options.get('count')?.toLowerCase() === 'true';
  checkCombinations(options, { eventual, advanced, cast: collection.cast });
  const search = options.get('search');
  const filter = options.get('filter');
  const table = propertiesOf(collection);
  const predicates: Predicate[] = [];
  if (search !== undefined) predicates.push(compileSearch(search, table));
  if (filter !== undefined) predicates.push(compileFilter(parseFilter(filter), table, advanced));
  const matches =
    predicates.length === 0
      ? undefined
      : (kind: ObjectKind, object: DirectoryObject) =>
          predicates.every((predicate) => predicate((name) => shownValue(kind, object, name)));
  return { options, collection, advanced, matches, top: pageSize(options) };
}

function checkCombinations(options: QueryOptions, is: { eventual: boolean; advanced: boolean; cast: boolean }): void {
  if (options.has('search') && !is.eventual) {
    throw unsupportedQuery(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  if (is.cast && !is.advanced)
    throw unsupportedQuery('A cast needs the header ConsistencyLevel: eventual and $count=true.');
  if (options.has('orderby') && options.has('filter') && !is.advanced) {
    throw unsupportedQuery(
      'Sorting not supported for current query: $orderby with $filter needs ConsistencyLevel: eventual and $count=true.',
    );
  }
  if (options.has('expand') && is.eventual) {
    throw unsupportedQuery('$expand is not supported together with ConsistencyLevel: eventual.');
  }
}

function propertiesOf(collection: Collection): PropertyTable {
  return Object.assign({}, ...[...collection.kinds].reverse().map((kind) => KINDS[kind].table)) as PropertyTable;
}

function pageSize(options: QueryOptions): number {
  const text = options.get('top') ?? '100';
  const top = Number(text);
  if (!Number.isInteger(top) || top < 1) throw badRequest(`Invalid value '${text}' for $top.`);
  if (top > 999) throw badRequest(`Invalid page size specified: '${text}'. Must be between 1 and 999 inclusive.`);
  return top;
}

function firstPlace(call: GraphCall, plan: Plan): Place {
  const { collection, options } = plan;
  const orderBy = options.get('orderby');
  if (orderBy === undefined && collection.lasting) {
    return { ids: collection.ids(), snapshot: undefined, position: 0, page: 0 };
  }
  const ids = orderBy === undefined ? [...collection.ids()] : sortedIds(call, plan, orderBy);
  return { ids, snapshot: call.world.snapshots.keep(ids), position: 0, page: 0 };
}

function sortedIds(call: GraphCall, plan: Plan, orderBy: string): string[] {
  const [, name = '', direction] = /^(\w+)(?: (asc|desc))?$/.exec(orderBy.trim()) ?? [];
  if (!propertiesOf(plan.collection)[name]?.orderBy)
    throw unsupportedQuery(`Sorting by '${orderBy}' is not supported.`);
  const keyed: { id: string; key: string }[] = [];
  for (const id of plan.collection.ids()) {
    const found = findElement(call, plan, id);
    if (found) keyed.push({ id, key: String(shownValue(found.kind, found.object, name) ?? '').toLowerCase() });
  }
  const sign = direction === 'desc' ? -1 : 1;
  keyed.sort((left, right) => (left.key < right.key ? -sign : left.key > right.key ? sign : 0));
  return keyed.map(({ id }) => id);
}

function findElement(call: GraphCall, { collection, matches }: Plan, id: string) {
  for (const kind of collection.kinds) {
    const object = findLive(call.world.directory, kind, id);
    if (object) return !matches || matches(kind, object) ? { kind, object } : undefined;
  }
  return undefined;
}

function countMatches(call: GraphCall, plan: Plan, ids: readonly string[]): number {
  return ids.reduce((count, id) => (findElement(call, plan, id) ? count + 1 : count), 0);
}

function readPage(call: GraphCall, plan: Plan, place: Place): { value: unknown[]; next?: Place } {
  const { emptyPages } = call.world.behaviour;
  const isEmpty = (call.upset.emptyPage ?? false) || (place.page > 0 && place.page % (emptyPages + 1) !== 0);
  const top = isEmpty ? 0 : plan.top;
  const present = presenter(call, selectedNames(plan.options, plan.collection.kinds), plan.collection.typed);
  const expand = expander(call, plan.options);
  const value: unknown[] = [];
  for (let position = place.position; position < place.ids.length; position += 1) {
    const found = findElement(call, plan, place.ids[position] ?? '');
    if (!found) continue;
    // Only what is seen to follow makes a next link.
    if (value.length === top) return { value, next: { ...place, position, page: place.page + 1 } };
    const shown = present(found.kind, found.object);
    expand?.(found.object, shown);
    value.push(shown);
  }
  return { value };
}

interface SkipToken {
  instance: string;
  snapshot?: number;
  position: number;
  page: number;
  query: string;
}

function nextLink(call: GraphCall, next: Place): string {
  const query = new URLSearchParams(call.query);
  const before = withoutToken(call.query);
  const { instance } = call.world;
  const token: SkipToken = { instance, position: next.position, page: next.page, query: before };
  if (next.snapshot !== undefined) token.snapshot = next.snapshot;
  query.set('$skiptoken', sealToken(token));
  return `${call.world.base}/${call.segments.map(encodeURIComponent).join('/')}?${query.toString().replaceAll('%24', '$')}`;
}

/** Everything but the token, in short: a next link must be followed as it is. */
function withoutToken(query: string): string {
  const rest = new URLSearchParams(query);
  rest.delete('$skiptoken');
  return createHash('sha256').update(rest.toString()).digest('base64url').slice(0, 12);
}

function continuedPlace(call: GraphCall, { options, collection }: Plan): Place {
  const token = openToken(options.get('skiptoken') ?? '') as SkipToken | undefined;
  if (token === undefined || token.query !== withoutToken(call.query)) {
    throw badRequest('Invalid page token: $skiptoken must be sent as received, with the options it was received with.');
  }
  if (token.instance !== call.world.instance) throw expiredPage();
  const { snapshot, position, page } = token;
  const ids = snapshot === undefined ? collection.ids() : call.world.snapshots.find(snapshot);
  if (ids === undefined) throw expiredPage();
  return { ids, snapshot, position, page };
}
