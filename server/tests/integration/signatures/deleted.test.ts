import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { StoredImage } from '../../../src/domain/design/image.ts';
import { samplePerson } from '../../../src/domain/design/samplePerson.ts';
import type { Signature, SignatureDesign } from '../../../src/domain/design/signature.ts';
import { openSecretBox } from '../../../src/identity/secrets/secretBox.ts';
import type { Repositories } from '../../../src/ports/repositories.ts';
import { openedDesigns } from '../../../src/signatures/designs/openedDesigns.ts';
import { openPublished } from '../../../src/signatures/designs/openPublished.ts';
import { removeImage } from '../../../src/signatures/images/removeImage.ts';
import { bringBackSignature } from '../../../src/signatures/designs/removeSignature.ts';
import type { StorageEngine } from '../../../src/storage/collection.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import { openDeletedSweep } from '../../../src/sync/signatures/openDeletedSweep.ts';
import { everyoneUnfiltered } from '../../support/people/selections.ts';
import { openScheduleBench } from '../../support/sync/scheduleBench.ts';
import { openTestStore, type TestStore } from '../../support/sync/testStore.ts';

const day = 24 * 60 * 60_000;
const tenant = 'contoso';

const designOf = (html: string): SignatureDesign => ({
  newMail: { kind: 'html', html },
  ...{ reply: { kind: 'none' }, forward: { kind: 'none' }, images: 'hosted' },
});

const imageOf = (id: string): StoredImage => ({
  ...{ id, name: 'banner.png', contentType: 'image/png', width: 10, height: 20, bytes: 7 },
  addedAt: '2026-01-01T00:00:00.000Z',
});

