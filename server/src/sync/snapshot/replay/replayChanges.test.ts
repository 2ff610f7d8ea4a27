import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Crash, crashAfter } from '../../../../tests/support/processes/crashAfter.ts';
import { samplePerson, sampleSelection } from '../../../../tests/support/people/samplePeople.ts';
import {
  finishedHead,
  openScript,
  pageOf,
  refreshFrom,
  scriptedDirectory,
  type Script,
} from '../../../../tests/support/sync/scriptedDirectory.ts';
import { DirectoryError } from '../../../domain/errors.ts';
import type { DirectoryChange } from '../../../ports/directory/directoryReader.ts';
import type { Repositories } from '../../../ports/repositories.ts';
import type { StorageEngine } from '../../../storage/collection.ts';
import { declarations } from '../../../storage/declare/collections.ts';
import { openRepositories } from '../../../storage/openRepositories.ts';
import { openSqliteEngine } from '../../../storage/sqlite/openSqliteEngine.ts';

const selection = sampleSelection({ everyone: true });
const now = new Date('2026-01-01T00:01:00.000Z');
const ids = Array.from({ length: 7 }, (_, at) => `person-${String(at)}`);
const pages = 20;
const perPage = 100;

/** Page after page about the same people, each of whom has the title of the last page at the end. */
const longList = (script: Script): void => {
  for (let page = 1; page <= pages; page += 1) {
    const changes = Array.from({ length: perPage }, (_, at): DirectoryChange => {
      const attributes = { jobTitle: `Title ${String(page)}` };
      return { kind: 'userChanged', id: ids[at % ids.length] ?? '', attributes };
    });
    const isLast = page === pages;
    const link = isLast ? { changesLink: 'users-done' } : { next: `users-${String(page + 1)}` };
    script.pages.set(`users-${String(page)}`, pageOf({ changes, ...link }));
  }
};

describe('a long list of changes', () => {
  let engine: StorageEngine;
  let repositories: Repositories;
  let script: Script;
  const begin = async (): Promise<void> => {
    engine = await openSqliteEngine({ file: ':memory:', declarations });
    repositories = openRepositories(engine);
    script = openScript();
    longList(script);
    await repositories.snapshots.saveHead('t', finishedHead([], { users: 'users-1' }));
    await repositories.snapshots.savePeople(
      't',
      's',
      ids.map((id) => samplePerson({ id })),
    );
  };
  beforeEach(begin);
  afterEach(() => engine.close());

  const expectDone = async (): Promise<void> => {
    const people = await repositories.snapshots.getPeople('t', 's', ids);
    expect(people.map(({ jobTitle }) => jobTitle)).toEqual(ids.map(() => `Title ${String(pages)}`));
    expect((await repositories.snapshots.getHead('t', 's'))?.changeLinks).toEqual({ users: 'users-done' });
    const dirty: string[] = [];
    for await (const batch of repositories.snapshots.scanDirty('t', 's')) dirty.push(...batch);
    expect(dirty.sort()).toEqual([...ids].sort());
  };
  const links = (): readonly string[] => script.asked.map((asked) => asked.replace('readChanges users-', ''));

  test('that is given up in the middle is gone on with behind what was applied', async () => {
    const { readChanges, ...rest } = scriptedDirectory(script);
    let isRefused = true;
    const directory: typeof rest & { readonly readChanges: typeof readChanges } = {
      ...rest,
      readChanges: async (feed, link, signal) => {
        if (isRefused && link === 'users-11') throw new DirectoryError('directory-throttled', 'Not now.');
        return readChanges(feed, link, signal);
      },
    };
    const refresh = () => refreshFrom({ snapshots: repositories.snapshots, selection, directory, now });
    await expect(refresh()).rejects.toMatchObject({ code: 'directory-throttled' });
    expect(links()).toHaveLength(10);
    isRefused = false;
    script.asked.length = 0;
    await refresh();
    expect(links()).toEqual(Array.from({ length: 10 }, (_, at) => String(at + 11)));
    await expectDone();
  });

  test('is applied as a whole wherever a process is killed, and never read from its beginning once half of it is', async () => {
    const kills = fc.integer({ min: 1, max: 12 });
    await fc.assert(
      fc.asyncProperty(kills, async (last) => {
        await engine.close();
        await begin();
        const mortal = crashAfter(repositories, last).repositories.snapshots;
        const directory = scriptedDirectory(script);
        const kill = refreshFrom({ snapshots: mortal, selection, directory, now });
        const wasKilled = await kill.then(
          () => false,
          (error: unknown) => {
            if (!(error instanceof Crash)) throw error;
            return true;
          },
        );
        const kept = (await repositories.snapshots.getHead('t', 's'))?.changeLinks.users ?? '';
        expect(['users-1', 'users-11', 'users-done']).toContain(kept);
        script.asked.length = 0;
        if (wasKilled) await refreshFrom({ snapshots: repositories.snapshots, selection, directory, now });
        expect(links()[0] ?? kept.replace('users-', '')).toBe(kept.replace('users-', ''));
        await expectDone();
      }),
      { numRuns: 20 },
    );
  });
});
