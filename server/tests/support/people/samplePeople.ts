import * as fc from 'fast-check';
import type { DirectoryUser } from '../../../src/domain/directory/directoryUser.ts';
import type { ScopeVerdict } from '../../../src/domain/scope/scopeReason.ts';
import { emptySelection, type Selection } from '../../../src/domain/scope/selection.ts';
import type { Teammate } from '../../../src/domain/teammate/teammate.ts';

/** A person with everything filled in, so that a test names only what it is about. */
export const samplePerson = (change: Partial<DirectoryUser> = {}): DirectoryUser => ({
  id: '7624c1de-3552-4d23-84be-6c257ddd73c4',
  userPrincipalName: 'grace@lindenhof.example',
  accountEnabled: true,
  userType: 'Member',
  mail: 'grace@lindenhof.example',
  displayName: 'Grace O’Connor',
  givenName: 'Grace',
  surname: 'O’Connor',
  jobTitle: 'Engineer',
  department: 'Research',
  companyName: 'Lindenhof',
  officeLocation: 'Utrecht',
  businessPhones: ['+31 30 123 4567'],
  mobilePhone: '06 12345678',
  faxNumber: null,
  streetAddress: 'Maliebaan 1',
  city: 'Utrecht',
  state: null,
  postalCode: '3581 CA',
  country: 'Nederland',
  employeeId: 'L-1',
  preferredLanguage: 'nl-NL',
  ...change,
});

export const inScope: ScopeVerdict = { inScope: true, reasons: [{ kind: 'everyone' }] };
export const outOfScope: ScopeVerdict = { inScope: false, omission: { kind: 'notPicked' }, despite: [] };

export const sampleTeammate = (change: Partial<Teammate> = {}): Teammate => ({
  id: samplePerson().id,
  status: 'active',
  profile: samplePerson(),
  overrides: {},
  scope: inScope,
  addedAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  disabledAt: null,
  removedAt: null,
  departure: null,
  lastRunId: 'first',
  ...change,
});

export const sampleSelection = (change: Partial<Selection> = {}): Selection => ({
  ...emptySelection,
  filters: { enabledAccountsOnly: false, guests: 'include', withMailboxOnly: false, domains: [] },
  ...change,
});

const textOrNull = fc.constantFrom(null, 'one', 'two');

/** People who differ in what filters and comparisons look at. */
export const anyPerson = (id: string): fc.Arbitrary<DirectoryUser> =>
  fc
    .record({
      accountEnabled: fc.boolean(),
      userType: fc.constantFrom('Member' as const, 'Guest' as const),
      mail: fc.constantFrom(null, 'a@one.example', 'a@TWO.example'),
      userPrincipalName: fc.constantFrom('a@one.example', 'a@two.example', 'a_x#EXT#@three.example'),
      displayName: textOrNull,
      jobTitle: textOrNull,
      businessPhones: fc.constantFrom<readonly string[]>([], ['1'], ['1', '2'], ['2', '1']),
    })
    .map((change) => samplePerson({ id, ...change }));
