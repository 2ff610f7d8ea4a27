import { rmSync } from 'node:fs';
import { startSimulator } from '../../simulator/startSimulator.ts';
import { loadConfig } from '../../server/src/config/loadConfig.ts';
import { openContainer } from '../../server/src/container.ts';
import { systemClock } from '../../server/src/observability/systemClock.ts';
import { openTestServer } from '../../server/tests/support/http/openTestServer.ts';
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
  const { server, url, close } = await openTestServer();
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
      await close();
      await container.close();
      await watching;
      await simulator.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
