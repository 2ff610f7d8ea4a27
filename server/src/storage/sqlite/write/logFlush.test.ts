import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openLogFlush } from './logFlush.ts';

describe('bringing the log to the disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'undersign-log-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('those who ask while it is under way share the next turn', async () => {
    writeFileSync(join(folder, 'a.db-wal'), 'log');
    const log = openLogFlush(join(folder, 'a.db'));
    const first = log.flush();
    expect(log.flush()).toBe(first);
    await Promise.all([first, log.flush()]);
    const second = log.flush();
    expect(second).not.toBe(first);
    await second;
    await log.close();
  });

  test('where it cannot be done, whoever wrote is told, and it is tried again for the next', async () => {
    const log = openLogFlush(join(folder, 'b.db'));
    await expect(log.flush()).rejects.toMatchObject({ code: 'ENOENT' });
    writeFileSync(join(folder, 'b.db-wal'), 'log');
    await log.flush();
    await log.close();
  });

  test('one that was never used is closed too', async () => {
    await openLogFlush(join(folder, 'c.db')).close();
  });
});
