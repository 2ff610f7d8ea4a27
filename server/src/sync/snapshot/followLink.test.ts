import { describe, expect, test } from '@jest/globals';
import { AdminActionError, DirectoryError, type UndersignError } from '../../domain/errors.ts';
import type { DirectoryReader } from '../../ports/directory/directoryReader.ts';
import { followLink, LinkBroken } from './followLink.ts';

const refusals: readonly (readonly [string, UndersignError])[] = [
  ['the permission', new AdminActionError('permission-missing', 'A permission is missing.')],
  ['our access', new AdminActionError('consent-missing', 'Our access was refused.')],
  ['an answer', new DirectoryError('directory-unavailable', 'Nothing answers.')],
];

/** What comes of a kept link that is refused, where the same question without it is answered so. */
const outcomeOf = async (refusal: UndersignError, openChanges: DirectoryReader['openChanges']): Promise<unknown> => {
  const readChanges = (): Promise<never> => Promise.reject(refusal);
  const directory = { readChanges, openChanges } as Partial<DirectoryReader> as DirectoryReader;
  const pages = followLink(directory, { feed: 'groups', link: 'kept', signal: new AbortController().signal });
  return pages.next().catch((error: unknown) => error);
};

describe.each(refusals)('a kept link for which %s is not given', (_what, refusal) => {
  test('is at fault where a new one is given, as after connecting with another app', async () => {
    expect(await outcomeOf(refusal, () => Promise.resolve('new'))).toBeInstanceOf(LinkBroken);
  });

  test('is not at fault where a new one is refused as well', async () => {
    expect(await outcomeOf(refusal, () => Promise.reject(refusal))).toBe(refusal);
  });
});
