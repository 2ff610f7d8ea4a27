import { describe, expect, test } from '@jest/globals';
import type { ChangeSubscription } from '../../../src/domain/schedule/changeSubscription.ts';
import { noSyncState } from '../../../src/domain/schedule/syncState.ts';
import { emptySelection } from '../../../src/domain/scope/selection.ts';
import type { RepositoriesFixture } from '../support/withRepositories.ts';

const at = '2026-01-01T00:00:00.000Z';

const subscription: ChangeSubscription = {
  id: 's',
  feed: 'users',
  clientStateDigest: 'digest',
  notificationUrl: 'https://undersign.example.com/api/notifications',
  renewedAt: at,
  expiresAt: '2026-01-04T00:00:00.000Z',
};

export const scheduleClauses = (fixture: RepositoriesFixture): void => {
  describe('what keeps tenants current by itself', () => {
    test('of two processes that claim a turn at once, one gets it', async () => {
      const { syncStates } = fixture.repositories;
      const before = await syncStates.get(fixture.tenant);
      expect(before).toEqual({ value: noSyncState, revision: 0 });
      const claims = await Promise.all(
        [fixture.repositories, fixture.otherRepositories].map((one) =>
          one.syncStates.claim(fixture.tenant, before, { lastCheckedAt: at }),
        ),
      );
      const won = claims.filter((claim) => claim !== null);
      expect(won).toEqual([{ value: { ...noSyncState, lastCheckedAt: at }, revision: 1 }]);
      expect(await fixture.otherRepositories.syncStates.get(fixture.tenant)).toEqual(won[0]);
      expect(await syncStates.get(fixture.otherTenant)).toEqual({ value: noSyncState, revision: 0 });
    });

    test('a claim keeps what it does not change', async () => {
      const { syncStates } = fixture.repositories;
      const first = await syncStates.claim(fixture.tenant, await syncStates.get(fixture.tenant), { nightlyAt: at });
      await syncStates.claim(fixture.tenant, first!, { lastCheckedAt: at });
      expect((await syncStates.get(fixture.tenant)).value).toEqual({
        ...noSyncState,
        nightlyAt: at,
        lastCheckedAt: at,
      });
    });

    test('a subscription is found by its id, in its own tenant alone, until it is removed', async () => {
      const { changeSubscriptions } = fixture.repositories;
      await changeSubscriptions.save(fixture.tenant, { ...subscription, renewedAt: 'before' });
      await changeSubscriptions.save(fixture.tenant, subscription);
      await changeSubscriptions.save(fixture.tenant, { ...subscription, id: 't', feed: 'groups' });
      expect(await changeSubscriptions.get(fixture.tenant, 's')).toEqual(subscription);
      expect(await changeSubscriptions.get(fixture.otherTenant, 's')).toBeNull();
      expect((await changeSubscriptions.list(fixture.tenant)).map(({ id }) => id)).toEqual(['s', 't']);
      await changeSubscriptions.remove(fixture.tenant, 's');
      await changeSubscriptions.remove(fixture.tenant, 's');
      expect((await changeSubscriptions.list(fixture.tenant)).map(({ id }) => id)).toEqual(['t']);
    });

    test('tenants that were synced are known, others are not', async () => {
      const { checkpoints } = fixture.repositories;
      const checkpoint = {
        snapshotId: 's',
        selection: emptySelection,
        warnings: [],
        runId: 'r',
        at,
        fullAt: at,
        autoDisable: true,
      };
      await checkpoints.save(fixture.tenant, checkpoint);
      const tenants = await fixture.otherRepositories.checkpoints.tenants();
      expect(tenants).toContain(fixture.tenant);
      expect(tenants).not.toContain(fixture.otherTenant);
    });
  });
};
