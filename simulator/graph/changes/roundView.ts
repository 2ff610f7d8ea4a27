import type { ChangeLog, LinkChange } from '../../directory/changeLog.ts';
import type { ObjectKind } from '../../directory/model.ts';
import type { DeltaToken } from './deltaToken.ts';
import type { GraphCall } from '../graphCall.ts';
import type { DirectoryObject } from '../objects/objectKinds.ts';

/** What presenting one object of a delta round needs to know. */
export interface RoundView {
  call: GraphCall;
  kind: ObjectKind;
  round: DeltaToken;
  table: { log: ChangeLog; find: (id: string) => DirectoryObject | undefined };
  /** True when members, or the manager, are reported. */
  tracksRelation: boolean;
  /** True for an object that is told again though nothing changed. */
  replayed: boolean;
}

export type LinkChanges = ReadonlyMap<string, LinkChange>;

/** First rounds and replays tell everything there is; so do objects created or restored within the round. */
export function isToldInFull({ round: { since }, replayed, table }: RoundView, id: string): boolean {
  return since === undefined || replayed || (table.log.trace(id)?.born ?? -1) >= since;
}

/** A removal that was told long ago may be told again, although the object is back. */
export function isToldAsRemoved({ call, replayed, table }: RoundView, id: string): boolean {
  return replayed && call.world.behaviour.replaysRemovals && (table.log.trace(id)?.left ?? -1) >= 0;
}

/** Members, or managers, that came or went within the round, each with the last thing that happened. */
export function linksSince({ round: { since }, table }: RoundView, id: string): LinkChanges {
  const links = new Map<string, LinkChange>();
  if (since === undefined) return links;
  for (const [target, change] of table.log.trace(id)?.links ?? []) if (change.at >= since) links.set(target, change);
  return links;
}
