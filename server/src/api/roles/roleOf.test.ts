import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { grantedRoles } from '../../domain/access/roleGrants.ts';
import type { Caller } from '../../ports/identity.ts';
import { entraRoleOf, roleOf } from './roleOf.ts';

const appRoles = { admin: 'Undersign.Admin', designer: 'Undersign.Designer', auditor: 'Undersign.Auditor' } as const;
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
const globalReader = 'f2ef992c-3afb-46b9-b7cf-a126ee74c451';

const callerWith = (given: readonly string[], directoryRoles: readonly string[] = []): Caller => ({
  ...{ tenantId: 't', userId: 'u', displayName: 'U', userPrincipalName: 'u@x.example' },
  ...{ directoryRoles, appRoles: given },
});

describe('the role of somebody', () => {
  test('is the highest of those that app roles and the grant here give, in whatever order they come', () => {
    const some = fc.subarray([...grantedRoles]);
    fc.assert(
      fc.property(some, fc.option(fc.constantFrom(...grantedRoles)), fc.boolean(), (entra, granted, isTurned) => {
        const named = [...entra.map((role) => appRoles[role]), 'Other.Admin'];
        const caller = callerWith(isTurned ? named.toReversed() : named, [globalReader]);
        const held = [...entra, ...(granted === null ? [] : [granted])];
        expect(roleOf(caller, granted)).toBe(grantedRoles.find((role) => held.includes(role)) ?? 'teammate');
        expect(entraRoleOf(caller)).toBe(entra[0] ?? null);
      }),
    );
  });

  test('is that of an administrator for whoever may consent, whatever else they hold', () => {
    for (const role of grantedRoles)
      expect(roleOf(callerWith([appRoles[role]], [globalAdministrator]), role)).toBe('admin');
  });

  test('stands between an administrator’s and an auditor’s where it is to design', () => {
    expect(grantedRoles).toEqual(['admin', 'designer', 'auditor']);
    expect(roleOf(callerWith(['Undersign.Designer']), 'auditor')).toBe('designer');
    expect(roleOf(callerWith(['Undersign.Auditor']), 'designer')).toBe('designer');
    expect(roleOf(callerWith(['Undersign.Designer']), 'admin')).toBe('admin');
  });
});
