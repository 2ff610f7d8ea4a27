import { existsSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Loaded into a server before its program: its threads begin when the file named by HOLD_OPENING is there. */
const file = process.env['HOLD_OPENING'] ?? '';
const cell = new Int32Array(new SharedArrayBuffer(4));
if (!isMainThread) while (!existsSync(file)) Atomics.wait(cell, 0, 0, 20);
