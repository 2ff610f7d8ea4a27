import { describe, expect, test } from '@jest/globals';
import type { WebhookDelivery } from '../../../src/domain/integration/webhook.ts';
import type { RepositoriesFixture } from '../support/withRepositories.ts';

const at = (minute: number): string => `2026-01-01T00:0${String(minute)}:00.000Z`;

const delivery = (id: string, webhookId: string, due: number | null): WebhookDelivery => ({
  id,
  webhookId,
  event: 'run.finished',
  body: '{}',
  createdAt: at(Number(id)),
  state: due === null ? 'delivered' : 'waiting',
  attempts: 0,
  nextAttemptAt: due === null ? null : at(due),
  lastAttemptAt: null,
  lastStatus: null,
  lastFailure: null,
});

export const integrationClauses = (fixture: RepositoriesFixture): void => {
  describe('what is on its way to webhooks', () => {
    const idsOf = (list: readonly WebhookDelivery[]): readonly string[] => list.map(({ id }) => id);

    test('is due longest first, of this tenant alone, and no more once it is over', async () => {
      const { repositories, tenant } = fixture;
      const { webhookDeliveries: kept } = repositories;
      await kept.add(tenant, delivery('1', 'a', 5));
      await kept.add(tenant, delivery('2', 'b', 3));
      await kept.add(tenant, delivery('3', 'a', null));
      await kept.add(fixture.otherTenant, delivery('4', 'a', 1));
      expect(idsOf(await kept.due(tenant, new Date(at(5)), 10))).toEqual(['2', '1']);
      expect(idsOf(await kept.due(tenant, new Date(at(4)), 10))).toEqual(['2']);
      expect(await kept.countWaiting(tenant, 'a')).toBe(1);
      await kept.save(tenant, delivery('2', 'b', null));
      expect(await kept.due(tenant, new Date(at(4)), 10)).toEqual([]);
    });

    test('is due at once where a clock that was ahead named the time, and is set right by now', async () => {
      const { webhookDeliveries: kept } = fixture.repositories;
      const later = { nextAttemptAt: '2027-01-01T00:00:00.000Z' };
      await kept.add(fixture.tenant, { ...delivery('1', 'a', 1), ...later, createdAt: '2027-01-01T00:00:00.000Z' });
      await kept.add(fixture.tenant, { ...delivery('2', 'a', 1), ...later, lastAttemptAt: '2026-12-31T23:00:00.000Z' });
      await kept.add(fixture.tenant, { ...delivery('3', 'a', 1), ...later, lastAttemptAt: at(3) });
      expect(idsOf(await kept.due(fixture.tenant, new Date(at(5)), 10))).toEqual(['1', '2']);
    });

    test('is added once, shown newest first, and forgotten oldest first', async () => {
      const { repositories, otherRepositories, tenant } = fixture;
      const tries = [repositories, otherRepositories].map(({ webhookDeliveries }) =>
        webhookDeliveries.add(tenant, delivery('1', 'a', 1)),
      );
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      const { webhookDeliveries: kept } = repositories;
      for (const id of ['2', '3', '4']) await kept.add(tenant, delivery(id, id === '4' ? 'b' : 'a', 1));
      expect(idsOf(await kept.newest(tenant, 'a', 2))).toEqual(['3', '2']);
      await kept.keepNewest(tenant, 'a', 1);
      expect(idsOf(await kept.newest(tenant, 'a', 9))).toEqual(['3']);
      expect(idsOf(await kept.newest(tenant, 'b', 9))).toEqual(['4']);
    });
  });

  describe('a run that was asked for under a key', () => {
    test('is claimed by the first who asks, also between processes, until it is forgotten', async () => {
      const { repositories, otherRepositories, tenant } = fixture;
      const tries = ['x', 'y'].map((runId, index) =>
        [repositories, otherRepositories][index]!.startedOnce.claim(tenant, { id: 'k', asked: 'a', runId, at: at(1) }),
      );
      const [first, second] = await Promise.all(tries);
      expect(first?.runId).toBe(second?.runId);
      await repositories.startedOnce.forgetBefore(tenant, at(2));
      const later = { id: 'k', asked: 'a', runId: 'z', at: at(3) };
      expect(await repositories.startedOnce.claim(tenant, later)).toEqual(later);
    });
  });
};
