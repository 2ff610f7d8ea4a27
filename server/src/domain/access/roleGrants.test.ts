import { describe, expect, test } from '@jest/globals';
import {
  grantedRole,
  hasAnotherAdmin,
  noRoleGrants,
  withEntraRole,
  withGrant,
  withoutGrant,
  type GrantedRole,
  type RoleGrants,
} from './roleGrants.ts';

const now = new Date('2026-03-31T12:00:00Z');
const named = (id: string) => ({ id, displayName: id.toUpperCase() });
const granting = (kept: RoleGrants, id: string, role: GrantedRole): RoleGrants =>
  withGrant(kept, { person: named(id), role, by: named('zoe'), at: now.toISOString() });
const seen = (kept: RoleGrants, id: string, seenOn: string): RoleGrants =>
  withEntraRole(kept, { person: named(id), role: 'admin', seenOn });

describe('roles granted here', () => {
  test('are one for each person: granting another takes the place of the first, granting the same changes nothing', () => {
    const one = granting(noRoleGrants, 'bob', 'auditor');
    expect(granting(one, 'bob', 'auditor')).toBe(one);
    const both = granting(granting(one, 'ada', 'auditor'), 'bob', 'admin');
    expect(both.grants.map(({ person, role }) => [person.id, role])).toEqual([
      ['ada', 'auditor'],
      ['bob', 'admin'],
    ]);
    expect(grantedRole(withoutGrant(both, 'bob'), 'bob')).toBe(null);
    expect(grantedRole(withoutGrant(both, 'bob'), 'ada')).toBe('auditor');
  });

  test('leave an administrator while another was granted, or came in through Entra within a month', () => {
    const bob = granting(granting(noRoleGrants, 'bob', 'admin'), 'ada', 'auditor');
    expect(hasAnotherAdmin(bob, 'bob', now)).toBe(false);
    expect(hasAnotherAdmin(granting(bob, 'cem', 'admin'), 'bob', now)).toBe(true);
    expect(hasAnotherAdmin(seen(bob, 'dia', '2026-03-01'), 'bob', now)).toBe(true);
    expect(hasAnotherAdmin(seen(bob, 'dia', '2026-02-28'), 'bob', now)).toBe(false);
    expect(hasAnotherAdmin(seen(bob, 'bob', '2026-03-31'), 'bob', now)).toBe(true);
  });

  test('know who came in through Entra last, once each and a hundred at most', () => {
    const once = seen(noRoleGrants, 'bob', '2026-03-01');
    expect(seen(once, 'bob', '2026-03-01')).toBe(once);
    const many = Array.from({ length: 150 }, (_, at) => `p${String(at)}`).reduce(
      (kept, id) => seen(kept, id, '2026-03-02'),
      once,
    );
    expect(many.throughEntra).toHaveLength(100);
    expect(many.throughEntra[0]?.person.id).toBe('p149');
  });
});
