import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { thoroughTest } from '../../support/isThorough.ts';
import { declarations } from '../../../src/storage/declare/collections.ts';
import { schemaStates, systemTenant } from '../../../src/storage/declare/systemCollections.ts';
import { settings } from '../../../src/storage/declare/access/connectionCollections.ts';
import { teammates } from '../../../src/storage/declare/people/teammateCollections.ts';
import { openSqliteEngine } from '../../../src/storage/sqlite/openSqliteEngine.ts';
import { defaultSyncSettings } from '../../../src/domain/settings/syncSettings.ts';
import { teammate } from '../../contract/support/samples.ts';
import { childEnvironment } from '../../support/processes/childEnvironment.ts';
import { repositoryRoot } from '../../support/cruise.ts';
import { markAsNewest } from '../../support/sync/markAsNewest.ts';
import { runData, type SignalAt } from '../../support/sync/runData.ts';
import { makeScratchFolder } from '../../support/processes/scratchFolder.ts';
import { killServerProcess, startServerProcess, type ServerProcess } from '../../support/processes/serverProcess.ts';

const people = 3000;

/** By then something is done, and far from everything. */
const at = (signal: NodeJS.Signals, moment: SignalAt['moment']): SignalAt => ({
  signal,
  moment,
  count: moment === 'write' ? 1200 : 3,
});

/** jest types its matchers as `any`; here they stand for the text they match. */
const like = (pattern: RegExp): string => expect.stringMatching(pattern) as unknown as string;

