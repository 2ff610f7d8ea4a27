import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contractMarkOf } from './contractMark.ts';

describe('the mark of the contract', () => {
  const project = join(import.meta.dirname, '../../..');
  let elsewhere: string;
  beforeEach(() => {
    elsewhere = mkdtempSync(join(tmpdir(), 'undersign-contract-'));
    mkdirSync(join(elsewhere, 'server/src'), { recursive: true });
    cpSync(join(project, 'server/src/contract'), join(elsewhere, 'server/src/contract'), { recursive: true });
  });
  afterEach(() => rmSync(elsewhere, { recursive: true, force: true }));

  test('is the same for every replica of a version, wherever it stands', () => {
    expect(contractMarkOf(project)).toMatch(/^[\da-f]{12}$/);
    expect(contractMarkOf(elsewhere)).toBe(contractMarkOf(project));
  });

  test('is another one once something is asked or answered otherwise', () => {
    const before = contractMarkOf(elsewhere);
    writeFileSync(join(elsewhere, 'server/src/contract/manage/session.ts'), '// Nobody is anybody.');
    expect(contractMarkOf(elsewhere)).not.toBe(before);
  });
});
