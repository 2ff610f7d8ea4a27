import { DatabaseSync } from 'node:sqlite';
import { workerData } from 'node:worker_threads';

/** A thread that moves the log of a database as far as nobody reads from it, and ends. */
const database = new DatabaseSync(String(workerData));
database.exec('PRAGMA wal_checkpoint(PASSIVE)');
database.close();
