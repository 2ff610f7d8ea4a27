import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { samplePerson, sampleSelection } from '../../../../tests/support/people/samplePeople.ts';
import {
  finishedHead,
  openScriptedSnapshot,
  pageOf,
  refreshFrom,
  scriptedDirectory,
  type Script,
  type ScriptedSnapshot,
} from '../../../../tests/support/sync/scriptedDirectory.ts';
import type { DirectoryChange } from '../../../ports/directory/directoryReader.ts';

const selection = sampleSelection({ everyone: true });
const [newcomer, leaver] = ['newcomer', 'leaver'] as const;

describe('what the changes and an answer about one object say differently', () => {
  let engine: ScriptedSnapshot['engine'];
  let snapshots: ScriptedSnapshot['snapshots'];
  let script: Script;
  let round = 1;
  beforeEach(async () => {
    round = 1;
    ({ engine, snapshots, script } = await openScriptedSnapshot(finishedHead([], { users: 'users-1' })));
    await snapshots.savePeople('t', 's', [samplePerson({ id: leaver, jobTitle: 'Old' })]);
    script.people.set(leaver, samplePerson({ id: leaver, jobTitle: 'Old' }));
  });
  afterEach(() => engine.close());

  const changed = (id: string, attributes = {}): DirectoryChange => ({ kind: 'userChanged', id, attributes });
  const removed = (id: string): DirectoryChange => ({ kind: 'userRemoved', id, permanently: false });
  /** The next refresh finds these changes. */
  const tell = (...changes: readonly DirectoryChange[]): void => {
    script.pages.set(`users-${String(round)}`, pageOf({ changes, changesLink: `users-${String(round + 1)}` }));
    round += 1;
  };
  const refreshAt = (minutes: number) => {
    const now = new Date(Date.parse('2026-01-01T00:00:00.000Z') + minutes * 60_000);
    return refreshFrom({ snapshots, selection, directory: scriptedDirectory(script), now });
  };
  const people = async (): Promise<readonly string[]> =>
    (await snapshots.getPeople('t', 's', [leaver, newcomer])).map(({ id }) => id).sort();
  const doubted = async (): Promise<readonly string[]> =>
    ((await snapshots.getHead('t', 's'))?.doubts ?? []).map(({ told, id }) => `${id} ${told}`).sort();
  const asked = (): number => script.asked.splice(0).filter((one) => one.startsWith('readUsers')).length;

  test('settles nothing, and the next refresh asks again, whether or not something changed', async () => {
    tell(changed(newcomer), removed(leaver));
    await refreshAt(0);
    expect([await people(), await doubted()]).toEqual([[leaver], ['leaver gone', 'newcomer there']]);
    script.people.delete(leaver);
    script.people.set(newcomer, samplePerson({ id: newcomer }));
    await refreshAt(1);
    expect([await people(), await doubted()]).toEqual([[newcomer], []]);
    asked();
    await refreshAt(2);
    expect(asked()).toBe(0);
  });

  test('is believed of the answer that is the same five minutes later, and not asked any more', async () => {
    tell(changed(newcomer), removed(leaver));
    await refreshAt(0);
    await refreshAt(4.9);
    expect(await doubted()).toHaveLength(2);
    await refreshAt(5);
    expect([await people(), await doubted()]).toEqual([[leaver], []]);
    asked();
    await refreshAt(6);
    expect(asked()).toBe(0);
  });

  test('goes on since it began where the same is told again', async () => {
    tell(removed(leaver));
    await refreshAt(0);
    tell(removed(leaver));
    await refreshAt(3);
    const [kept] = (await snapshots.getHead('t', 's'))?.doubts ?? [];
    expect(kept).toMatchObject({ id: leaver, told: 'gone', since: '2026-01-01T00:00:00.000Z' });
  });

  test.each<[string, DirectoryChange, DirectoryChange]>([
    ['somebody told as gone is told as changed', removed(leaver), changed(leaver)],
    ['somebody told as new is told as gone', changed(newcomer), removed(newcomer)],
  ])('is over where %s', async (_name, first, second) => {
    tell(first);
    await refreshAt(0);
    expect(await doubted()).toHaveLength(1);
    tell(second);
    await refreshAt(1);
    expect([await people(), await doubted()]).toEqual([[leaver], []]);
  });

  test('is in doubt too where somebody is told as both and is not found', async () => {
    tell(removed(leaver), changed(leaver));
    script.people.delete(leaver);
    await refreshAt(0);
    expect([await people(), await doubted()]).toEqual([[], ['leaver there']]);
    script.people.set(leaver, samplePerson({ id: leaver }));
    await refreshAt(1);
    expect([await people(), await doubted()]).toEqual([[leaver], []]);
  });

  test('is what the changes say of the fields, also of somebody who is told as removed and is there', async () => {
    tell(changed(newcomer, { jobTitle: 'New' }), changed(leaver, { jobTitle: 'New' }), removed(leaver));
    script.people.set(newcomer, samplePerson({ id: newcomer, jobTitle: 'Old' }));
    await refreshAt(0);
    const titles = (await snapshots.getPeople('t', 's', [leaver, newcomer])).map(({ jobTitle }) => jobTitle);
    expect(titles).toEqual(['New', 'New']);
  });

  test('is left to the night where it is said of thousands', async () => {
    tell(...Array.from({ length: 3000 }, (_, at) => changed(`stranger-${String(at)}`)));
    await refreshAt(0);
    expect(await doubted()).toHaveLength(1200);
  });
});
