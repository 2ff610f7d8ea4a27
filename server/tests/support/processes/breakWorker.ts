import { DatabaseSync } from 'node:sqlite';
import { threadId } from 'node:worker_threads';

/**
 * Loaded into a server before its program: its first worker breaks down, as by an error of ours that nothing catches,
 * right after it wrote its 1,200th row of what it reads: whom it applies it may write all at once.
 */
const firstWorker = 1;
let left = 1200;

const { prepare } = DatabaseSync.prototype;
if (threadId === firstWorker)
  DatabaseSync.prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql);
    if (!/^\s*INSERT INTO "?snapshotPeople"?\s/i.test(sql)) return statement;
    const { run } = statement;
    Object.defineProperty(statement, 'run', {
      value: (...values: unknown[]): unknown => {
        left -= 1;
        if (left === 0)
          setImmediate(() => {
            throw new Error('The worker breaks down, as the test wants.');
          });
        return Reflect.apply(run, statement, values);
      },
    });
    return statement;
  };
