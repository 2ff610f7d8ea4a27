import { DatabaseSync } from 'node:sqlite';
import { threadId } from 'node:worker_threads';

/**
 * Loaded into a server before its program: the disk takes three seconds for the first newcomers that the worker writes,
 * longer than we wait for another process.
 */
const worker = 1;
const milliseconds = 3000;
let left = 1;

const { prepare, exec } = DatabaseSync.prototype;
if (threadId === worker) {
  let isSlow = false;
  DatabaseSync.prototype.prepare = function (sql) {
    isSlow ||= /^\s*INSERT INTO "?teammates"?\s/i.test(sql);
    return prepare.call(this, sql);
  };
  DatabaseSync.prototype.exec = function (sql) {
    if (isSlow && left > 0 && sql === 'COMMIT') {
      left -= 1;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)), 0, 0, milliseconds);
    }
    exec.call(this, sql);
  };
}
