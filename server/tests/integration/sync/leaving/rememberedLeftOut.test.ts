import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { keptHidden } from '../../../../src/domain/fields/overrides/hidden.ts';
import { usualFields } from '../../../../src/domain/fields/fieldSettings.ts';
import { resolveFields } from '../../../../src/domain/fields/resolveFields.ts';
import { findManager } from '../../../../src/signatures/rendering/findManager.ts';
import { purgeRemoved } from '../../../../src/sync/teammates/purgeRemoved.ts';
import { samplePerson, sampleTeammate } from '../../../support/people/samplePeople.ts';
import { openSlowBench, type SlowBench } from '../../../support/sync/slowBench.ts';
import { directoryOf } from '../../../support/sync/syncBench.ts';

const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [boss, ann, bob, cas] = [idOf(0), idOf(1), idOf(2), idOf(3)] as const;
const mobilePhone = '+31 6 55501234';

const person = (id: string, displayName: string, more: object = {}) => ({
  ...{ id, displayName, userPrincipalName: `${id}@one.example`, mail: `${id}@one.example`, accountEnabled: true },
  ...more,
});

/** Ann and Bob report to Boss, who is in nobody's scope any more. */
const company = directoryOf({
  users: [
    person(boss, 'Boss', { mobilePhone, businessPhones: [] }),
    person(ann, 'Ann', { managerId: boss }),
    person(bob, 'Bob', { managerId: boss }),
    person(cas, 'Cas'),
  ],
});

describe('what a manager left out who was removed, and is forgotten after thirty days', () => {
  let bench: SlowBench;
  beforeAll(async () => {
    bench = await openSlowBench();
  });
  afterAll(() => bench.close());
  beforeEach(() => bench.begin(company, [ann, bob, cas]));

  const leave = async (): Promise<void> => {
    const now = new Date(bench.simulator.clock.now());
    const profile = samplePerson({ id: boss, mobilePhone, businessPhones: [] });
    const removed = { status: 'removed' as const, removedAt: now.toISOString() };
    const overrides = { mobilePhone: keptHidden };
    await bench.repositories.teammates.save(bench.tenantId, [
      sampleTeammate({ id: boss, profile, overrides, ...removed }),
    ]);
  };
  const forget = async (): Promise<void> => {
    bench.simulator.clock.advance(31 * 24 * 60 * 60_000);
    const { repositories, tenantId } = bench;
    await purgeRemoved({ repositories, tenantId, now: new Date(bench.simulator.clock.now()) });
    expect(await repositories.teammates.get(tenantId, boss)).toBeNull();
  };
  const phone = async () => {
    const { repositories, tenantId } = bench;
    const managerId = (await repositories.enrichments.get(tenantId, ann))?.managerId ?? null;
    const manager = await findManager(repositories, { tenantId, managerId }, { settings: usualFields });
    const fields = resolveFields(sampleTeammate(), manager);
    return fields.find(({ key }) => key === 'managerPhone')?.value;
  };
  const profile = async () => (await bench.repositories.enrichments.getManagers(bench.tenantId, [boss]))[0];

  test.each(['daily', 'not once while they were removed'])('stays out where the pass came %s', async (when) => {
    await bench.pass();
    await leave();
    if (when === 'daily') {
      bench.nextDay();
      await bench.pass();
      expect(await profile()).toMatchObject({ mobilePhone, leftOut: ['mobilePhone'] });
    }
    await forget();
    expect(await phone()).toBe('');
    await bench.pass();
    expect(await profile()).toMatchObject({ displayName: 'Boss', mobilePhone, leftOut: ['mobilePhone'] });
    expect(await phone()).toBe('');
  });

  test('stays out where nothing was kept of them yet, and is kept of nobody to whom nobody reports', async () => {
    await bench.pass();
    const { enrichments } = bench.repositories;
    const people = [ann, bob].map((teammateId) => ({ teammateId, managerId: null, photo: null }));
    await enrichments.save(bench.tenantId, people);
    await enrichments.removeUnusedManagers(bench.tenantId);
    await leave();
    await forget();
    expect(await profile()).toBeUndefined();
    await enrichments.save(bench.tenantId, [{ teammateId: ann, managerId: boss, photo: null }]);
    await leave();
    await forget();
    expect(await profile()).toMatchObject({ displayName: null, mobilePhone: null, leftOut: ['mobilePhone'] });
    await bench.pass();
    expect(await profile()).toMatchObject({ displayName: 'Boss', mobilePhone });
    expect(await phone()).toBe('');
  });

  test.each(['they are erased', 'nobody reports to them any more'])(
    'is forgotten with their profile when %s',
    async (why) => {
      const { personalData } = bench.repositories;
      await bench.pass();
      await leave();
      await forget();
      expect(JSON.stringify(await personalData.read(bench.tenantId, boss))).toContain('leftOut');
      if (why === 'they are erased') await personalData.erase(bench.tenantId, boss);
      else {
        for (const id of [ann, bob]) bench.simulator.directory.setManager(id, cas);
        await bench.pass();
      }
      expect(await profile()).toBeUndefined();
    },
  );
});
