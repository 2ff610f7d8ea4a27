import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@jest/globals';
import { openSqliteEngine } from '../../../src/storage/sqlite/openSqliteEngine.ts';
import { repositoryRoot } from '../../support/cruise.ts';
import { batchOf } from '../support/batches.ts';
import { readScan } from '../support/readAll.ts';
import { makeDirectory } from '../support/targets/sqliteTarget.ts';
import { things } from '../support/things.ts';

const writer = new URL('../support/writers/writeUntilKilled.ts', import.meta.url).pathname;
const page = readFileSync(join(repositoryRoot, 'docs/backup.md'), 'utf8');

/** The very commands of docs/backup.md, with the places of this test in them. */
const commandOf = (pattern: RegExp, database: string, copy: string): string => {
  const command = pattern.exec(page)?.[1];
  if (command === undefined) throw new Error(`docs/backup.md has no ${String(pattern)}`);
  return command.replace('data/undersign.db', database).replace('/backup/undersign.db', copy);
};

const copies = {
  'VACUUM INTO': (database: string, copy: string): void => {
    const open = new DatabaseSync(database);
    open.exec(commandOf(/sqlite3 \S+ "(VACUUM INTO '.*')"/, database, copy));
    open.close();
  },
  backup: (database: string, copy: string): void => {
    const code = commandOf(/node -e "(.*)"/, database, copy);
    expect(spawnSync(process.execPath, ['--no-warnings', '-e', code]).stderr.toString()).toBe('');
  },
};

test.each(Object.entries(copies))(
  'a copy by %s of a database that is being written has all that was saved before, and is whole',
  async (_name, copyTo) => {
    const directory = makeDirectory();
    const restored = join(directory, 'restored');
    mkdirSync(restored);
    const child = spawn(process.execPath, [writer, directory, 'a'], { stdio: ['ignore', 'pipe', 'inherit'] });
    let acknowledged = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged = Number(line) + 1;
      if (acknowledged === 20) copyTo(join(directory, 'undersign.db'), join(restored, 'undersign.db'));
      if (acknowledged === 30) child.kill('SIGKILL');
    }
    if (child.signalCode === null) await once(child, 'exit');
    const check = new DatabaseSync(join(restored, 'undersign.db'));
    expect(check.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    check.close();
    const engine = await openSqliteEngine({ directory: restored, declarations: [things] });
    const kept = (await readScan(engine.collection(things), 't')).map(({ document }) => document);
    expect(kept.length % 50).toBe(0);
    expect(kept.length).toBeGreaterThanOrEqual(20 * 50);
    const byId = new Map(kept.map((document) => [document.id, document]));
    for (const expected of batchOf('a', 19)) expect(byId.get(expected.id)).toEqual(expected);
    await engine.close();
    rmSync(directory, { recursive: true });
  },
);

/** What other programs see of the locks on a file, each with the process that holds it. */
const lockHolders = (path: string): readonly number[] => {
  const { ino } = statSync(path);
  const locks = readFileSync('/proc/locks', 'utf8').split('\n');
  return locks.filter((lock) => lock.includes(`:${String(ino)} `)).map((lock) => Number(lock.split(/\s+/)[4]));
};

const onLinux = platform() === 'linux' ? test : test.skip;

onLinux(
  'a program that makes a copy sees that the server has the file, also after its worker opened it (Linux only)',
  async () => {
    const directory = makeDirectory();
    const database = join(directory, 'undersign.db');
    const engine = await openSqliteEngine({ directory, declarations: [things] });
    expect(lockHolders(database)).toContain(process.pid);
    const ofWorker = await openSqliteEngine({ directory, declarations: [things] });
    expect(lockHolders(database)).toContain(process.pid);
    await ofWorker.close();
    expect(lockHolders(database)).toContain(process.pid);
    await engine.close();
    rmSync(directory, { recursive: true });
  },
);
