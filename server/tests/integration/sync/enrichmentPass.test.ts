import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { imageFor, photoTypeOf } from '../../../src/domain/enrichment/enrichment.ts';
import type { Fault } from '../../../../simulator/faults/faults.ts';
import { usualFields } from '../../../src/domain/fields/fieldSettings.ts';
import { findManager } from '../../../src/signatures/rendering/findManager.ts';
import { crashAfter, Crash } from '../../support/processes/crashAfter.ts';
import { recordWrites } from '../../support/sync/recordWrites.ts';
import { run } from '../../contract/support/samples.ts';
import { samplePerson, sampleTeammate } from '../../support/people/samplePeople.ts';
import { openSlowBench, type SlowBench } from '../../support/sync/slowBench.ts';
import { directoryOf } from '../../support/sync/syncBench.ts';

const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [boss, ann, bob, cas] = [idOf(0), idOf(1), idOf(2), idOf(3)] as const;

const person = (id: string, name: string, more: object = {}) => ({
  id,
  displayName: name,
  userPrincipalName: `${name.toLowerCase()}@one.example`,
  mail: `${name.toLowerCase()}@one.example`,
  accountEnabled: true,
  ...more,
});

/** Ann and Bob have photos and report to Boss, who is in nobody's scope; Cas has neither. */
const company = directoryOf({
  users: [
    person(boss, 'Boss', { jobTitle: 'CEO', businessPhones: ['+31 30 1'] }),
    person(ann, 'Ann', { photo: 'ann', managerId: boss }),
    person(bob, 'Bob', { photo: 'bob', managerId: boss }),
    person(cas, 'Cas'),
  ],
});

/** More people than fit into one batch. */
const crowd = Array.from({ length: 25 }, (_, at) => idOf(at));
const crowded = directoryOf({
  users: crowd.map((id, at) => person(id, `P${String(at)}`, at === 0 ? {} : { photo: id, managerId: crowd[0] })),
});

