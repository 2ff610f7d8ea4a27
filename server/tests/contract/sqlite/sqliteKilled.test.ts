import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { expect, test } from '@jest/globals';
import { openSqliteEngine } from '../../../src/storage/sqlite/openSqliteEngine.ts';
import { batchOf } from '../support/batches.ts';
import { makeDirectory } from '../support/targets/sqliteTarget.ts';
import { things } from '../support/things.ts';

const script = new URL('../support/writers/writeUntilKilled.ts', import.meta.url).pathname;

/** Kills the writer some while after so many acknowledged batches, and returns all that it acknowledged. */
const killAfter = async (directory: string, round: string, batches: number): Promise<readonly number[]> => {
  const child = spawn(process.execPath, [script, directory, round], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(Number(line));
    if (acknowledged.length === batches) child.kill('SIGKILL');
  }
  if (child.signalCode === null && child.exitCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return acknowledged;
};

test('a writer killed at any moment loses nothing it acknowledged, and leaves no document half-written', async () => {
  const directory = makeDirectory();
  for (const round of ['a', 'b', 'c', 'd', 'e', 'f']) {
    const acknowledged = await killAfter(directory, round, 1 + Math.floor(Math.random() * 80));
    const engine = await openSqliteEngine({ directory, declarations: [things] });
    const collection = engine.collection(things);
    for (const batch of acknowledged) {
      const expected = batchOf(round, batch);
      const kept = await collection.getMany(
        't',
        expected.map(({ id }) => id),
      );
      const sorted = kept
        .map(({ document }) => document)
        .sort(
          (left, right) =>
            expected.findIndex(({ id }) => id === left.id) - expected.findIndex(({ id }) => id === right.id),
        );
      expect(sorted).toEqual(expected);
      expect(await collection.count('t', [{ key: 'tags', has: `batch-${round}-${batch}.` }])).toBe(50);
    }
    const total = await collection.count('t');
    expect(await collection.count('t', [{ key: 'tags', has: 'all' }])).toBe(total);
    expect(await collection.count('t', [{ key: 'name', prefix: '' }])).toBe(total);
    expect(total % 50).toBe(0);
    await engine.close();
  }
  rmSync(directory, { recursive: true });
});
