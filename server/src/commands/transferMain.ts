import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../config/loadConfig.ts';
import { ConfigError, StorageError } from '../domain/errors.ts';
import { openPinoLogger } from '../observability/pinoLogger.ts';
import { systemClock } from '../observability/systemClock.ts';
import { parseCommand, runTransfer, usage, type TransferCommand } from './transferCommand.ts';

/** `npm run data`: exports, imports and compares whole databases. Exit codes are those of sysexits.h. */
const exitCodes: Readonly<Record<string, number>> = {
  'file-foreign': 65,
  'file-newer': 65,
  'file-truncated': 65,
  'file-altered': 65,
  'schema-differs': 65,
  'key-missing': 65,
  'file-missing': 66,
  'file-unreadable': 66,
  'file-exists': 73,
  'file-not-writable': 73,
  'disk-full': 73,
};
const usageCode = 64;
const unavailable = 69;
const bug = 70;
const misconfigured = 78;
const interrupted = 130;

const version = (
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as { version: string }
).version;

/** Once a second at most; on a terminal over the line before. */
const openProgress = () => {
  const { stderr } = process;
  let last = systemClock.now().getTime();
  let hasLine = false;
  return {
    report: (text: string): void => {
      const now = systemClock.now().getTime();
      if (now - last < 1000) return;
      last = now;
      stderr.write(stderr.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
      hasLine = stderr.isTTY;
    },
    end: (): void => {
      if (hasLine) stderr.write('\n');
      hasLine = false;
    },
  };
};

class Interrupted extends Error {}

const stopped: Readonly<Record<TransferCommand['name'], string>> = {
  export: 'Stopped. No file was left behind.',
  import: 'Stopped. The database may be half full: the same import goes on where this one ended.',
  verify: 'Stopped. Nothing was changed.',
};

const explain = (error: unknown, command: TransferCommand): readonly [text: string, code: number] => {
  if (error instanceof Interrupted) return [stopped[command.name], interrupted];
  if (error instanceof StorageError) return [error.message, exitCodes[error.code] ?? unavailable];
  if (error instanceof ConfigError) {
    const problems = error.problems.map((problem) => `  - ${problem}`).join('\n');
    return [`Undersign cannot work with this configuration:\n${problems}`, misconfigured];
  }
  return [error instanceof Error ? (error.stack ?? error.message) : String(error), bug];
};

const run = async (command: TransferCommand): Promise<number> => {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopping.abort(new Interrupted());
    });
  }
  const progress = openProgress();
  const say = (text: string): void => {
    progress.end();
    console.log(text);
  };
  try {
    const config = loadConfig(process.env);
    const logger = openPinoLogger('warn');
    const { signal } = stopping;
    return await runTransfer({ config, version, clock: systemClock, logger, signal, say, ...progress }, command);
  } catch (error) {
    const [text, code] = explain(error, command);
    progress.end();
    console.error(text);
    return code;
  }
};

const command = parseCommand(process.argv.slice(2));
if (command === null) console.error(usage);
process.exitCode = command === null ? usageCode : await run(command);
