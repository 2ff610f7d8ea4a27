import { describe, expect, test } from '@jest/globals';
import { shippedPackages } from '../support/shippedPackages.ts';

/** They ask for their notice to be kept, and nothing of whoever uses them. */
const permissive = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);

/** Everything else was looked at one by one. */
const lookedAt: readonly { readonly name: RegExp; readonly licences: readonly string[]; readonly why: string }[] = [
  {
    name: /^@img\/sharp-/,
    licences: ['LGPL-3.0-or-later', 'Apache-2.0 AND LGPL-3.0-or-later', 'Apache-2.0 AND LGPL-3.0-or-later AND MIT'],
    why: 'libvips, loaded as a library of its own that anybody may replace, unchanged, on the server only',
  },
  {
    name: /^slick$/,
    licences: ['MIT (http://mootools.net/license.txt)'],
    why: 'MIT, written before there was a list of names',
  },
];

/** Whoever may choose, as in `(MIT OR Apache-2.0)`, needs one of them to be. */
const isPermissive = (licence: string): boolean =>
  licence
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((one) => permissive.has(one));

const isFine = ({ name, licence }: { name: string; licence: string }): boolean =>
  isPermissive(licence) ||
  lookedAt.some((exception) => exception.name.test(name) && exception.licences.includes(licence));

describe('the licences of what we ship', () => {
  const shipped = shippedPackages();

  test('what the server runs with and what the pages are made of is found', () => {
    const names = shipped.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        'express',
        'mongodb',
        'react-dom',
        'scheduler',
        '@azure/msal-common',
        '@img/sharp-win32-x64',
      ]),
    );
    expect(names.filter((name) => ['jest', 'typescript', 'playwright-core', 'acorn'].includes(name))).toEqual([]);
  });

  test('are permissive, or were looked at one by one', () => {
    expect(shipped.filter((one) => !isFine(one))).toEqual([]);
  });

  test('need no exception that nothing needs any more', () => {
    const needed = shipped.filter(({ licence }) => !isPermissive(licence));
    expect(lookedAt.filter(({ name }) => !needed.some((one) => name.test(one.name)))).toEqual([]);
  });
});
