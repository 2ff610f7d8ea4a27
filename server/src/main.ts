import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openTracer } from './assembly/openTracer.ts';
import { prepareDataDir } from './config/dataDir.ts';
import { loadConfig, type Config } from './config/loadConfig.ts';
import { SimulatorPortTaken, startDemoDirectory, type DemoDirectory } from './demo/startDemoDirectory.ts';
import { ConfigError, StorageError } from './domain/errors.ts';
import { httpTimeouts, limitConnections } from './http/httpLimits.ts';
import { openPinoLogger } from './observability/pinoLogger.ts';
import { systemClock } from './observability/systemClock.ts';
import { openApart } from './worker/openApart.ts';
import { stopOnSignal, type Running } from './http/stopOnSignal.ts';

/** sysexits.h: the configuration is wrong (78), the work cannot be done here (69). */
const exitCodes = { config: 78, unavailable: 69 };

const version = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }
).version;

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      resolve((server.address() as AddressInfo).port);
    });
  });

const welcome = (publicUrl: string, demo: DemoDirectory | null): string => {
  if (demo === null) return `Undersign is ready at ${publicUrl}`;
  const admin = demo.accounts['globalAdmin'];
  return [
    '',
    `  Undersign is ready:  ${publicUrl}`,
    '',
    `  This is a demo. The tenant "${demo.tenantName}" is made up and lives at ${demo.url}.`,
    `  1. Open ${publicUrl} and choose "Sign in".`,
    `  2. Choose ${admin?.displayName ?? 'the Global Administrator'} (Global Administrator); there is no password.`,
    '  3. Follow the steps: connect, pick, preview, sync, and open a compose window.',
    '',
    '  Stop with Ctrl+C. To use your own tenant see docs/configuration.md.',
    '',
  ].join('\n');
};

/** What is told to whoever comes before the program is ready; a proxy then asks another replica. */
const beginning = { status: 'starting' as 'starting' | 'opening-database' };

const notReady: RequestListener = (_request, response) => {
  response.writeHead(503, { 'retry-after': '1', 'content-type': 'application/json' }).end(JSON.stringify(beginning));
};

/**
 * Nearly all of the program is behind this, and takes most of the time of a start: what is wrong with the configuration or the
 * port is said before, and the directory of a demo starts beside it.
 */
const loadContainer = () => {
  const loading = import('./container.ts');
  // Whatever fails meanwhile is told in its place.
  loading.catch(() => undefined);
  return loading;
};

const start = async (): Promise<void> => {
  const config = loadConfig(process.env);
  if (config.databaseUrl === null || config.app === null) prepareDataDir(config.dataDir);
  const server = limitConnections(createServer(httpTimeouts, notReady));
  const closers: Running['closers'] = [];
  const streamEnders: Running['streamEnders'] = [];
  stopOnSignal({ server, streamEnders, closers });
  const port = await listen(server, config.port);
  const publicUrl = config.publicUrl ?? `http://localhost:${String(port)}`;
  const loading = loadContainer();
  const demo = config.app === null ? await startDemoDirectory(config.dataDir, simulatorPort(config)) : null;
  if (demo !== null) closers.push(demo.stop);
  const logLevel = config.logLevel ?? (demo === null ? 'info' : 'warn');
  beginning.status = 'opening-database';
  await openApart({ config, version, logLevel });
  const { openContainer } = await loading;
  const container = await openContainer({
    config: demo === null ? config : { ...config, entraAuthority: demo.url, graphUrl: demo.url },
    registration: config.app ?? registrationOf(demo),
    isDemo: demo !== null,
    publicUrl,
    version,
    clock: systemClock,
    logger: openPinoLogger(logLevel),
    tracer: await openTracer(config, version),
    worker: { logLevel },
  });
  streamEnders.push(container.endStreams);
  closers.push(container.close);
  await container.startDemo();
  server.off('request', notReady).on('request', container.app);
  container.work.watch().catch(stopWith);
  container.replica.watch().catch(stopWith);
  console.log(welcome(publicUrl, demo));
};

const simulatorPort = ({ port, simulatorPort: given }: Config): number => given ?? (port === 0 ? 0 : port + 1);

const registrationOf = (demo: DemoDirectory | null): NonNullable<Config['app']> => {
  if (demo === null) throw new Error('Neither an app registration nor a demo.');
  return { clientId: demo.clientId, clientSecret: demo.clientSecret };
};

interface Explanation {
  readonly text: string;
  readonly code: number;
}

const portProblems: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use by another program',
  EACCES: 'may not be used by this user',
};

const explainPort = (error: unknown): Explanation | null => {
  if (error instanceof SimulatorPortTaken) {
    const text = `Port ${String(error.port)}, for the made-up directory of this demo, is in use by another program. Stop that program, or choose another port: SIMULATOR_PORT=3101 npm start`;
    return { text, code: exitCodes.unavailable };
  }
  if (!(error instanceof Error && 'syscall' in error && error.syscall === 'listen' && 'code' in error)) return null;
  const why = portProblems[String(error.code)];
  if (why === undefined) return null;
  const text = `Port ${process.env['PORT'] ?? '3000'} ${why}. Stop that program, or choose another port: PORT=3100 npm start`;
  return { text, code: exitCodes.unavailable };
};

/** What went wrong, for the person at the shell. */
const explain = (error: unknown): Explanation => {
  if (error instanceof ConfigError) {
    const problems = error.problems.map((problem) => `  - ${problem}`).join('\n');
    return { text: `Undersign cannot start with this configuration:\n${problems}`, code: exitCodes.config };
  }
  if (error instanceof StorageError) {
    const isShared = ['DATABASE_URL', 'DATABASE_URL_FILE'].some((name) => (process.env[name] ?? '').trim() !== '');
    const place = isShared ? 'the database of DATABASE_URL' : (process.env['DATA_DIR'] ?? './data');
    const code = error.code === 'storage-url' ? exitCodes.config : exitCodes.unavailable;
    const then = error.code === 'storage-away' ? ' This server has not started: start it again then.' : '';
    return { text: `Undersign cannot use its data in ${place}: ${error.message}${then}`, code };
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return explainPort(error) ?? { text: `Undersign could not start: ${stack}`, code: 1 };
};

/** At once: whatever else this process would do is no longer for it to do. */
const stopWith = (error: unknown): void => {
  const { text, code } = explain(error);
  console.error(text);
  process.exit(code);
};

await start().catch(stopWith);
