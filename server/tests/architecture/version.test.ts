import { expect, test } from '@jest/globals';
import { textOf } from '../support/processes/deployment.ts';

interface Versioned {
  readonly version: string;
}

test('the changelog begins with the version that the package, its lock file and thereby every answer say', () => {
  const { version } = JSON.parse(textOf('package.json')) as Versioned;
  const lock = JSON.parse(textOf('package-lock.json')) as Versioned & { packages: { '': Versioned } };
  expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
  const [, newest] = /^## (\d+\.\d+\.\d+)/m.exec(textOf('CHANGELOG.md')) ?? [];
  expect(newest).toBe(version);
});
