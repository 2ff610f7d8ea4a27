import { workerData } from 'node:worker_threads';
import { openPinoLogger } from '../observability/pinoLogger.ts';
import { openStorage } from '../assembly/openStorage.ts';
import { migrations } from '../storage/migrations.ts';
import type { OpenOrder } from './openApart.ts';

/** A thread that opens the database, which brings it to this release, and ends. */
const { config, version, logLevel } = workerData as OpenOrder;
const logger = openPinoLogger(logLevel);
const engine = await openStorage(config, { logger, release: { product: version, migrations }, existing: true });
await engine.close();
