import type { ObjectKind } from '../../directory/model.ts';
import { parseFilter } from '../query/filterSyntax.ts';
import type { Filter } from '../query/filterSyntax.ts';
import type { GraphCall } from '../graphCall.ts';
import { GraphError, badRequest, expiredPage, unsupportedQuery } from '../graphError.ts';
import { tableOf } from '../objects/objectKinds.ts';
import { openToken, sealToken } from './opaqueToken.ts';
import type { QueryOptions } from '../query/queryOptions.ts';

/** Where a delta round stands, or where the next one begins. All options of the first call live in here. */
export interface DeltaToken {
  instance: string;
  kind: ObjectKind;
  /** The place in the change log the round begins at; absent in a first round, which tells everything. */
  since?: number;
  /** The place the round ends at: the end of the log when it began. */
  until: number;
  issued: number;
  position: number;
  page: number;
  select?: readonly string[];
  ids?: readonly string[];
  /** Of the object at `position`, members up to this id were told on earlier pages. */
  member?: string;
  /** How many unchanged objects this round repeats. */
  replays: number;
}

/** https://devblogs.microsoft.com/microsoft365dev/duration-of-change-tracking-tokens-for-identity-and-education-resources */
const LIFE = 7 * 24 * 60 * 60 * 1000;
const MOST_IDS = 50;

interface Asked {
  options: QueryOptions;
  select: readonly string[] | undefined;
}

/** @throws GraphError 400 or 410 when the token cannot be continued. */
export function openRound(call: GraphCall, kind: ObjectKind, { options, select }: Asked): DeltaToken {
  const skip = options.get('skiptoken');
  if (skip !== undefined) {
    if (options.size > 1)
      throw badRequest('The next link already carries its query options; send it as it was received.');
    return checked(call, kind, skip);
  }
  const text = options.get('deltatoken');
  if (text === undefined || text === '' || text === 'latest') {
    return freshRound(call, kind, { select, ids: filterIds(options, kind), latest: text === 'latest' });
  }
  if (options.has('filter')) throw badRequest('$filter belongs to the first call of a delta round.');
  const token = checked(call, kind, text);
  const { replays } = call.world.behaviour;
  // $select on a delta link changes what is tracked from now on.
  return { ...token, ...(select && { select }), until: tableOf(call.world.directory, kind).log.end, replays };
}

function freshRound(
  call: GraphCall,
  kind: ObjectKind,
  asked: { select: readonly string[] | undefined; ids: string[] | undefined; latest: boolean },
): DeltaToken {
  const until = tableOf(call.world.directory, kind).log.end;
  return {
    instance: call.world.instance,
    kind,
    until,
    issued: call.world.clock.now(),
    position: 0,
    page: 0,
    replays: 0,
    ...(asked.latest && { since: until }),
    ...(asked.select && { select: asked.select }),
    ...(asked.ids && { ids: asked.ids }),
  };
}

/** The token of the delta link a round ends with. */
export function nextRound(call: GraphCall, round: DeltaToken): DeltaToken {
  return { ...withoutMember(round), since: round.until, issued: call.world.clock.now(), position: 0, page: 0 };
}

export function withoutMember(round: DeltaToken): DeltaToken {
  const copy = { ...round };
  delete copy.member;
  return copy;
}

export function sealRound(round: DeltaToken): string {
  return sealToken(round);
}

function checked(call: GraphCall, kind: ObjectKind, text: string): DeltaToken {
  const token = openToken(text) as DeltaToken | undefined;
  if (token?.kind !== kind) throw badRequest('Badly formed token.');
  if (call.upset.gone || token.instance !== call.world.instance) throw gone(call, token);
  if (call.world.clock.now() - token.issued > LIFE) {
    throw token.position > 0 || token.page > 0
      ? expiredPage()
      : new GraphError(
          400,
          'syncStateNotFound',
          'The sync state generation is not found; the delta token has expired.',
        );
  }
  return token;
}

/** The service has forgotten the token: a full round begins at the address in Location. */
function gone(call: GraphCall, { select, ids }: DeltaToken): GraphError {
  const parts = ['$deltatoken='];
  if (select) parts.push(`$select=${select.join(',')}`);
  if (ids) parts.push(`$filter=${encodeURIComponent(ids.map((id) => `id eq '${id}'`).join(' or '))}`);
  return new GraphError(410, 'resyncRequired', 'Resync required: the supplied token is not known any more.').with({
    location: `${call.world.base}/${call.segments.join('/')}?${parts.join('&')}`,
  });
}

function filterIds(options: QueryOptions, kind: ObjectKind): string[] | undefined {
  const text = options.get('filter');
  if (text === undefined) return undefined;
  const ids = [...new Set(idsIn(parseFilter(text)))];
  // For administrative units only the length of the address is a limit.
  if (kind !== 'unit' && ids.length > MOST_IDS) throw badRequest(`A delta filter may name ${MOST_IDS} ids at most.`);
  return ids;
}

function idsIn(filter: Filter): string[] {
  if (filter.kind === 'or') return [...idsIn(filter.left), ...idsIn(filter.right)];
  if (filter.kind === 'compare' && filter.operator === 'eq' && filter.property === 'id')
    return filter.values.map(String);
  throw unsupportedQuery("A delta query can only be filtered by id eq '…', joined with or.");
}
