import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSimulator } from '../../simulator/startSimulator.ts';
import { loadConfig } from '../../server/src/config/loadConfig.ts';
import { openContainer } from '../../server/src/container.ts';
import { systemClock } from '../../server/src/observability/systemClock.ts';
import { makeScratchFolder } from '../../server/tests/support/processes/scratchFolder.ts';
import { openRecordingLogger } from '../../server/tests/support/sync/recordingLogger.ts';
import { signingKey } from '../../server/tests/support/sync/signingKey.ts';
import type { Demo } from './startDemo.ts';

/**
 * A demo as `startDemo` has it, in the process of the tests: reading the program and its directory, which a process of its own
 * does anew each time, takes longer than many a test. The work is done in this thread, and what is logged is nowhere seen.
 */
export const openDemo = async (env: Readonly<Record<string, string>> = {}): Promise<Demo> => {
  const folder = makeScratchFolder();
  const simulator = await startSimulator({ signingKey });
  simulator.notifications.knobs.unreachable = true;
  const server = createServer();
  // The tests share a process with the server: a connection it let go of in the same moment would end their next request.
  server.keepAliveTimeout = 0;
  const url = `http://localhost:${String(await listen(server))}`;
  const microsoft = { ENTRA_AUTHORITY: simulator.url, GRAPH_URL: simulator.url };
  const container = await openContainer({
    config: loadConfig({ DATA_DIR: folder, ...microsoft, ...env }),
    registration: simulator.tenant,
    isDemo: true,
    publicUrl: url,
    version: '0.0.0',
    clock: systemClock,
    logger: openRecordingLogger(),
    tracer: undefined,
  });
  await container.startDemo();
  server.on('request', container.app);
  const watching = Promise.all([container.work.watch(), container.replica.watch()]);
  return {
    url,
    simulatorUrl: simulator.url,
    stop: async () => {
      container.endStreams();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await container.close();
      await watching;
      await simulator.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const listen = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
