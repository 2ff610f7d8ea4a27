import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';

const dist = path.join(import.meta.dirname, '../../../dist/addin');

/** Every package of which something is in a built file, by the file's own source map. */
const bundled = (): ReadonlySet<string> => {
  const sources = globSync('**/*.map', { cwd: dist }).flatMap(
    (name) => (JSON.parse(readFileSync(path.join(dist, name), 'utf8')) as { sources: readonly string[] }).sources,
  );
  const names = sources.map((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1]);
  return new Set(names.filter((name) => name !== undefined));
};

it('the notices of every package in the pages and in the event handler are served with them', () => {
  const notices = readFileSync(path.join(dist, 'third-party.txt'), 'utf8');
  const named = new Set(
    [...notices.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) \d[\w.+-]* \(.+\)$/gm)].map(([, name]) => name),
  );
  const needed = bundled();
  expect([...needed]).toEqual(
    expect.arrayContaining(['react-dom', '@azure/msal-browser', '@fluentui/react-icons', 'zod']),
  );
  expect([...needed].filter((name) => !named.has(name))).toEqual([]);
  expect(notices).toContain('Permission is hereby granted, free of charge');
  expect(notices).not.toContain('(undefined)');
});
