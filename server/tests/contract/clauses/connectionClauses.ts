import { describe, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/domain/connection/connection.ts';
import { StaleRevision } from '../../../src/domain/errors.ts';
import { emptySelection } from '../../../src/domain/scope/selection.ts';
import { consentAttempt } from '../support/samples.ts';
import type { RepositoriesFixture } from '../support/withRepositories.ts';

const connection: Connection = {
  state: 'connected',
  kind: 'consent',
  registration: null,
  organization: { displayName: 'Contoso', domains: ['contoso.com'] },
  grantedPermissions: ['User.Read.All'],
  missingPermissions: [],
  firstConnectedAt: null,
  connectedBy: null,
  connectedAt: null,
  checkedAt: null,
  lastError: null,
  problem: null,
  granting: null,
};

export const connectionClauses = (fixture: RepositoriesFixture): void => {
  describe('what a tenant has one of', () => {
    test('the connection is saved over and over', async () => {
      const { connections } = fixture.repositories;
      expect(await connections.get(fixture.tenant)).toBeNull();
      await connections.save(fixture.tenant, connection);
      await connections.save(fixture.tenant, { ...connection, state: 'revoked' });
      expect(await connections.get(fixture.tenant)).toEqual({
        value: { ...connection, state: 'revoked' },
        revision: 2,
      });
      expect(await connections.get(fixture.otherTenant)).toBeNull();
    });

    test('a connection saved by a version that knew less gets what it lacks', async () => {
      const { connections } = fixture.repositories;
      const older = Object.entries(connection).filter(([name]) => !['registration', 'problem'].includes(name));
      await connections.save(fixture.tenant, Object.fromEntries(older) as unknown as Connection);
      expect((await connections.get(fixture.tenant))?.value).toEqual(connection);
    });

    test('of two who change the connection at once, one is told, and tenants that have one are listed', async () => {
      const { connections } = fixture.repositories;
      const results = await Promise.allSettled(
        [fixture.repositories, fixture.otherRepositories].map((one) =>
          one.connections.save(fixture.tenant, connection, 0),
        ),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await expect(connections.save(fixture.tenant, connection, 7)).rejects.toThrow(StaleRevision);
      expect(await connections.tenants()).toContain(fixture.tenant);
    });

    test('of two admins who save a selection at once, one is told to look again', async () => {
      const { selections } = fixture.repositories;
      expect(await selections.get(fixture.tenant)).toBeNull();
      const results = await Promise.allSettled(
        [fixture.repositories, fixture.otherRepositories].map((one) =>
          one.selections.save(fixture.tenant, emptySelection, 0),
        ),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await selections.save(fixture.tenant, { ...emptySelection, everyone: true }, 1)).toBe(2);
      await expect(selections.save(fixture.tenant, emptySelection, 1)).rejects.toThrow(StaleRevision);
      expect(await selections.get(fixture.tenant)).toEqual({
        value: { ...emptySelection, everyone: true },
        revision: 2,
      });
    });

    test('the checkpoint is the last one saved', async () => {
      const { checkpoints } = fixture.repositories;
      expect(await checkpoints.get(fixture.tenant)).toBeNull();
      const at = '2026-01-01T00:00:00.000Z';
      const checkpoint = {
        snapshotId: 's',
        selection: emptySelection,
        warnings: [],
        runId: 'r',
        at,
        fullAt: at,
        autoDisable: true,
      };
      await checkpoints.save(fixture.tenant, { ...checkpoint, isOvertaken: true });
      expect(await checkpoints.get(fixture.tenant)).toEqual({ ...checkpoint, isOvertaken: true });
      await checkpoints.save(fixture.tenant, checkpoint);
      expect(await checkpoints.get(fixture.tenant)).toEqual(checkpoint);
    });
  });

  describe('consent attempts', () => {
    test('are taken once, however many ask at the same time', async () => {
      const { repositories, otherRepositories, tenant, otherTenant } = fixture;
      const attempt = consentAttempt('state-1');
      await repositories.consentAttempts.add(tenant, attempt);
      expect(await repositories.consentAttempts.take(otherTenant, 'state-1')).toBeNull();
      const taken = await Promise.all(
        [repositories, otherRepositories, repositories, otherRepositories].map((one) =>
          one.consentAttempts.take(tenant, 'state-1'),
        ),
      );
      expect(taken.filter((one) => one !== null)).toEqual([attempt]);
      expect(await repositories.consentAttempts.take(tenant, 'never')).toBeNull();
    });

    test('are removed once they expired, and not before', async () => {
      const { consentAttempts } = fixture.repositories;
      const early = Array.from({ length: fixture.readsAll ? 101 : 150 }, (_, index) =>
        consentAttempt(`early-${index}`, { expiresAt: '2026-01-01T00:00:00.000Z' }),
      );
      for (const attempt of [...early, consentAttempt('late')]) await consentAttempts.add(fixture.tenant, attempt);
      await consentAttempts.prune(fixture.tenant, new Date('2026-01-01T00:05:00.000Z'), 5);
      for (const { id } of early) expect(await consentAttempts.take(fixture.tenant, id)).toBeNull();
      expect(await consentAttempts.take(fixture.tenant, 'late')).not.toBeNull();
    });

    test('are forgotten from the oldest on where there are too many', async () => {
      const { consentAttempts } = fixture.repositories;
      for (const minute of [3, 1, 4, 2])
        await consentAttempts.add(
          fixture.tenant,
          consentAttempt(`attempt-${minute}`, { expiresAt: `2026-01-01T00:0${minute}:00.000Z` }),
        );
      await consentAttempts.prune(fixture.tenant, new Date('2025-01-01'), 2);
      const found: (string | undefined)[] = [];
      for (const minute of [1, 2, 3, 4])
        found.push((await consentAttempts.take(fixture.tenant, `attempt-${minute}`))?.id);
      expect(found).toEqual([undefined, undefined, 'attempt-3', 'attempt-4']);
    });
  });

  describe('the tenant that connects first', () => {
    test('is one, however many try at the same time, and stays so', async () => {
      const { repositories, otherRepositories, tenant, otherTenant } = fixture;
      const before = await repositories.firstTenants.get();
      const answers = await Promise.all([
        repositories.firstTenants.claim(tenant),
        otherRepositories.firstTenants.claim(otherTenant),
        repositories.firstTenants.claim(otherTenant),
        otherRepositories.firstTenants.claim(tenant),
      ]);
      expect(new Set(answers).size).toBe(1);
      expect([before ?? answers[0], await otherRepositories.firstTenants.get()]).toEqual([answers[0], answers[0]]);
    });
  });
};
