import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openEncryptionKeys } from './encryptionKey.ts';

const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];

describe('the encryption keys', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'undersign-keys-'));
  });
  afterEach(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('one is made where none is configured, and is the same after a restart', () => {
    const made = openEncryptionKeys({ dataDir, encryptionKey: null, earlierKeys: [one] });
    expect(made.key).toHaveLength(32);
    expect(openEncryptionKeys({ dataDir, encryptionKey: null, earlierKeys: [one] })).toEqual({
      key: made.key,
      earlier: [one],
    });
  });

  test('a configured one makes none', () => {
    expect(openEncryptionKeys({ dataDir, encryptionKey: one, earlierKeys: [two] })).toEqual({
      key: one,
      earlier: [two],
    });
    expect(existsSync(join(dataDir, 'encryption.key'))).toBe(false);
  });

  test('one that was made before still opens what it sealed', () => {
    const { key } = openEncryptionKeys({ dataDir, encryptionKey: null, earlierKeys: [] });
    expect(openEncryptionKeys({ dataDir, encryptionKey: one, earlierKeys: [two] })).toEqual({
      key: one,
      earlier: [two, key],
    });
  });
});
