import { thing, type Thing } from './things.ts';

/** Half a megabyte, so that a round of batches outgrows the log and is killed during checkpoints too. */
export const batchOf = (round: string, batch: number): readonly Thing[] =>
  Array.from({ length: 50 }, (_, index) => {
    const id = `${round}-${batch}-${index}`;
    return thing(id, { name: id, code: id, tags: ['all', `batch-${round}-${batch}.`], note: id.repeat(1200) });
  });
