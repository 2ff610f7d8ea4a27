import { mkdirSync, openSync, rmSync, statSync, writeFileSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { StorageError } from '../../../src/domain/errors.ts';
import type { StorageEngine } from '../../../src/storage/collection.ts';
import { openSqliteEngine } from '../../../src/storage/sqlite/openSqliteEngine.ts';
import { makeWriteTurns } from '../../../src/storage/sqlite/write/writeTurns.ts';
import { translateSqliteError } from '../../../src/storage/sqlite/sqliteErrors.ts';
import { readScan } from '../support/readAll.ts';
import { makeDirectory } from '../support/targets/sqliteTarget.ts';
import { thing, things } from '../support/things.ts';

describe('when the SQLite database cannot do its work', () => {
  let directory = '';
  const opened: { close(): unknown }[] = [];
  const file = (): string => join(directory, 'undersign.db');
  const open = async (folder = directory): Promise<StorageEngine> => {
    const engine = await openSqliteEngine({ directory: folder, declarations: [things] });
    opened.push(engine);
    return engine;
  };
  const openRaw = (): DatabaseSync => {
    const database = new DatabaseSync(file());
    opened.push({ close: () => database.isOpen && database.close() });
    return database;
  };
  const thrownBy = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return error;
    }
  };

  beforeEach(() => {
    directory = makeDirectory();
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
    rmSync(directory, { recursive: true });
  });

  test('a data folder that cannot be made is named as what to check', async () => {
    writeFileSync(join(directory, 'file'), '');
    await expect(open(join(directory, 'file', 'data'))).rejects.toMatchObject({ code: 'storage-not-writable' });
    await expect(open(join(directory, 'file'))).rejects.toThrow(/DATA_DIR/);
    mkdirSync(join(directory, 'taken', 'undersign.db'), { recursive: true });
    await expect(open(join(directory, 'taken'))).rejects.toBeInstanceOf(StorageError);
  });

  test('a file that is no database, or was damaged, asks for a backup', async () => {
    writeFileSync(file(), 'this is not a database. '.repeat(1000));
    await expect(open()).rejects.toMatchObject({ code: 'storage-corrupt' });
    rmSync(file());
    const engine = await open();
    const note = 'x'.repeat(500);
    await engine.collection(things).write(
      't',
      Array.from({ length: 2000 }, (_, index) => ({ put: thing(`${index}`, { note }) })),
    );
    await engine.close();
    const handle = openSync(file(), 'r+');
    for (let place = 8192 * 20; place < statSync(file()).size; place += 8192)
      writeSync(handle, Buffer.alloc(4096, 0xab), 0, 4096, place);
    closeSync(handle);
    const reading = open().then((again) => readScan(again.collection(things), 't'));
    await expect(reading).rejects.toMatchObject({ code: 'storage-corrupt' });
    await expect(reading).rejects.toThrow(/backup/);
  });

  test('a document that was changed by hand is named, and putting it again heals it', async () => {
    const collection = (await open()).collection(things);
    await collection.write('t', [
      { put: thing('good') },
      { put: thing('bad', { name: 'b' }) },
      { put: thing('worse', { name: 'w' }) },
    ]);
    openRaw().exec(
      `UPDATE things SET document = '{"half' WHERE id = 'bad'; UPDATE things SET document = '7' WHERE id = 'worse'`,
    );
    const unreadable = { code: 'document-unreadable', values: { collection: 'things', id: 'bad' } };
    await expect(collection.get('t', 'bad')).rejects.toMatchObject(unreadable);
    await expect(collection.getMany('t', ['good', 'bad'])).rejects.toMatchObject(unreadable);
    await expect(readScan(collection, 't')).rejects.toMatchObject(unreadable);
    await expect(collection.get('t', 'worse')).rejects.toMatchObject({ code: 'document-unreadable' });
    expect((await collection.get('t', 'good'))?.revision).toBe(1);
    await collection.write('t', [{ put: thing('bad') }, { delete: 'worse' }]);
    expect(await readScan(collection, 't')).toHaveLength(2);
  });

  test('another process that does not let go makes writing busy, and afterwards it works again', async () => {
    const engine = await open();
    const other = openRaw();
    other.exec('BEGIN IMMEDIATE');
    const write = () => engine.collection(things).write('t', [{ put: thing('a') }]);
    await expect(write()).rejects.toMatchObject({ code: 'storage-busy' });
    // The file is there and somebody writes to it: that is health, and asking for it waits for nobody.
    await engine.check();
    other.exec('ROLLBACK');
    await write();
  });

  test('while another process writes, a write waits and whoever reads does not', async () => {
    const engine = await open();
    const collection = engine.collection(things);
    await collection.write('t', [{ put: thing('a') }]);
    const other = openRaw();
    other.exec('BEGIN IMMEDIATE');
    let isWritten = false;
    const writing = collection.write('t', [{ put: thing('b') }]).then(() => (isWritten = true));
    expect((await collection.get('t', 'a'))?.revision).toBe(1);
    await setImmediate();
    expect(isWritten).toBe(false);
    other.exec('ROLLBACK');
    await writing;
    expect((await collection.get('t', 'b'))?.revision).toBe(1);
  });

  test('a file that was deleted or replaced while it was open is noticed: what is saved then would be lost', async () => {
    const engine = await open();
    await engine.check();
    rmSync(file());
    await expect(engine.check()).rejects.toMatchObject({ code: 'storage-replaced' });
    writeFileSync(file(), '');
    await expect(engine.check()).rejects.toMatchObject({ code: 'storage-replaced' });
  });

  test('a log that was deleted while it was open is noticed, and what stands in it is saved on stopping', async () => {
    const turns = { shared: makeWriteTurns(), goesFirst: true };
    const engine = await openSqliteEngine({ directory, declarations: [things], turns });
    await engine.collection(things).write('t', [{ put: thing('a') }]);
    await engine.check();
    rmSync(`${file()}-wal`);
    await expect(engine.check()).rejects.toMatchObject({ code: 'storage-replaced' });
    await engine.close();
    expect(await (await open()).collection(things).count('t')).toBe(1);
  });

  test('a full disk and a database that became read-only say so', () => {
    const raw = openRaw();
    raw.exec('CREATE TABLE filler (text TEXT); PRAGMA max_page_count = 3');
    const full = thrownBy(() => raw.prepare('INSERT INTO filler VALUES (?)').run('x'.repeat(100_000)));
    expect(translateSqliteError(full, file())).toMatchObject({ code: 'storage-full', cause: full });
    raw.exec('PRAGMA query_only = 1');
    const readOnly = thrownBy(() => raw.exec('DELETE FROM filler'));
    expect(translateSqliteError(readOnly, file())).toMatchObject({ code: 'storage-not-writable' });
    expect(translateSqliteError(Object.assign(new Error('no space'), { code: 'ENOSPC' }), file())).toMatchObject({
      code: 'storage-full',
    });
  });

  test('a mistake in a statement stays the bug it is', () => {
    const bug = thrownBy(() => openRaw().exec('SELEC 1'));
    expect(translateSqliteError(bug, file())).toBe(bug);
    const typo = new TypeError('x is not a function');
    expect(translateSqliteError(typo, file())).toBe(typo);
  });

  test('a failing batch leaves nothing of its transaction behind', async () => {
    const collection = (await open()).collection(things);
    await expect(
      collection.write('t', [{ put: thing('a', { tags: ['x'] }) }, { put: thing('b'), ifRevision: 7 }]),
    ).rejects.toMatchObject({ code: 'stale-revision' });
    expect(await collection.count('t')).toBe(0);
    expect(await collection.count('t', [{ key: 'tags', has: 'x' }])).toBe(0);
  });

  test('nobody else on the machine may read the file, and memory works as well', async () => {
    await (await open(join(directory, 'deep', 'data'))).check();
    expect(statSync(join(directory, 'deep', 'data')).mode & 0o077).toBe(0);
    for (const name of ['undersign.db', 'undersign.db-wal', 'undersign.db-shm'])
      expect(statSync(join(directory, 'deep', 'data', name)).mode & 0o777).toBe(0o600);
    const memory = await openSqliteEngine({ file: ':memory:', declarations: [things] });
    opened.push(memory);
    await memory.collection(things).write('t', [{ put: thing('a') }]);
    expect(await memory.collection(things).count('t')).toBe(1);
  });
});
