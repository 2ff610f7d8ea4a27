import { describe, expect, test } from '@jest/globals';
import type { AuditQuery } from '../../../src/ports/repositories/auditRepository.ts';
import { auditEntry } from '../support/samples.ts';
import { followPages, type RepositoriesFixture } from '../support/withRepositories.ts';

const day = (number: number) => ({ at: `2026-01-0${String(number)}T00:00:00.000Z` });

export const auditClauses = (fixture: RepositoriesFixture): void => {
  describe('the audit trail', () => {
    const idsOf = async (query: Omit<AuditQuery, 'limit'> = {}): Promise<readonly string[]> => {
      const read = followPages((window) => fixture.repositories.audit.page(fixture.tenant, { ...query, ...window }), 1);
      return (await read).map(({ id }) => id);
    };

    test('keeps what was written first under an id, also when two processes write at once', async () => {
      const { repositories, otherRepositories, tenant } = fixture;
      const tries = [repositories, otherRepositories, repositories].map(({ audit }, more) =>
        audit.add(tenant, auditEntry('e', { more })),
      );
      expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
      expect(await repositories.audit.add(tenant, auditEntry('e', { more: 9 }))).toBe(false);
      expect((await repositories.audit.page(tenant, { limit: 5 })).items.map(({ more }) => more)).not.toContain(9);
    });

    test('is read newest first, by who, what, about what and when, and by nobody else', async () => {
      const { audit } = fixture.repositories;
      const bob = { id: 'bob', displayName: 'Bob' };
      await audit.add(fixture.tenant, auditEntry('1', day(1)));
      await audit.add(fixture.tenant, auditEntry('3', { ...day(3), person: bob, action: 'startRun' }));
      await audit.add(fixture.tenant, auditEntry('2', { ...day(2), subject: { id: 's', name: null } }));
      await audit.add(fixture.otherTenant, auditEntry('elsewhere', day(2)));
      expect(await idsOf()).toEqual(['3', '2', '1']);
      expect(await idsOf({ personId: 'ada' })).toEqual(['2', '1']);
      expect(await idsOf({ personId: 'ada', at: '2026-01-01' })).toEqual(['1']);
      expect(await idsOf({ action: 'startRun', at: '2026-01' })).toEqual(['3']);
      expect(await idsOf({ subjectId: 's', at: '2026' })).toEqual(['2']);
      expect(await idsOf({ at: '2026-01-02' })).toEqual(['2']);
    });

    test('is read by each of those to whom something was done at once, also from entries that name them in changes alone', async () => {
      const { audit } = fixture.repositories;
      const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
      const changes = [one, other, one].map((id, at) => ({
        field: `person.${id}.city${String(at)}`,
        old: null,
        new: 'x',
      }));
      await audit.add(fixture.tenant, auditEntry('1', { ...day(1), changes }));
      await audit.add(fixture.tenant, auditEntry('2', { ...day(2), about: [other, 's'], changes: [] }));
      await audit.add(fixture.tenant, auditEntry('3', { ...day(3), subject: { id: one, name: null }, about: [other] }));
      await audit.add(fixture.otherTenant, auditEntry('4', { ...day(2), about: [one] }));
      expect(await idsOf({ subjectId: one })).toEqual(['3', '1']);
      expect(await idsOf({ subjectId: other })).toEqual(['3', '2', '1']);
      expect(await idsOf({ subjectId: other, at: '2026-01-02' })).toEqual(['2']);
      expect(await idsOf({ subjectId: 's' })).toEqual(['2']);
    });

    test('forgets the oldest, a few at a time, and none of another tenant', async () => {
      const { audit } = fixture.repositories;
      for (const id of ['1', '2', '3', '4']) await audit.add(fixture.tenant, auditEntry(id, day(Number(id))));
      await audit.add(fixture.otherTenant, auditEntry('1', day(1)));
      expect(await audit.hasBefore(fixture.tenant, day(1).at)).toBe(false);
      expect(await audit.hasBefore(fixture.tenant, day(4).at)).toBe(true);
      expect(await audit.forgetBefore(fixture.tenant, day(4).at, 2)).toBe(true);
      expect(await idsOf()).toEqual(['4', '3']);
      expect(await audit.forgetBefore(fixture.tenant, day(4).at, 2)).toBe(false);
      expect(await idsOf()).toEqual(['4']);
      expect((await audit.page(fixture.otherTenant, { limit: 5 })).items).toHaveLength(1);
    });
  });
};
