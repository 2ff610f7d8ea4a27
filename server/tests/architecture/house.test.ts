import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { repositoryRoot } from '../support/cruise.ts';

const sources = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: repositoryRoot, exclude: (path) => path === 'node_modules' }).sort();
const textOf = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');

describe('the rules of the house that no linter knows', () => {
  const server = sources('server/src/**/*.ts');
  const everything = sources('{server,addin,simulator,bench,scripts,e2e}/**/*.{ts,tsx}');

  test('only the entry points read the environment', () => {
    const readers = server.filter((path) => !path.endsWith('.test.ts') && /process\s*\.\s*env/.test(textOf(path)));
    expect(readers).toEqual([
      'server/src/commands/doctorMain.ts',
      'server/src/commands/transferMain.ts',
      'server/src/main.ts',
    ]);
  });

  test('only the system clock asks the machine for the time', () => {
    const askers = server.filter((path) => {
      const code = textOf(path).replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '');
      return !path.endsWith('.test.ts') && /Date\.now|new Date\(\)|performance\.now/.test(code);
    });
    expect(askers).toEqual(['server/src/observability/systemClock.ts']);
  });

  test('nobody but SQLite opens the file of the database: closing it would take away the locks on it', () => {
    const harmless = ['accessSync', 'constants', 'existsSync', 'mkdirSync', 'statSync'];
    const naming = server.filter((path) => !path.endsWith('.test.ts') && /undersign\.db|fileOf\b/.test(textOf(path)));
    const uses = naming.flatMap((path) =>
      [...textOf(path).matchAll(/import \{([^}]*)\} from 'node:fs(?:\/promises)?'/g)]
        .flatMap(([, names]) => names!.split(',').map((name) => name.trim()))
        .filter((name) => !harmless.includes(name))
        .map((name) => `${basename(path)}: ${name}`),
    );
    // Only to make it where there is none.
    expect(uses).toEqual(['openDatabase.ts: closeSync', 'openDatabase.ts: openSync']);
    expect(textOf('server/src/storage/sqlite/openDatabase.ts').match(/openSync\([^)]*\)/g)).toEqual([
      "openSync(file, 'wx', 0o600)",
    ]);
  });

  test('the server has no barrels: whoever imports something names the file it is in', () => {
    expect(server.filter((path) => basename(path) === 'index.ts')).toEqual([]);
    expect(server.filter((path) => /^export (\*|\{[^}]*\}) from /m.test(textOf(path)))).toEqual([]);
  });

  test('no file is named after nothing', () => {
    // A person's manager is a fact of the directory: a verb in front tells it from a class of no trade.
    const nothing = /^(?!expand|find|read).*manager|helper|util|^common|^data\.|^misc|^shared|^types\./i;
    expect(everything.length).toBeGreaterThan(300);
    expect(everything.filter((path) => nothing.test(basename(path)))).toEqual([]);
  });

  test('no test waits for the clock of the machine', () => {
    const waiting = everything.filter(
      (path) => /\.test\.tsx?$/.test(path) && /setTimeout\([^)]*,\s*\d{3,}\)|sleep\(\d{3,}\)/.test(textOf(path)),
    );
    expect(waiting).toEqual([]);
  });

  test('no folder is so full that a stranger has to read all its names', () => {
    const perFolder = Map.groupBy(everything, (path) => dirname(path));
    expect([...perFolder].filter(([, files]) => files.length > 24).map(([folder]) => folder)).toEqual([]);
  });

  test('what CI runs is what the README tells a newcomer to run', () => {
    const ci = textOf('.ci/run')
      .split('\n')
      .filter((line) => /^npm /.test(line));
    expect(ci).toEqual(['npm ci', 'npm test']);
    expect(textOf('README.md')).toContain(ci.join(' && '));
    expect(textOf('README.md')).toContain('npm ci && npm start');
  });
});
