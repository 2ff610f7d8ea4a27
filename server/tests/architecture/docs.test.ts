import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { configurationPage, environmentExample } from '../../../scripts/configurationDocs.ts';
import { profileAttributes } from '../../src/domain/directory/directoryUser.ts';
import { declarations } from '../../src/storage/declare/collections.ts';
import { dataHandling } from '../../src/storage/privacy/dataHandling.ts';
import { configSchema } from '../../src/config/configSchema.ts';
import { repositoryRoot } from '../support/cruise.ts';

const textOf = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');

describe('what is written down is what is so', () => {
  test('docs/configuration.md tells of the schema as it is; otherwise run npm run docs:config', () => {
    expect(textOf('docs/configuration.md')).toBe(configurationPage());
  });

  test('.env.example has every variable; otherwise run npm run docs:config', () => {
    expect(textOf('.env.example')).toBe(environmentExample());
  });

  test('every variable says what it is for', () => {
    for (const name of Object.keys(configSchema.shape))
      expect(configurationPage()).toMatch(new RegExp(`\`${name}\` .*[A-Za-z]{3,}.*\\. `));
  });

  test('docs/privacy.md tells of every collection and every attribute that is kept', () => {
    const page = textOf('docs/privacy.md');
    const rows = new Map(
      [...page.matchAll(/^\| (\w+) +\| (theirs|mentions|none) +\|/gm)].map(([, name, what]) => [name, what]),
    );
    expect(Object.fromEntries(rows)).toEqual(dataHandling);
    expect(Object.keys(dataHandling).toSorted()).toEqual(declarations.map(({ name }) => name).toSorted());
    for (const attribute of profileAttributes) expect(page).toContain(`\`${attribute}\``);
  });

  test('no page of the README or the docs points to a file that is not there', () => {
    const pages = [
      ...['README.md', 'CONTRIBUTING.md', 'CONTEXT.md', 'SECURITY.md', 'CHANGELOG.md'],
      ...globSync('docs/*.md', { cwd: repositoryRoot }),
    ];
    const dead = pages.flatMap((page) =>
      [...textOf(page).matchAll(/\](?:\(|: )(?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map(([, target]) => target ?? '')
        .filter((target) => !existsSync(join(repositoryRoot, dirname(page), target)))
        .map((target) => `${page} → ${target}`),
    );
    expect(dead).toEqual([]);
  });

  test('no source or page names notes of a folder `reference` that are not there', () => {
    const naming = globSync(
      '{*.{js,md},{addin,bench,deploy,docs,e2e,scripts,server,simulator}/**/*.{cjs,js,md,ts,tsx}}',
      {
        cwd: repositoryRoot,
      },
    );
    expect(naming.length).toBeGreaterThan(1000);
    const dead = naming.flatMap((path) =>
      [...textOf(path).matchAll(/(?<![\w./])(?:[\w.-]+\/)*reference\/[\w.-]+\.(?:md|yaml)/g)]
        .map(([target]) => target)
        .filter((target) => ![dirname(path), '.'].some((from) => existsSync(join(repositoryRoot, from, target))))
        .map((target) => `${path} → ${target}`),
    );
    expect(dead).toEqual([]);
  });
});
