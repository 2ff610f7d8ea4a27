import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { allTexts } from './allTexts.ts';

type Tree = { readonly [key: string]: string | Tree };

const namesOf = (tree: Tree, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : namesOf(value, `${prefix}${key}.`),
  );

const root = path.join(import.meta.dirname, '../..');
const sources = ['addin', 'server/src'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(path.join(root, folder, name), 'utf8')),
);

/** What stands in quotes: a key may be handed around before anything asks for its text. */
const quoted = new Set(sources.flatMap((source) => [...source.matchAll(/'([\w.:-]+)'/g)].map(([, text = '']) => text)));
/** Names with dots, such as those of permissions, are keys without them. */
const words = new Set(
  sources.flatMap((source) => [
    ...(source.match(/[\w-]+/g) ?? []),
    ...(source.match(/\w+\.[\w.]+/g) ?? []).map((name) => name.replaceAll('.', '')),
  ]),
);

/** Keys that are put together, such as `finding.${code}`; what begins with a value could be anything. */
const composed = [
  ...new Set(
    sources.flatMap((source) => [...source.matchAll(/`([\w:][\w.:-]*[.:]\$\{[^`]*)`/g)].map(([, key = '']) => key)),
  ),
].map(
  (key) =>
    new RegExp(
      `^${key
        .split(/\$\{[^}]*\}/)
        .map((fixed) => fixed.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
        .join('(.+)')}$`,
    ),
);

/** A composed key counts where what fills it is a word somewhere, such as the code of an error. */
const isComposed = (key: string): boolean =>
  composed.some((pattern) =>
    pattern
      .exec(key)
      ?.slice(1)
      .every((value) => value.split('.').every((each) => words.has(each.replace(/-(?:unnamed|rest|nameless)$/, '')))),
  );

const isUsed = (namespace: string, name: string): boolean =>
  [name, name.replace(/_(?:one|other)$/, '')]
    .flatMap((key) => [key, `${namespace}:${key}`])
    .some((key) => quoted.has(key) || isComposed(key));

describe('texts', () => {
  it('are all used by some source', () => {
    const unused = Object.entries(allTexts.en).flatMap(([namespace, tree]) =>
      namesOf(tree)
        .filter((name) => !isUsed(namespace, name))
        .map((name) => `${namespace}:${name}`),
    );
    expect(unused).toEqual([]);
  });
});
