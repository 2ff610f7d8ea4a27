import { parentPort, workerData } from 'node:worker_threads';
import { openBase, type BaseOptions } from '../assembly/openBase.ts';
import { openTracer } from '../assembly/openTracer.ts';
import { openWork } from '../assembly/openWork.ts';
import { openPinoLogger } from '../observability/pinoLogger.ts';
import { systemClock } from '../observability/systemClock.ts';
import { openStorage } from '../assembly/openStorage.ts';
import { migrations } from '../storage/migrations.ts';
import { openLeaseStore } from '../storage/openLeaseStore.ts';
import { openRepositories } from '../storage/openRepositories.ts';
import type { Work } from '../sync/backgroundWork.ts';
import { countElsewhere } from './countElsewhere.ts';
import type { Said, Told } from './messages.ts';
import { standBack } from './standBack.ts';
import type { WorkerOrder } from './workerOrder.ts';

/**
 * The thread that works while another answers, with a connection of its own to the store. It is no replica of its own:
 * the thread that started it has brought the store to this release and stands for both on the roll of replicas.
 */
const port = parentPort;
if (port === null) throw new Error('This is started by the server, as a thread of its own.');
const say = (said: Said): void => {
  port.postMessage(said);
};

/** Copied between threads, a Buffer arrives as plain bytes. */
const withBuffers = ({ config, ...order }: WorkerOrder): WorkerOrder => {
  const encryptionKey = config.encryptionKey === null ? null : Buffer.from(config.encryptionKey);
  return {
    ...order,
    config: { ...config, encryptionKey, earlierKeys: config.earlierKeys.map((key) => Buffer.from(key)) },
  };
};

const open = async (order: WorkerOrder): Promise<{ readonly work: Work; close(): Promise<void> }> => {
  const clock = systemClock;
  const logger = openPinoLogger(order.logLevel).child({ thread: 'worker' });
  const tracer = await openTracer(order.config, order.version);
  const options: BaseOptions = { ...order, clock, logger, tracer };
  const release = { product: order.version, migrations };
  const turns = { shared: order.writeTurns, goesFirst: false };
  const engine = await openStorage(order.config, { logger, release, existing: true, turns });
  const store = { repositories: openRepositories(engine), leases: openLeaseStore(engine, clock) };
  const meter = order.isMetered
    ? countElsewhere((counted) => {
        say({ said: 'counted', counted });
      })
    : undefined;
  const work = openWork(options, openBase(options, store, meter));
  return {
    work,
    close: async () => {
      await work.stop();
      await engine.close();
      await tracer?.close();
    },
  };
};

standBack();
const opened = open(withBuffers(workerData as WorkerOrder));
const act = async ({ tell, given }: Told): Promise<void> => {
  const { work, close } = await opened;
  if (tell !== 'stop') return void Reflect.apply(work[tell], work, given);
  await close();
  process.exit(0);
};
port.on('message', (told: Told) => void act(told));
const { work } = await opened;
say({ said: 'running' });
await work.watch();