describe('photos and managers', () => {
  let bench: SlowBench;
  beforeAll(async () => {
    bench = await openSlowBench();
  });
  afterAll(() => bench.close());
  beforeEach(() => bench.begin(company, [ann, bob, cas]));

  const enrichment = (id: string) => bench.repositories.enrichments.get(bench.tenantId, id);
  const photo = (id: string) => bench.repositories.enrichments.getPhoto(bench.tenantId, id);
  const managerOf = async (id: string) => {
    const { repositories, tenantId } = bench;
    const managerId = (await repositories.enrichments.get(tenantId, id))?.managerId ?? null;
    return findManager(repositories, { tenantId, managerId }, { settings: usualFields });
  };
  const everything = async (ids: readonly string[]) => ({
    enrichments: await Promise.all(ids.map(enrichment)),
    photos: await Promise.all(ids.map(photo)),
    managers: await bench.repositories.enrichments.getManagers(bench.tenantId, [boss]),
  });

  test('are found out for everybody new, in both sizes, with the manager outside the scope', async () => {
    expect(await bench.pass()).toEqual({ isDone: true, missed: 0 });
    const kept = await photo(ann);
    expect(kept?.images.map(({ size, contentType }) => [size, contentType])).toEqual([
      [96, 'image/png'],
      [240, 'image/png'],
    ]);
    for (const { content } of kept!.images) expect(photoTypeOf(Buffer.from(content, 'base64'))).toBe('image/png');
    expect(await enrichment(ann)).toMatchObject({ managerId: boss, photo: { hash: kept!.hash } });
    expect(await enrichment(cas)).toEqual({ teammateId: cas, managerId: null, photo: null });
    expect(await managerOf(bob)).toMatchObject({ displayName: 'Boss', jobTitle: 'CEO', businessPhones: ['+31 30 1'] });
    expect(await managerOf(cas)).toBeNull();
  });

  test('are not asked for again the same day, and nothing is written', async () => {
    await bench.pass();
    const asked = bench.counting('/v1.0/*');
    const { repositories, written } = recordWrites(bench.repositories);
    expect(await bench.pass({ repositories })).toEqual({ isDone: true, missed: 0 });
    expect(asked()).toBe(0);
    expect(written).toEqual([]);
  });

  test('that did not change are neither downloaded nor written again the next day', async () => {
    await bench.pass();
    bench.nextDay();
    const tags = bench.counting('/v1.0/users/*/photo');
    const downloads = bench.counting('/v1.0/users/*/photos/*');
    const { repositories, written } = recordWrites(bench.repositories);
    await bench.pass({ repositories });
    expect([tags(), downloads()]).toEqual([3, 0]);
    // How far it came, and looking for manager profiles nobody needs: no person and no photo.
    expect(new Set(written)).toEqual(new Set(['enrichmentRounds', 'enrichments']));
    expect(written.filter((name) => name === 'enrichments')).toHaveLength(1);
  });

  test('that changed are downloaded, and only those; one that is gone is forgotten', async () => {
    await bench.pass();
    const before = await photo(bob);
    bench.simulator.directory.updateUser(bob, { photo: 'another' });
    bench.simulator.directory.removePhoto(ann);
    bench.nextDay();
    const downloads = bench.counting('/v1.0/users/*/photos/*');
    await bench.pass();
    expect(downloads()).toBe(2);
    expect((await photo(bob))?.hash).not.toBe(before?.hash);
    expect(await photo(ann)).toBeNull();
    expect((await enrichment(ann))?.photo).toBeNull();
  });

  test('one person’s 429 is tried again alone, after the time Graph asks for', async () => {
    const before = bench.simulator.clock.now();
    bench.simulator.faults.add({
      path: `/v1.0/users/${ann}/photo`,
      times: 1,
      kind: 'status',
      status: 429,
      retryAfter: 3.5,
    });
    const [ofAnn, ofBob] = [ann, bob].map((id) => bench.counting(`/v1.0/users/${id}/photo`));
    expect(await bench.pass()).toEqual({ isDone: true, missed: 0 });
    expect([ofAnn!(), ofBob!()]).toEqual([2, 1]);
    expect(bench.simulator.clock.now() - before).toBeGreaterThanOrEqual(3500);
    expect(await photo(ann)).not.toBeNull();
  });

  test('somebody who cannot be asked about holds up nobody and is asked about again', async () => {
    const fault = bench.simulator.faults.add({ path: `/v1.0/users/${ann}/photo`, kind: 'status', status: 503 });
    expect(await bench.pass()).toEqual({ isDone: true, missed: 1 });
    expect(await enrichment(ann)).toBeNull();
    expect(await photo(bob)).not.toBeNull();
    bench.simulator.faults.remove(fault);
    expect(await bench.pass()).toEqual({ isDone: true, missed: 0 });
    expect(await photo(ann)).not.toBeNull();
  });

  test('a photo that answers 400, as of somebody without a mailbox, settles that and no more: the manager arrives', async () => {
    bench.simulator.faults.add({ path: `/v1.0/users/${ann}/photo`, kind: 'status', status: 400 });
    const asked = bench.counting(`/v1.0/users/${ann}/photo`);
    expect(await bench.pass()).toEqual({ isDone: true, missed: 0 });
    expect(await enrichment(ann)).toMatchObject({ managerId: boss, photo: null });
    expect(await photo(bob)).not.toBeNull();
    expect(asked()).toBe(1);
  });

  test.each<[string, string, Fault]>([
    ['a photo described unreadably', 'photo', { kind: 'spoil', property: '@odata.mediaEtag', value: 7 }],
    ['a photo whose bytes alone are refused', 'photo*/$value', { kind: 'status', status: 403 }],
    ['a photo of which only the small size is refused', 'photos/96x96/$value', { kind: 'status', status: 403 }],
  ])('%s settles that and no more until the next round: the manager arrives', async (_name, path, fault) => {
    bench.simulator.faults.add({ ...fault, path: `/v1.0/users/${ann}/${path}` });
    const asked = bench.counting(`/v1.0/users/${ann}/photo`);
    expect(await bench.pass()).toEqual({ isDone: true, missed: 0 });
    expect(await enrichment(ann)).toMatchObject({ managerId: boss });
    expect(await bench.pass()).toEqual({ isDone: true, missed: 0 });
    expect([asked(), await photo(bob)]).toEqual([1, expect.anything()]);
    bench.simulator.faults.clear();
    bench.nextDay();
    await bench.pass();
    expect(await photo(ann)).not.toBeNull();
  });

  test('a manager described unreadably settles that and no more: the photo arrives, and the manager with the next round', async () => {
    const path = `/v1.0/users/${ann}/manager*`;
    bench.simulator.faults.add({ kind: 'spoil', property: 'displayName', value: 7, path });
    expect(await bench.pass()).toEqual({ isDone: true, missed: 0 });
    expect(await enrichment(ann)).toMatchObject({ managerId: null, photo: { hash: expect.any(String) } });
    bench.simulator.faults.clear();
    bench.nextDay();
    await bench.pass();
    expect(await enrichment(ann)).toMatchObject({ managerId: boss });
  });

  test('a photo in none of our sizes is used as it is', async () => {
    bench.simulator.faults.add({ path: `/v1.0/users/${ann}/photos/*`, kind: 'status', status: 404 });
    expect(await bench.pass()).toEqual({ isDone: true, missed: 0 });
    const kept = await photo(ann);
    expect(kept?.images.map(({ size }) => size)).toHaveLength(2);
    expect(new Set(kept?.images.map(({ content }) => content)).size).toBe(1);
  });

  test('a photo in none of our sizes that cannot be read now is neither lost nor given up', async () => {
    await bench.pass();
    const before = await photo(ann);
    bench.simulator.directory.updateUser(ann, { photo: 'ann-again' });
    bench.simulator.faults.add({ path: `/v1.0/users/${ann}/photos/*`, kind: 'status', status: 404 });
    bench.simulator.faults.add({ path: `/v1.0/users/${ann}/photo/$value`, kind: 'status', status: 503 });
    bench.nextDay();
    await bench.pass();
    expect(await photo(ann)).toEqual(before);
    bench.simulator.faults.clear();
    bench.nextDay();
    await bench.pass();
    expect((await photo(ann))?.hash).not.toBe(before?.hash);
  });

  test('a manager in scope is read from the teammate, and from what the pass saw once they leave', async () => {
    await bench.pass();
    const profile = samplePerson({ id: boss, displayName: 'Boss of today' });
    await bench.repositories.teammates.save(bench.tenantId, [sampleTeammate({ id: boss, profile })]);
    await bench.pass();
    expect((await managerOf(ann))?.displayName).toBe('Boss of today');
    await bench.repositories.teammates.save(bench.tenantId, [
      sampleTeammate({ id: boss, profile, status: 'disabled', disabledAt: profile.id }),
    ]);
    expect((await managerOf(ann))?.displayName).toBe('Boss');
  });

  test('a manager who is renamed, replaced or gone is so the next day, and nobody else’s profile stays', async () => {
    await bench.pass();
    bench.simulator.directory.updateUser(boss, { displayName: 'Boss II' });
    bench.simulator.directory.setManager(bob, cas);
    bench.nextDay();
    await bench.pass();
    expect((await managerOf(ann))?.displayName).toBe('Boss II');
    expect((await managerOf(bob))?.id).toBe(cas);
    bench.simulator.directory.softDeleteUser(boss);
    bench.nextDay();
    await bench.pass();
    expect(await managerOf(ann)).toBeNull();
    expect(await bench.repositories.enrichments.getManagers(bench.tenantId, [boss])).toEqual([]);
  });

  test('without permission for photos managers are known, nobody is asked in vain, and photos we have stay', async () => {
    await bench.begin(crowded, crowd);
    const forbidden = bench.simulator.faults.add({ path: '/v1.0/users/*/photo', kind: 'forbidden' });
    const tags = bench.counting('/v1.0/users/*/photo');
    expect(await bench.pass()).toEqual({ isDone: true, missed: 0 });
    expect(tags()).toBe(20);
    expect(await enrichment(crowd[24]!)).toMatchObject({ managerId: crowd[0], photo: null });
    bench.simulator.faults.remove(forbidden);
    bench.nextDay();
    await bench.pass();
    expect(await photo(crowd[24]!)).not.toBeNull();
    bench.simulator.faults.add({ path: '/v1.0/users/*/photo', kind: 'forbidden' });
    bench.nextDay();
    await bench.pass();
    expect(await photo(crowd[24]!)).not.toBeNull();
  });

  test('wait while a sync is under way, and go on after it', async () => {
    await bench.repositories.runs.add(bench.tenantId, run('going'));
    const asked = bench.counting('/v1.0/*');
    expect(await bench.pass()).toEqual({ isDone: false, missed: 0 });
    expect(asked()).toBe(0);
    const { value, revision } = (await bench.repositories.runs.get(bench.tenantId, 'going'))!;
    await bench.repositories.runs.save(bench.tenantId, { ...value, status: 'succeeded' }, revision);
    expect((await bench.pass()).isDone).toBe(true);
  });

  test('a process that dies at any write is carried on by the next, with the same end', async () => {
    const team = crowd.slice(1);
    await bench.begin(crowded, team);
    await bench.pass();
    const wanted = await everything(team);
    for (let at = 1; ; at += 1) {
      await bench.begin(crowded, team);
      const died = await bench.pass(crashAfter(bench.repositories, at)).catch((error: unknown) => error);
      if (!(died instanceof Crash)) {
        // Photos and enrichments of two batches, one manager profile, and that everybody was seen.
        expect(at - 1).toBe(6);
        break;
      }
      await bench.pass();
      expect({ at, ...(await everything(team)) }).toEqual({ at, ...wanted });
    }
  });

  test('a daily round that is interrupted goes on where it was, and stops at once', async () => {
    await bench.pass();
    bench.nextDay();
    const startedAt = new Date(bench.simulator.clock.now()).toISOString();
    await bench.repositories.enrichmentRounds.save(bench.tenantId, { startedAt, after: ann, finishedAt: null });
    const [ofAnn, ofBob] = [ann, bob].map((id) => bench.counting(`/v1.0/users/${id}/photo`));
    const stopped = AbortSignal.abort(new Error('stopping'));
    await expect(bench.pass({ signal: stopped })).rejects.toThrow('stopping');
    await bench.pass();
    expect([ofAnn!(), ofBob!()]).toEqual([0, 1]);
    expect(await bench.repositories.enrichmentRounds.get(bench.tenantId)).toMatchObject({ startedAt, after: null });
  });

  test('stopping does not wait for the time Graph asks for', async () => {
    // Downloads, because nothing else is on its way then that the signal would end as well.
    const path = `/v1.0/users/${ann}/photos/*`;
    const fault = bench.simulator.faults.add({ path, kind: 'status', status: 429, retryAfter: 600 });
    const stop = new AbortController();
    const sleep = (_milliseconds: number, signal?: AbortSignal) =>
      new Promise<never>((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason as Error));
        stop.abort(new Error('stopping'));
      });
    await expect(bench.pass({ signal: stop.signal, sleep })).rejects.toThrow('stopping');
    bench.simulator.faults.remove(fault);
    expect(await bench.pass()).toEqual({ isDone: true, missed: 0 });
  });

  test('of somebody removed or purged are forgotten, those of the same person in another tenant are not', async () => {
    const { enrichments, teammates } = bench.repositories;
    await bench.pass();
    await enrichments.savePhotos('another', [(await photo(ann))!]);
    await enrichments.save('another', [(await enrichment(ann))!]);
    await teammates.save(bench.tenantId, [sampleTeammate({ id: ann, status: 'removed', removedAt: 'now' })]);
    await teammates.purge(bench.tenantId, [bob]);
    for (const id of [ann, bob]) expect([await enrichment(id), await photo(id)]).toEqual([null, null]);
    expect(await enrichments.getPhoto('another', ann)).not.toBeNull();
    // What a pass wrote while somebody was removed goes with the next pass.
    await enrichments.save(bench.tenantId, [{ teammateId: ann, managerId: null, photo: null }]);
    await enrichments.save(bench.tenantId, [{ teammateId: bob, managerId: null, photo: null }]);
    await bench.pass();
    expect([await enrichment(ann), await enrichment(bob)]).toEqual([null, null]);
  });

  test('what is no image is not kept, and the best size there is is shown', async () => {
    expect(photoTypeOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull();
    expect(photoTypeOf(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
    const small = { size: 96, contentType: 'image/png', content: '' } as const;
    expect(imageFor({ images: [small] }, 240)).toBe(small);
    expect(imageFor({ images: [{ ...small, size: 240 }, small] }, 96)).toBe(small);
    expect(imageFor({ images: [] }, 96)).toBeNull();
  });
});
