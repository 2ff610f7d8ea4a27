import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sampleSelection } from '../../../tests/support/people/samplePeople.ts';
import {
  finishedHead,
  openScript,
  pageOf,
  scriptedDirectory,
  type Script,
} from '../../../tests/support/sync/scriptedDirectory.ts';
import { defaultSyncSettings } from '../../domain/settings/syncSettings.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { SnapshotHead } from '../../ports/repositories/snapshotRepository.ts';
import type { StorageEngine } from '../../storage/collection.ts';
import { declarations } from '../../storage/declare/collections.ts';
import { openRepositories } from '../../storage/openRepositories.ts';
import { openSqliteEngine } from '../../storage/sqlite/openSqliteEngine.ts';
import { readTenantFacts } from './tenantFacts.ts';
import { whyRefresh } from './whyRefresh.ts';

const selection = sampleSelection({ everyone: true });
const now = new Date('2026-01-01T01:00:00.000Z');

describe('whether a refresh is worth its record', () => {
  let engine: StorageEngine;
  let repositories: Repositories;
  let script: Script;
  beforeEach(async () => {
    engine = await openSqliteEngine({ file: ':memory:', declarations });
    repositories = openRepositories(engine);
    script = openScript();
  });
  afterEach(() => engine.close());

  const why = async (change: Partial<SnapshotHead> = {}) => {
    const head = { ...finishedHead([], { users: 'users-1' }), ...change };
    await repositories.snapshots.saveHead('t', head);
    const times = { at: head.linksAt, fullAt: head.linksAt };
    const checkpoint = { snapshotId: head.id, runId: 'run', ...times, selection, autoDisable: true, warnings: [] };
    const facts = {
      ...(await readTenantFacts(repositories, 't')),
      selection,
      checkpoint,
      settings: defaultSyncSettings,
    };
    const directory = scriptedDirectory(script);
    return whyRefresh({ repositories, tenantId: 't', directory, facts, now, signal: new AbortController().signal });
  };

  test('it is not where nothing changed', async () => {
    expect(await why()).toBeNull();
  });

  test('it is where a change is told behind empty pages', async () => {
    script.pages.set('users-1', pageOf({ next: 'users-2' }));
    script.pages.set(
      'users-2',
      pageOf({ changes: [{ kind: 'userRemoved', id: 'ada', permanently: true }], changesLink: 'users-3' }),
    );
    expect(await why()).toBe('changes');
  });

  test.each([
    ['five minutes old', '2026-01-01T00:55:00.000Z', 'unplanned'],
    ['younger', '2026-01-01T00:55:00.001Z', null],
    ['from a clock that was ahead', '2026-01-02T00:00:00.000Z', 'unplanned'],
  ])('a doubt that is %s', async (_name, since, reason) => {
    expect(await why({ doubts: [{ kind: 'user', id: 'ada', told: 'gone', since }] })).toBe(reason);
  });

  test('it is where a run was cancelled before it had read a group to its end', async () => {
    const tasks = finishedHead(['group'], {}).tasks.map((task) => ({ ...task, done: task.source.kind === 'users' }));
    expect(await why({ tasks })).toBe('unplanned');
  });

  test('a link that leads in circles is read no further, and everybody is read', async () => {
    script.pages.set('users-1', pageOf({ next: 'users-2' }));
    script.pages.set('users-2', pageOf({ next: 'users-1' }));
    expect(await why()).toBe('reading-needed');
    expect(script.asked).toEqual(['readChanges users-1', 'readChanges users-2']);
  });
});
