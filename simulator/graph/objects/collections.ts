import type { Directory } from '../../directory/directory.ts';
import type { ObjectKind } from '../../directory/model.ts';
import type { GraphCall } from '../graphCall.ts';
import { isAllowed } from '../graphCall.ts';
import { noSuchSegment } from '../graphError.ts';
import type { Collection } from '../query/listing.ts';
import { tableOf } from './objectKinds.ts';

const CASTS: Readonly<Record<string, ObjectKind>> = {
  'microsoft.graph.user': 'user',
  'microsoft.graph.group': 'group',
  'microsoft.graph.administrativeUnit': 'unit',
};
const CONTEXTS: Readonly<Record<ObjectKind, string>> = {
  user: 'users',
  group: 'groups',
  unit: 'directory/administrativeUnits',
};
/** /users costs 2 units, the other two are not in the table and cost 1. */
const COSTS: Readonly<Record<ObjectKind, number>> = { user: 2, group: 1, unit: 1 };

export function wholeCollection(directory: Directory, kind: ObjectKind): Collection {
  return {
    kinds: [kind],
    ids: () => tableOf(directory, kind).order,
    lasting: true,
    typed: false,
    context: CONTEXTS[kind],
    cost: COSTS[kind],
    cast: false,
  };
}

/** A relationship, narrowed by an OData cast when the path has one. */
export function relatedCollection(
  of: { kinds: readonly ObjectKind[]; cost: number },
  cast: string | undefined,
  ids: () => readonly string[],
): Collection {
  const kind = cast === undefined ? undefined : CASTS[cast];
  if (cast !== undefined && kind === undefined) throw noSuchSegment(cast);
  return {
    kinds: kind ? of.kinds.filter((candidate) => candidate === kind) : of.kinds,
    ids,
    lasting: false,
    typed: kind === undefined,
    context: kind ? CONTEXTS[kind] : 'directoryObjects',
    cost: of.cost,
    cast: kind !== undefined,
  };
}

/** All members below a group, each once. Groups whose members may not be seen are not entered. */
export function transitiveMembers(call: GraphCall, groupId: string): string[] {
  const { groupMembers, groups } = call.world.directory;
  const found = new Set<string>();
  const queue = [groupId];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const member of groupMembers.of(id)) {
      if (found.has(member)) continue;
      found.add(member);
      if (groups.findLive(member) && maySeeMembers(call, member)) queue.push(member);
    }
  }
  // In a cycle a group is below itself; Graph does not list it as its own member.
  found.delete(groupId);
  return [...found];
}

export function holders(call: GraphCall, memberId: string): string[] {
  const { groupMembers, unitMembers, groups, units } = call.world.directory;
  const { singleReadsLag } = call.world.behaviour;
  const held = [
    ...groupMembers.holdersBefore(memberId, groups.order, singleReadsLag),
    ...unitMembers.holdersBefore(memberId, units.order, singleReadsLag),
  ];
  return held.filter((id) => maySeeMembers(call, id));
}

/** Through nested groups; a unit holds only what is directly in it. */
export function transitiveHolders(call: GraphCall, memberId: string): string[] {
  const { groupMembers, groups } = call.world.directory;
  const found = new Set(holders(call, memberId));
  for (const id of found) {
    if (!groups.findLive(id)) continue;
    for (const above of groupMembers.holdersOf(id)) if (maySeeMembers(call, above)) found.add(above);
  }
  return [...found];
}

function isHidden(directory: Directory, holderId: string): boolean {
  const holder = directory.groups.find(holderId) ?? directory.units.find(holderId);
  return holder?.visibility === 'HiddenMembership';
}

export function maySeeMembers(call: GraphCall, holderId: string): boolean {
  return !isHidden(call.world.directory, holderId) || isAllowed(call, ['Member.Read.Hidden']);
}