describe('npm run data', () => {
  let folder: string;
  let servers: ServerProcess[];
  const place = (name: string): Record<string, string> => ({ DATA_DIR: join(folder, name) });
  const path = (name: string): string => join(folder, name);
  beforeEach(async () => {
    folder = makeScratchFolder();
    servers = [];
    await fill('source', 20);
  });
  afterEach(async () => {
    await Promise.all(servers.map(killServerProcess));
    rmSync(folder, { recursive: true, force: true });
  });
  const fill = async (name: string, count: number): Promise<void> => {
    const engine = await openSqliteEngine({ directory: path(name), declarations });
    for (let start = 0; start < count; start += 1000) {
      const puts = Array.from({ length: Math.min(1000, count - start) }, (_, index) => ({
        put: teammate(`p${String(start + index)}`, { displayName: `Person ${String(start + index)}` }),
      }));
      await engine.collection(teammates).write('tenant', puts);
    }
    await engine.collection(settings).write('tenant', [{ put: defaultSyncSettings }]);
    await markAsNewest(engine);
    await engine.close();
  };
  const startServer = (name: string): ServerProcess => {
    const server = startServerProcess({ PORT: '0', ...place(name) });
    servers.push(server);
    return server;
  };

  test('there, in, compared: what it did, how to be sure, and a file for its owner alone', async () => {
    const file = path('all.ndjson.gz');
    const exported = await runData(place('source'), ['export', file]);
    // How far it is, where that takes long.
    expect(exported).toMatchObject({ code: 0, err: expect.stringMatching(/^(?:\d+ documents\n)*$/) });
    expect(exported.out).toMatch(
      /Exported 21 documents of 1 tenants to .*all\.ndjson\.gz\.[\s\S]*SHA-256[\s\S]*Left out.*leases/,
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const imported = await runData(place('target'), ['import', file]);
    expect(imported).toMatchObject({ code: 0, out: like(/Imported 21 documents/) });
    expect(readdirSync(path('target'))).toEqual(['undersign.db']);
    for (const other of [file, path('source')]) {
      const verified = await runData(place('target'), ['verify', other]);
      expect(verified).toMatchObject({
        code: 0,
        out: like(/The same: 21 documents of 1 tenants/),
      });
    }
  });

  thoroughTest(
    'killed half-way: the server does not start on it, repeated it goes on, and then the server starts',
    async () => {
      await fill('source', people);
      const file = path('all.ndjson');
      expect((await runData(place('source'), ['export', file])).code).toBe(0);
      const halfway = await runData(place('target'), ['import', file], at('SIGKILL', 'write'));
      expect(halfway).toMatchObject({ code: null, out: '' });
      const refused = startServer('target');
      expect(await refused.exited).toBe(69);
      expect(refused.output()).toMatch(/import into this database began and did not end.*Repeat the same import/);
      const again = await runData(place('target'), ['import', file]);
      expect(again.out).toMatch(/Imported 3001 documents .*, of which \d+ were there/);
      expect((await runData(place('target'), ['verify', file])).code).toBe(0);
      await startServer('target').ready;
    },
  );

  test('Ctrl+C ends it in good order: an export leaves no file, an import says that it can go on', async () => {
    await fill('source', people);
    const file = path('all.ndjson');
    await runData(place('source'), ['export', file]);
    const stopped = await runData(place('target'), ['import', file], at('SIGINT', 'write'));
    expect(stopped).toMatchObject({ code: 130, err: like(/the same import goes on/) });
    const unfinished = await runData(place('source'), ['export', path('two.ndjson.gz')], at('SIGINT', 'read'));
    expect(unfinished).toMatchObject({ code: 130, err: like(/No file was left behind/) });
    expect(readdirSync(folder).filter((name) => name.startsWith('two'))).toEqual([]);
    expect((await runData(place('target'), ['import', file])).code).toBe(0);
  });

  test('wrong words, files and places each have a text and a code, and no stack', async () => {
    const good = path('good.ndjson');
    await runData(place('source'), ['export', good]);
    const cut = path('cut.ndjson');
    writeFileSync(cut, readFileSync(good));
    truncateSync(cut, statSync(cut).size - 10);
    writeFileSync(path('other.txt'), 'dear diary\n');
    const cases: readonly (readonly [Record<string, string>, readonly string[], number, RegExp])[] = [
      [place('source'), [], 64, /export FILE/],
      [place('source'), ['export'], 64, /export FILE/],
      [place('source'), ['export', 'a', 'b'], 64, /export FILE/],
      [place('source'), ['expert', good], 64, /export FILE/],
      [place('source'), ['export', path('x'), '--force'], 64, /export FILE/],
      [place('source'), ['export', good], 73, /is there already/],
      [place('source'), ['export', path('no/where')], 66, /is not there/],
      [place('nothing'), ['export', path('x')], 69, /There is no database in .*nothing/],
      [place('target'), ['import', path('none')], 66, /none is not there/],
      [place('target'), ['import', folder], 66, /is a folder/],
      [place('target'), ['import', cut], 65, /ends in the middle of a line: .*line 25/],
      [place('target'), ['import', path('other.txt')], 65, /is no export of Undersign/],
      [place('source'), ['import', good], 69, /not empty: it holds data of 1 tenants/],
      [{ ...place('source'), PORT: 'x', LOG_LEVEL: 'loud' }, ['export', path('x')], 78, /- PORT .*\n {2}- LOG_LEVEL/],
    ];
    for (const [env, args, code, text] of cases) {
      const ended = await runData(env, args);
      expect([args, ended.code, ended.err]).toEqual([args, code, expect.stringMatching(text)]);
      expect(ended.err).not.toMatch(/\.ts:\d+/);
    }
    expect(existsSync(path('nothing'))).toBe(false);
  });

  test('differences are listed by id, and the exit code tells a script', async () => {
    const file = path('all.ndjson');
    await runData(place('source'), ['export', file]);
    await fill('source', 25);
    const differing = await runData(place('source'), ['verify', file]);
    expect(differing.code).toBe(1);
    expect(differing.out).toMatch(/teammates +\w{16} 20 there, 25 here: NOT THE SAME/);
    expect(differing.out).toMatch(/added: teammates p20 of tenant tenant[\s\S]*5 of 26 documents differ/);
    expect(differing.out).not.toContain('Person');
  });

  test('a running server can be exported, and cannot be imported over; stopped neither, for what it holds', async () => {
    const server = startServer('live');
    await server.ready;
    const file = path('live.ndjson');
    const refused = await runData(place('live'), ['import', file]);
    expect(refused.code).toBe(66);
    await runData(place('source'), ['export', file]);
    const inUse = await runData(place('live'), ['import', file]);
    expect(inUse).toMatchObject({
      code: 69,
      err: like(/1 Undersign servers run on the database/),
    });
    server.child.kill('SIGTERM');
    await server.exited;
    expect(await runData(place('live'), ['import', file])).toMatchObject({ code: 69, err: like(/is not empty/) });
  });

  test('a disk that fills up: so it says, and nothing is left of the file', async () => {
    await fill('source', 3000);
    const tight = path('tight');
    mkdirSync(tight);
    chmodSync(tight, 0o700);
    // The limit on the size of a file fails as a full disk does, without filling one.
    const script = `ulimit -f 2048; exec "${process.execPath}" "${join(repositoryRoot, 'server/src/commands/transferMain.ts')}" export "${join(tight, 'x.ndjson')}"`;
    const child = spawn('sh', ['-c', script], { env: { ...childEnvironment, ...place('source') } });
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    await once(child, 'close');
    expect([child.exitCode, err]).toEqual([73, expect.stringMatching(/the disk is full/)]);
    expect(readdirSync(tight)).toEqual([]);
  });

  test('data of a newer version: server and export refuse with both versions and what to do', async () => {
    const engine = await openSqliteEngine({ directory: path('source'), declarations });
    const newer = { version: 7, target: 7, product: '9.8.7', importing: null };
    await engine.collection(schemaStates).write(systemTenant, [{ put: newer }]);
    await engine.close();
    const text =
      /written by Undersign 9\.8\.7 \(schema 7\).*this Undersign \d+\.\d+\.\d+ \(schema \d+\)\. Start 9\.8\.7 or a newer version, or restore a backup/;
    const server = startServer('source');
    expect(await server.exited).toBe(69);
    expect(server.output()).toMatch(text);
    expect(server.output()).not.toMatch(/\.ts:\d+/);
    expect(await runData(place('source'), ['export', path('x')])).toMatchObject({
      code: 69,
      err: like(text),
    });
  });
});
