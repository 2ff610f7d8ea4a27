import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { thoroughTest } from '../../support/isThorough.ts';
import { declarations } from '../../../src/storage/declare/collections.ts';
import { teammates } from '../../../src/storage/declare/people/teammateCollections.ts';
import { openSqliteEngine } from '../../../src/storage/sqlite/openSqliteEngine.ts';
import { teammate } from '../../contract/support/samples.ts';
import { describeMongo } from '../../mongo/mongoTarget.ts';
import { markAsNewest } from '../../support/sync/markAsNewest.ts';
import { runData } from '../../support/sync/runData.ts';
import { makeScratchFolder } from '../../support/processes/scratchFolder.ts';
import { startServerProcess } from '../../support/processes/serverProcess.ts';

describeMongo('npm run data with MongoDB', ({ openDatabase }) => {
  thoroughTest('from SQLite to MongoDB and back, as docs/backup.md tells it', async () => {
    const folder = makeScratchFolder();
    const [first, second] = [join(folder, 'first'), join(folder, 'second')];
    const file = (name: string): string => join(folder, name);
    const shared = { DATABASE_URL: openDatabase().url, ENCRYPTION_KEY: randomBytes(32).toString('base64') };
    try {
      const engine = await openSqliteEngine({ directory: first, declarations });
      const puts = Array.from({ length: 30 }, (_, index) => ({ put: teammate(`p${String(index)}`) }));
      await engine.collection(teammates).write('tenant', puts);
      await markAsNewest(engine);
      await engine.close();
      expect((await runData({ DATA_DIR: first }, ['export', file('there.ndjson.gz')])).code).toBe(0);
      // Nothing is there yet, and looking makes nothing: the next line still finds nothing.
      const missing = {
        code: 69,
        err: expect.stringMatching(/nothing in the database "[^"]+".*DATABASE_URL/) as unknown,
      };
      for (const command of ['export', 'verify', 'export'])
        expect(
          await runData(shared, [command, file(command === 'export' ? 'nothing' : 'there.ndjson.gz')]),
        ).toMatchObject(missing);
      expect(await runData(shared, ['import', file('there.ndjson.gz')])).toMatchObject({ code: 0 });
      expect((await runData(shared, ['verify', file('there.ndjson.gz')])).code).toBe(0);
      expect((await runData(shared, ['export', file('back.ndjson')])).code).toBe(0);
      expect((await runData({ DATA_DIR: second }, ['import', file('back.ndjson')])).code).toBe(0);
      expect((await runData({ DATA_DIR: second }, ['verify', first])).out).toMatch(/The same: 30 documents/);
      expect((await runData({ DATA_DIR: second }, ['verify', shared.DATABASE_URL])).out).toMatch(/The same: 30/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('a database that does not answer is told in words, with its own exit code and without the password', async () => {
    const away = {
      DATABASE_URL: 'mongodb://u:hunter2@127.0.0.1:1/undersign?serverSelectionTimeoutMS=500',
      ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    };
    const ended = await runData(away, ['verify', 'x']);
    expect(ended).toMatchObject({ code: 69, err: expect.stringMatching(/does not answer/) as unknown as string });
    const server = startServerProcess({ PORT: '0', ...away });
    expect(await server.exited).toBe(69);
    expect(`${ended.err}${server.output()}`).not.toMatch(/hunter2|\.ts:\d+/);
  });
});
