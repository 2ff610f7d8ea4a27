import type { ObjectKind } from '../../directory/model.ts';
import type { DeltaToken } from './deltaToken.ts';
import { nextRound, openRound, sealRound, withoutMember } from './deltaToken.ts';
import type { GraphCall, GraphReply } from '../graphCall.ts';
import { tableOf } from '../objects/objectKinds.ts';
import { presentChange } from './presentChange.ts';
import { parseQuery } from '../query/queryOptions.ts';
import type { QueryOptions } from '../query/queryOptions.ts';
import type { RoundView } from './roundView.ts';
import { selectedNames } from '../query/selection.ts';

const OPTIONS = ['select', 'filter', 'top', 'skiptoken', 'deltatoken'];
const CONTEXT: Readonly<Record<ObjectKind, string>> = { user: 'users', group: 'groups', unit: 'administrativeUnits' };
/** What a kind reports on beside its properties: unasked on groups and units, on users only when selected. */
const RELATION: Readonly<Record<ObjectKind, string>> = { user: 'manager', group: 'members', unit: 'members' };

/**
 * One page of a delta round: https://learn.microsoft.com/en-us/graph/delta-query-overview
 * The round tells what changed up to the moment it began; what changes meanwhile is told again in the next.
 */
export function answerDelta(call: GraphCall, kind: ObjectKind): GraphReply {
  // $top is read and ignored, as Graph does.
  const options = new Map([...parseQuery(call.query, OPTIONS)].filter(([name]) => name !== 'top'));
  const round = openRound(call, kind, { options, select: selectOf(options, kind) });
  const isLatest = options.get('deltatoken') === 'latest';
  const { value, next } = isLatest ? { value: [] } : readDeltaPage(call, round);
  const address = `${call.world.base}/${call.segments.join('/')}`;
  const body = {
    '@odata.context': `${call.world.base}/$metadata#${CONTEXT[kind]}`,
    ...(next
      ? { '@odata.nextLink': `${address}?$skiptoken=${sealRound(next)}` }
      : { '@odata.deltaLink': `${address}?$deltatoken=${sealRound(nextRound(call, round))}` }),
    value,
  };
  const minimal = call.header('prefer')?.includes('return=minimal');
  // Delta endpoints send no x-ms-resource-unit.
  return { status: 200, headers: minimal ? { 'preference-applied': 'return=minimal' } : {}, body };
}

function selectOf(options: QueryOptions, kind: ObjectKind): readonly string[] | undefined {
  const names = options
    .get('select')
    ?.split(',')
    .map((name) => name.trim());
  const properties = names?.filter((name) => name !== RELATION[kind]);
  if (properties?.length) selectedNames(new Map([['select', properties.join(',')]]), [kind]);
  return names;
}

function readDeltaPage(call: GraphCall, round: DeltaToken): { value: unknown[]; next?: DeltaToken } {
  const { deltaPageSize, deltaMembersPerPage } = call.world.behaviour;
  const size = isEmptyPage(call, round) ? 0 : deltaPageSize;
  const candidates = candidatesOf(call, round);
  const value: unknown[] = [];
  let room = deltaMembersPerPage;
  for (let position = round.position; position < candidates.length; position += 1) {
    const after = position === round.position ? round.member : undefined;
    const id = candidates.at(position);
    if (id === undefined) continue;
    const shown = presentChange(candidates.viewAt(position), id, { after, room: Math.max(room, 1) });
    if (!shown) continue;
    if (value.length >= size || room <= 0) return { value, next: pageFrom(round, position, after) };
    value.push(shown.value);
    room -= shown.members;
    if (shown.more !== undefined) return { value, next: pageFrom(round, position, shown.more) };
  }
  return { value };
}

function isEmptyPage(call: GraphCall, { page }: DeltaToken): boolean {
  const { emptyPages, emptySecondDeltaPage } = call.world.behaviour;
  if (call.upset.emptyPage) return true;
  if (emptyPages > 0) return page > 0 && page % (emptyPages + 1) !== 0;
  return emptySecondDeltaPage && page === 1;
}

function pageFrom(round: DeltaToken, position: number, member: string | undefined): DeltaToken {
  return { ...withoutMember(round), position, page: round.page + 1, ...(member !== undefined && { member }) };
}

/** The places of a round: all objects at first, later the part of the log it covers, then what is told again for nothing. */
function candidatesOf(call: GraphCall, round: DeltaToken) {
  const { since, until, ids, kind, select } = round;
  const table = tableOf(call.world.directory, kind);
  const tracksRelation = select ? select.includes(RELATION[kind]) : kind !== 'user';
  const view: RoundView = { call, kind, round, table, tracksRelation, replayed: false };
  const regular = ids?.length ?? (since === undefined ? table.order.length : until - since);
  const replays = Math.min(round.replays, table.order.length);
  const regularAt = (position: number) => {
    if (ids) return ids[position];
    return since === undefined ? table.order[position] : table.log.firstMention(since + position, since);
  };
  return {
    length: regular + replays,
    at: (position: number) => (position < regular ? regularAt(position) : table.order[position - regular]),
    viewAt: (position: number) => (position < regular ? view : { ...view, replayed: true }),
  };
}
