import type { ChangeLog } from '../directory/changeLog.ts';
import type { ObjectKind } from '../directory/model.ts';
import type { DeltaToken } from './deltaToken.ts';
import type { GraphCall } from './graphCall.ts';
import type { DirectoryObject } from './objectKinds.ts';

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

export function isNewSince(trace: { born: number } | undefined, since: number): boolean {
  return trace !== undefined && trace.born >= since;
}