const signature = (id: string): Signature => ({
  ...{ id, name: id, published: null, createdBy: 'Ada', updatedBy: 'Ada' },
  ...{ createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' },
  draft: designOf('Hello'),
});

describe('signatures that were deleted', () => {
  let store: TestStore;
  let engine: StorageEngine;
  let repositories: Repositories;
  let now: number;
  const clock = { now: () => new Date(now), sleep: () => setImmediate() };

  beforeEach(async () => {
    now = Date.parse('2026-11-01T12:00:00Z');
    store = openTestStore();
    engine = await store.open();
    repositories = openRepositories(engine);
  });
  afterEach(async () => {
    await engine.close();
    await store.remove();
  });

  const deleted = async (id: string, days: number): Promise<void> => {
    await repositories.signatures.save(tenant, signature(id), 0);
    await repositories.signatures.remove(tenant, id, new Date(now - days * day).toISOString());
  };
  const kept = async (): Promise<readonly string[]> =>
    (await repositories.signatures.listDeleted(tenant, '2000')).map(({ value }) => value.id);

  test('can be brought back to the last moment of the thirty days, and then no more', async () => {
    await deleted('late', 30);
    await deleted('too-late', 30 + 1 / day);
    const desk = { repositories, clock };
    await expect(bringBackSignature(desk, tenant, 'too-late')).rejects.toMatchObject({ status: 404 });
    expect(await bringBackSignature(desk, tenant, 'late')).toEqual({ value: signature('late'), revision: 3 });
    await expect(bringBackSignature(desk, tenant, 'late')).rejects.toMatchObject({ status: 404 });
  });

  test('hold their images for as long as they can be brought back', async () => {
    const id = 'a'.repeat(64);
    await repositories.images.add(tenant, imageOf(id), Buffer.from('picture'));
    const shows = { ...signature('shows'), draft: designOf(`<img src="cid:${id}">`) };
    await repositories.signatures.save(tenant, shows, 0);
    await repositories.signatures.remove(tenant, 'shows', new Date(now - 29 * day).toISOString());
    const removal = () => removeImage({ repositories, clock }, tenant, id);
    await expect(removal()).rejects.toMatchObject({ code: 'image-in-deleted', values: { signatures: ['shows'] } });
    now += 2 * day;
    await removal();
    expect(await repositories.images.get(tenant, id)).toBeNull();
  });

  test('are forgotten after thirty days, and others are not', async () => {
    await deleted('long', 45);
    await deleted('recent', 29);
    await repositories.signatures.save(tenant, signature('used'), 0);
    const sweep = openDeletedSweep({ repositories, clock });
    expect([await sweep(tenant), await sweep(tenant)]).toEqual([true, false]);
    expect(await kept()).toEqual(['recent']);
    now += 2 * day;
    await sweep(tenant);
    expect(await kept()).toEqual([]);
    expect(await repositories.signatures.get(tenant, 'used')).not.toBeNull();
  });

  test('cost one question in ten minutes while none of them is due', async () => {
    await deleted('recent', 3);
    let questions = 0;
    const { signatures } = repositories;
    const counted: Repositories['signatures'] = {
      ...signatures,
      isAnyDeletedBefore: (...asked) => {
        questions += 1;
        return signatures.isAnyDeletedBefore(...asked);
      },
      purge: () => Promise.reject(new Error('None is due.')),
    };
    const scrub = () => Promise.reject(new Error('Nothing was forgotten.'));
    const sweep = openDeletedSweep({ repositories: { signatures: counted, scrub }, clock });
    for (let look = 0; look < 10; look += 1) {
      await sweep(tenant);
      now += 60_000;
    }
    expect(questions).toBe(1);
    await sweep(tenant);
    expect(questions).toBe(2);
  });
});

test('an image that was missing when a design was prepared is shown once it is there', async () => {
  const store = openTestStore();
  const engine = await store.open();
  const repositories = openRepositories(engine);
  try {
    const [one, other] = ['a'.repeat(64), 'b'.repeat(64)];
    const design = designOf(`<p>Hello</p><img src="cid:${one}" alt="One"><img src="cid:${other}" alt="Other">`);
    const published = { version: 1, design, at: '2026-01-01T00:00:00.000Z', by: 'Ada' };
    const clock = { now: () => new Date('2026-11-01T12:00:00Z'), sleep: () => setImmediate() };
    const desk = {
      repositories,
      clock,
      publicUrl: 'https://u.example',
      openedDesigns: openedDesigns(),
      secretBox: openSecretBox(new Uint8Array(32)),
    };
    const person = samplePerson({ date: () => '2026-11-01' });
    const shown = async () => {
      const render = await openPublished(desk, tenant, { signatureId: 's', published });
      const { html } = render('newMail', person);
      return [one, other].filter((id) => html.includes(id));
    };
    expect(await shown()).toEqual([]);
    await repositories.images.add(tenant, imageOf(other), Buffer.from('picture'));
    expect(await shown()).toEqual([other]);
    await repositories.images.add(tenant, imageOf(one), Buffer.from('picture'));
    expect([await shown(), await shown()]).toEqual([
      [one, other],
      [one, other],
    ]);
  } finally {
    await engine.close();
    await store.remove();
  }
});

test('deleted signatures are forgotten by a server to which nobody says anything', async () => {
  const bench = await openScheduleBench();
  try {
    bench.simulator.clock.set('2026-03-10T12:00:00Z');
    const { repositories, look, sync } = await bench.openReplica();
    await sync(everyoneUnfiltered);
    const { signatures } = repositories;
    await signatures.save(bench.tenantId, signature('long'), 0);
    await signatures.remove(bench.tenantId, 'long', new Date(bench.simulator.clock.now()).toISOString());
    bench.simulator.clock.advance(29 * day);
    await look();
    expect(await signatures.getDeleted(bench.tenantId, 'long')).not.toBeNull();
    bench.simulator.clock.advance(day);
    await look();
    expect(await signatures.getDeleted(bench.tenantId, 'long')).toBeNull();
  } finally {
    await bench.close();
  }
});
