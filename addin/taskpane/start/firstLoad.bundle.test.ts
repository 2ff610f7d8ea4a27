import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { locales } from '../../i18n/locale.ts';
import limits from './sizeLimits.json' with { type: 'json' };

const dist = path.join(import.meta.dirname, '../../../dist');

/** The files of every named part of the pane, as the build lists them. */
const parts = JSON.parse(readFileSync(path.join(dist, 'parts.json'), 'utf8')) as Readonly<Record<string, string[]>>;

const filesOf = (...names: readonly string[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => parts[name] ?? [`there is no part ${name}`]));

/** In thousands of bytes, as sent to a browser that takes nothing better than gzip. */
const weigh = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + statSync(path.join(dist, 'addin', `${file}.gz`)).size, 0) / 1000;

const languages = locales.map((locale) => `texts-${locale}`);
const pages = Object.keys(parts).filter((name) => name.startsWith('page-'));

describe('what has to be downloaded', () => {
  it.each(languages)('before the first page is seen stays small, with %s', (language) => {
    expect(weigh(filesOf('taskpane', language, 'sign-in'))).toBeLessThanOrEqual(limits.firstPage);
  });

  it.each(languages)(
    'before administrators see what the overview says first, and everybody else their signature, stays small, with %s',
    (language) => {
      for (const page of ['page-overview', 'page-mine'])
        expect([page, weigh(filesOf('taskpane', language, 'auth', 'signed-in', page)) <= limits.beginning]).toEqual([
          page,
          true,
        ]);
    },
  );

  it('before somebody who is signed in sees any other page stays small, with nothing downloaded before', () => {
    const heavy = pages
      .map((name) => ({ name, weight: weigh(filesOf('taskpane', 'texts-fr', 'auth', 'signed-in', name)) }))
      .filter(({ weight }) => weight > limits.page);
    expect(pages.length).toBeGreaterThan(9);
    expect(heavy).toEqual([]);
  });
});
