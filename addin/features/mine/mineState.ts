import type { Connection } from '../../../server/src/contract/manage/connection.ts';
import type { Me } from '../../../server/src/contract/signatures/me.ts';

/** What a colleague can expect of Undersign today. `unknown` while nobody has answered yet. */
export type MineState = 'unknown' | 'notConnected' | 'notIncluded' | 'disabled' | 'ready';

export const mineState = (
  connection: Pick<Connection, 'state'> | undefined,
  me: Pick<Me, 'status'> | undefined,
): MineState => {
  if (me?.status === 'active') return 'ready';
  if (me?.status === 'disabled') return 'disabled';
  if (connection !== undefined && connection.state !== 'connected') return 'notConnected';
  return me === undefined || connection === undefined ? 'unknown' : 'notIncluded';
};
