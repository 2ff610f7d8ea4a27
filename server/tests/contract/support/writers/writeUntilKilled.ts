import { writeSync } from 'node:fs';
import { openSqliteEngine } from '../../../../src/storage/sqlite/openSqliteEngine.ts';
import { batchOf } from '../batches.ts';
import { things } from '../things.ts';

/** Run as a process of its own: writes batch after batch and says which ones are kept, until somebody kills it. */
const [directory = '', round = ''] = process.argv.slice(2);
const engine = await openSqliteEngine({ directory, declarations: [things] });
const collection = engine.collection(things);
for (let batch = 0; ; batch += 1) {
  await collection.write(
    't',
    batchOf(round, batch).map((document) => ({ put: document })),
  );
  writeSync(1, `${batch}\n`);
}
