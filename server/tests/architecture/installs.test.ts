import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import semver from 'semver';

interface LockFile {
  readonly packages: Readonly<
    Record<string, { readonly engines?: { readonly node?: string }; readonly optional?: boolean }>
  >;
}

/** The part of a lock file that says which Node a package wants. */
const lockFile = JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile;

test('every package installs on the oldest Node we ask for without a warning', () => {
  const oldest = semver.minVersion(lockFile.packages['']?.engines?.node ?? '*')?.version ?? '';
  expect(oldest).toMatch(/^\d+\.\d+\.\d+$/u);

  const refusing = Object.entries(lockFile.packages)
    .filter(([, { optional }]) => optional !== true)
    .filter(([, { engines }]) => !semver.satisfies(oldest, engines?.node ?? '*'))
    .map(([name, { engines }]) => `${name} wants Node ${engines?.node ?? ''}`);
  expect(refusing).toEqual([]);
});
