import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Fault } from '../../../../simulator/faults/faults.ts';
import { generateDirectory } from '../../../../simulator/seed/generateDirectory.ts';
import { sampleSelection } from '../../support/people/samplePeople.ts';
import { directoryOf, openSyncBench, type SyncBench } from '../../support/sync/syncBench.ts';

describe('everybody of a large directory, where Graph does not answer the questions that make reading fast', () => {
  let bench: SyncBench;
  const { users } = generateDirectory({ users: 3100 });
  const everyone = sampleSelection({ everyone: true });
  beforeAll(async () => {
    bench = await openSyncBench({ pageSize: 200 });
  });
  beforeEach(() => bench.begin(directoryOf({ users })));
  afterAll(() => bench.close());

  test.each<[string, Omit<Fault, 'kind'>]>([
    ['none of them', { path: '/v1.0/users?*filter=*' }],
    ['one of them', { path: '/v1.0/users?*filter=*', after: 9, times: 1 }],
    ['the further pages of any', { path: '/v1.0/users?*filter=*skiptoken*' }],
  ])('is read in one listing: %s', async (_which, asked) => {
    bench.simulator.faults.add({ ...asked, kind: 'status', status: 400 });
    expect((await bench.sync(everyone)).counts).toMatchObject({ add: 3100, inScope: 3100 });
  });

  test('is not read twice because one of them cannot be read, who is named once', async () => {
    const [{ id = '' } = {}] = users;
    bench.simulator.faults.add({ kind: 'spoil', property: 'displayName', value: 7, id });
    const run = await bench.sync(everyone);
    expect(run.warnings).toMatchObject([{ code: 'element-unreadable', id, property: 'displayName' }]);
    expect(run.counts).toMatchObject({ add: 3099 });
    expect(run.progress.readsKnown).toBe(27);
  });

  test('names who cannot be read once, though slices and the one listing both came to them', async () => {
    const [{ id = '' } = {}] = users;
    bench.simulator.faults.add({ kind: 'spoil', property: 'displayName', value: 7, id });
    bench.simulator.faults.add({ path: '/v1.0/users?*filter=*', after: 20, times: 1, kind: 'status', status: 400 });
    expect((await bench.sync(everyone)).warnings).toHaveLength(1);
  });

  test('is read in one listing: the one that takes too long an address, with all that is read of everybody', async () => {
    const attributes = Array.from(
      { length: 20 },
      (_, at) => `extension_6f1c2d3e4b5a49788796a5b4c3d2e1f0_attributeNumber${String(at)}` as const,
    );
    const run = await bench.sync({ ...everyone, attributes });
    expect(run.counts).toMatchObject({ add: 3100, inScope: 3100 });
    expect(run.progress.readsKnown).toBe(28);
  });
});

describe('everybody of a large directory', () => {
  test('is read in slices side by side, odd first letters included, each person once', async () => {
    const bench = await openSyncBench({ pageSize: 999 });
    const odd = ['1st', 'émile', 'o’neil', '_svc', 'Ünal', '山田', '-x', 'ßa'].map((name, at) => ({
      id: `dddddddd-0000-4000-8000-${String(at).padStart(12, '0')}`,
      displayName: name,
      userPrincipalName: `${name}@one.example`,
      accountEnabled: true,
    }));
    try {
      const { users } = generateDirectory({ users: 3200 });
      await bench.begin(directoryOf({ users: [...users, ...odd] }));
      const run = await bench.sync(sampleSelection({ everyone: true }));
      expect(run.counts).toMatchObject({ add: 3208, inScope: 3208 });
      expect(run.progress).toMatchObject({ peopleRead: 3208, readsKnown: 27, applied: 3208 });
      for (const { id } of odd) expect(await bench.repositories.teammates.get(bench.tenantId, id)).not.toBeNull();
    } finally {
      await bench.close();
    }
  });
});
