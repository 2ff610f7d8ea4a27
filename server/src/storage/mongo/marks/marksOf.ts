import type { Connection } from 'mongoose';
import type { OpenedCollection } from '../openedCollection.ts';
import { isShardRouter, type Hello } from '../prepare/sharding.ts';
import { sealAll } from '../write/seal.ts';
import { openChangeMarks, type ChangeMarks, type MarkOptions } from './changeMarks.ts';

export interface Marked extends Pick<MarkOptions, 'patience'> {
  readonly connection: Connection;
  readonly hello: Hello;
}

/**
 * The marks of what these collections hold. Null on a sharded cluster: a mark and the documents it is about may be on two
 * shards, of which one may still be answering from before.
 */
export const marksOf = (
  opened: readonly OpenedCollection<never>[],
  { connection, hello, patience }: Marked,
): ChangeMarks | null => {
  if (isShardRouter(hello)) return null;
  const marked = opened.filter(({ declaration }) => declaration.operational !== true);
  return openChangeMarks(connection, { patience, seal: (tenant) => sealAll(marked, { tenant, work: undefined }) });
};
