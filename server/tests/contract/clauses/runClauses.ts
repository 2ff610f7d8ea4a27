import { describe, expect, test } from '@jest/globals';
import { Duplicate, StaleRevision } from '../../../src/domain/errors.ts';
import type { PlanAction } from '../../../src/domain/plan/plan.ts';
import { person, planEntry, run, runChange } from '../support/samples.ts';
import { followPages, type RepositoriesFixture } from '../support/withRepositories.ts';

export const runClauses = (fixture: RepositoriesFixture): void => {
  describe('runs', () => {
    test('there is at most one unfinished run of a kind in a tenant, also when two processes add at once', async () => {
      const { repositories, otherRepositories, tenant, otherTenant } = fixture;
      const results = await Promise.allSettled(
        [repositories, otherRepositories, repositories].map(({ runs }, turn) => runs.add(tenant, run(`r${turn}`))),
      );
      const lost = results.filter((result) => result.status === 'rejected');
      expect(lost).toHaveLength(2);
      expect(lost.every((result) => result.reason instanceof Duplicate)).toBe(true);
      await repositories.runs.add(tenant, run('preview', { kind: 'preview' }));
      await repositories.runs.add(otherTenant, run('elsewhere'));
      const active = await repositories.runs.active(tenant, 'sync');
      await repositories.runs.save(tenant, { ...active!, status: 'failed' }, 1);
      expect(await repositories.runs.active(tenant, 'sync')).toBeNull();
      await repositories.runs.add(tenant, run('next', { status: 'applying' }));
      expect((await repositories.runs.active(tenant, 'sync'))?.id).toBe('next');
      const mine = (await repositories.runs.unfinished()).filter((one) => [tenant, otherTenant].includes(one.tenantId));
      expect(mine.map((one) => `${one.tenantId} ${one.run.id}`)).toEqual([
        `${otherTenant} elsewhere`,
        `${tenant} preview`,
        `${tenant} next`,
      ]);
    });

    test('are saved only at the revision they were read at', async () => {
      const { runs } = fixture.repositories;
      expect(await runs.add(fixture.tenant, run('r'))).toEqual({ value: run('r'), revision: 1 });
      const saved = await runs.save(fixture.tenant, run('r', { status: 'reading' }), 1);
      expect(saved.revision).toBe(2);
      await expect(runs.save(fixture.tenant, run('r'), 1)).rejects.toThrow(StaleRevision);
      expect(await runs.get(fixture.tenant, 'r')).toEqual(saved);
      expect(await runs.get(fixture.otherTenant, 'r')).toBeNull();
    });

    test('are listed newest first', async () => {
      const { runs } = fixture.repositories;
      for (const day of ['03', '01', '02']) {
        await runs.add(fixture.tenant, run(day, { status: 'succeeded', startedAt: `2026-01-${day}T00:00:00.000Z` }));
      }
      const all = await followPages((window) => runs.page(fixture.tenant, window), 1);
      expect(all.map(({ id }) => id)).toEqual(['03', '02', '01']);
    });

    test('are read oldest first too, and removed for good', async () => {
      const { runs } = fixture.repositories;
      for (const day of ['03', '01', '02']) {
        await runs.add(fixture.tenant, run(day, { status: 'succeeded', startedAt: `2026-01-${day}T00:00:00.000Z` }));
      }
      await runs.add(fixture.otherTenant, run('02'));
      await runs.remove(fixture.tenant, ['02', 'never']);
      const left = await followPages((window) => runs.pageOldest(fixture.tenant, window), 1);
      expect(left.map(({ id }) => id)).toEqual(['01', '03']);
      expect((await runs.get(fixture.otherTenant, '02'))?.value.id).toBe('02');
    });

    test('leave changes that are read oldest first across runs and people, and removed one by one', async () => {
      const { runChanges } = fixture.repositories;
      const on = (day: string) => ({ at: `2026-01-${day}T00:00:00.000Z` });
      const changes = [runChange('r2', 'a', on('02')), runChange('r1', 'b', on('01')), runChange('r3', 'a', on('03'))];
      await runChanges.add(fixture.tenant, changes);
      await runChanges.add(fixture.otherTenant, changes);
      await runChanges.remove(fixture.tenant, [changes[0]!, { runId: 'r1', teammateId: 'a' }]);
      const left = await followPages((window) => runChanges.pageOldest(fixture.tenant, window), 1);
      expect(left.map(({ runId }) => runId)).toEqual(['r1', 'r3']);
      expect((await runChanges.pageOldest(fixture.otherTenant, { limit: 9 })).items).toHaveLength(3);
    });

    test('leave a history by run and by teammate, in which a change added twice stands once', async () => {
      const { runChanges } = fixture.repositories;
      const changes = [
        runChange('r1', 'b', { displayName: 'Zed' }),
        runChange('r1', 'a', { displayName: 'Émile', action: 'add' }),
        runChange('r1', 'c', { displayName: 'emile' }),
        runChange('r2', 'a', { displayName: 'Emile', at: '2026-02-01T00:00:00.000Z' }),
      ];
      await runChanges.add(fixture.tenant, changes);
      await runChanges.add(fixture.tenant, changes.slice(0, 2));
      const ofRun = async (action?: PlanAction): Promise<readonly string[]> => {
        const filter = action === undefined ? {} : { action };
        const read = followPages((window) => runChanges.pageOfRun(fixture.tenant, 'r1', { ...filter, ...window }), 1);
        return (await read).map(({ teammateId }) => teammateId);
      };
      expect(await ofRun()).toEqual(['a', 'c', 'b']);
      expect(await ofRun('update')).toEqual(['c', 'b']);
      expect(await ofRun('disable')).toEqual([]);
      const ofTeammate = await followPages((window) => runChanges.pageOfTeammate(fixture.tenant, 'a', window), 1);
      expect(ofTeammate.map(({ runId }) => runId)).toEqual(['r2', 'r1']);
      expect((await runChanges.pageOfTeammate(fixture.otherTenant, 'a', { limit: 5 })).items).toEqual([]);
    });
  });

  describe('the entries of a preview', () => {
    test('are removed a few at a time', async () => {
      const { planEntries } = fixture.repositories;
      await planEntries.add(fixture.tenant, 'r', [planEntry('1'), planEntry('2'), planEntry('3')]);
      await planEntries.add(fixture.tenant, 'r2', [planEntry('1')]);
      expect(await planEntries.removeSome(fixture.tenant, 'r', 2)).toBe(true);
      expect(await planEntries.removeSome(fixture.tenant, 'r', 2)).toBe(false);
      expect((await planEntries.page(fixture.tenant, 'r', { limit: 9 })).items).toEqual([]);
      expect((await planEntries.page(fixture.tenant, 'r2', { limit: 9 })).items).toHaveLength(1);
    });

    test('are listed by name, filtered by action and words, and removed with their run alone', async () => {
      const { planEntries } = fixture.repositories;
      const entries = [
        planEntry('1', { displayName: 'Bob Stone', profile: person('1', { mail: 'bob@contoso.com' }) }),
        planEntry('2', { displayName: 'Ada Stone', action: 'hold' }),
        planEntry('3', { displayName: 'Cas' }),
      ];
      await planEntries.add(fixture.tenant, 'r', entries);
      await planEntries.add(fixture.tenant, 'r2', [planEntry('1', { displayName: 'Bob Stone' })]);
      const list = async (filter: { action?: PlanAction; search?: string }): Promise<readonly string[]> => {
        const read = followPages((window) => planEntries.page(fixture.tenant, 'r', { ...filter, ...window }), 1);
        return (await read).map(({ teammateId }) => teammateId);
      };
      expect(await list({})).toEqual(['2', '1', '3']);
      expect(await list({ action: 'hold' })).toEqual(['2']);
      expect(await list({ search: 'stone' })).toEqual(['2', '1']);
      expect(await list({ search: 'stone', action: 'add' })).toEqual(['1']);
      expect(await list({ search: 'bob contoso' })).toEqual(['1']);
      await planEntries.remove(fixture.tenant, 'r');
      expect(await list({})).toEqual([]);
      expect((await planEntries.page(fixture.tenant, 'r2', { limit: 5 })).items).toHaveLength(1);
    });
  });
};
