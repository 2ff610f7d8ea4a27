import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { unpackChromium } from './unpackChromium.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'undersign-unpack-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('two that unpack Chromium at once get the same one, whole, and leave nothing else behind', async () => {
  const [one, other] = await Promise.all([unpackChromium(folder), unpackChromium(folder)]);
  expect(other).toBe(one);
  const { stdout } = await promisify(execFile)(one, ['--version']);
  expect(stdout).toMatch(/Chromium|Chrome/);
  expect(readdirSync(folder).map((name) => join(folder, name))).toEqual([dirname(one)]);
});
