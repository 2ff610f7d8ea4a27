import { workerData } from 'node:worker_threads';
import { openSqliteEngine } from '../../../../src/storage/sqlite/openSqliteEngine.ts';
import { batchOf } from '../batches.ts';
import { things } from '../things.ts';

export interface WriteWithoutEnd {
  readonly directory: string;
  readonly shared: SharedArrayBuffer;
  /** Counts the transactions, for the other thread to see. */
  readonly written: SharedArrayBuffer;
}

/** Run as a thread of its own: writes one transaction after the other, as an import does, until it is ended. */
const { directory, shared, written } = workerData as WriteWithoutEnd;
const engine = await openSqliteEngine({ directory, declarations: [things], turns: { shared, goesFirst: false } });
const collection = engine.collection(things);
const count = new Int32Array(written);
for (let batch = 0; ; batch += 1) {
  const documents = Array.from({ length: 2 }, (_, part) => batchOf('w', 2 * batch + part)).flat();
  await collection.write(
    't',
    documents.map((document) => ({ put: document })),
  );
  Atomics.add(count, 0, 1);
  Atomics.notify(count, 0);
}
