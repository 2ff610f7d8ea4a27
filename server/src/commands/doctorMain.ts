import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig, type Config } from '../config/loadConfig.ts';
import { ConfigError } from '../domain/errors.ts';
import { examine } from '../doctor/examine.ts';
import { failed, type Checked } from '../doctor/checked.ts';
import { openPinoLogger } from '../observability/pinoLogger.ts';
import { systemClock } from '../observability/systemClock.ts';
import { migrations } from '../storage/migrations.ts';

/** `npm run doctor`: is everything there that the server needs? Exit codes beside 0 and 1 are those of sysexits.h. */
const usage = `npm run doctor -- [--json]

Looks at configuration, clock, data, Microsoft Entra, tenants and address, and says what to do. Works while the
server runs and while it does not. Ends with 0, with 1 if something failed, with 78 if the configuration is wrong.`;
const exitCodes = { fine: 0, failed: 1, usage: 64, bug: 70, config: 78 };

const projectDir = join(import.meta.dirname, '../../..');
const version = (JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')) as { version: string }).version;

const marks: Readonly<Record<Checked['status'], string>> = { ok: 'ok     ', warning: 'warning', failed: 'FAILED ' };

const say = ({ status, message, action }: Checked): void => {
  console.log(`${marks[status]}  ${message}`);
  if (action !== null) console.log(`         → ${action}`);
};

const readArguments = (): { readonly json: boolean } | null => {
  try {
    const { values } = parseArgs({ args: process.argv.slice(2), options: { json: { type: 'boolean' } } });
    return { json: values.json === true };
  } catch {
    return null;
  }
};

const checksOf = async function* (config: Config): AsyncGenerator<Checked> {
  // What the parts would log stands in the checks, and in a form that a program can read.
  const logger = openPinoLogger('silent');
  const release = { product: version, migrations };
  const nodeVersion = process.versions.node;
  yield* examine({ config, release, clock: systemClock, logger, projectDir, nodeVersion });
};

const run = async ({ json }: { readonly json: boolean }): Promise<number> => {
  const checks: Checked[] = [];
  const tell = (checked: Checked): void => {
    checks.push(checked);
    if (!json) say(checked);
  };
  const end = (code: number): number => {
    const count = (status: Checked['status']): number => checks.filter((checked) => checked.status === status).length;
    const counts = { ok: count('ok'), warning: count('warning'), failed: count('failed') };
    if (json) console.log(JSON.stringify({ version, ...counts, findings: checks }, null, 2));
    else console.log(`\n${String(counts.failed)} failed, ${String(counts.warning)} warnings, ${String(counts.ok)} ok`);
    return code;
  };
  try {
    for await (const checked of checksOf(loadConfig(process.env))) tell(checked);
    return end(checks.some(({ status }) => status === 'failed') ? exitCodes.failed : exitCodes.fine);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const action = 'Correct it (docs/configuration.md). Nothing else can be looked at before.';
    for (const problem of error.problems) tell(failed('config', problem, action));
    return end(exitCodes.config);
  }
};

const given = readArguments();
if (given === null) {
  console.error(usage);
  process.exitCode = exitCodes.usage;
} else {
  process.exitCode = await run(given).catch((error: unknown) => {
    console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return exitCodes.bug;
  });
}
