import type { Connection } from '../../../server/src/contract/connection.ts';
import type { Me } from '../../../server/src/contract/me.ts';

/** What a colleague can expect of Undersign today. `unknown` while nobody has answered yet. */
export type TeammateState = 'unknown' | 'notConnected' | 'notIncluded' | 'ready';

export const teammateState = (
  connection: Pick<Connection, 'state'> | undefined,
  me: Pick<Me, 'teammateId'> | undefined,
): TeammateState => {
  if (me !== undefined && me.teammateId !== null) return 'ready';
  if (connection !== undefined && connection.state !== 'connected') return 'notConnected';
  return me === undefined || connection === undefined ? 'unknown' : 'notIncluded';
};
