import * as fc from 'fast-check';
import type { Directory } from '../../../../simulator/directory/directory.ts';
import type { DirectorySeed, DirectoryUser } from '../../../../simulator/directory/model.ts';
import type { Fault } from '../../../../simulator/faults/faults.ts';
import type { Selection } from '../../../src/domain/scope/selection.ts';
import { directoryOf } from '../sync/syncBench.ts';

const idOf = (kind: string, at: number): string =>
  `${kind.repeat(8)}-0000-4000-8000-${at.toString(16).padStart(12, '0')}`;
export const userIds = Array.from({ length: 14 }, (_, at) => idOf('a', at));
export const groupIds = Array.from({ length: 6 }, (_, at) => idOf('b', at));
export const unitIds = Array.from({ length: 2 }, (_, at) => idOf('c', at));

/** Accounts of AI agents: two that are there from the start, and one that may come. */
const agentIds: ReadonlySet<string> = new Set([userIds[3], userIds[7], userIds[12]].map(String));

type Drawn =
  | 'accountEnabled'
  | 'userType'
  | 'mail'
  | 'jobTitle'
  | 'onPremisesExtensionAttributes'
  | 'employeeOrgData'
  | 'proxyAddresses';

const user = (id: string): fc.Arbitrary<Required<Pick<DirectoryUser, Drawn>> & DirectoryUser> =>
  fc
    .record({
      accountEnabled: fc.boolean(),
      userType: fc.constantFrom('Member' as const, 'Guest' as const),
      mail: fc.constantFrom(null, 'x@one.example', 'x@two.example'),
      jobTitle: fc.constantFrom(null, 'Engineer', 'Lead'),
      onPremisesExtensionAttributes: fc.constantFrom(null, { extensionAttribute1: 'D4' }, { extensionAttribute2: 'E' }),
      employeeOrgData: fc.constantFrom(null, { division: 'Sea', costCenter: null }),
      proxyAddresses: fc.constantFrom([], ['SMTP:x@one.example', 'smtp:b@one.example', 'smtp:a@one.example']),
    })
    .map((values) => ({
      id,
      ...(agentIds.has(id) ? { isAgent: true as const } : {}),
      displayName: `Person ${id.slice(-2)}`,
      userPrincipalName: `p${id}@one.example`,
      ...values,
    }));

const members = fc.subarray([...userIds.slice(0, 10), ...groupIds]);

/** Ten of the fourteen people are there from the start; the others may come later. */
export const anyDirectory: fc.Arbitrary<DirectorySeed> = fc
  .record({
    users: fc.tuple(...userIds.slice(0, 10).map(user)),
    groups: fc.tuple(...groupIds.map(() => fc.tuple(members, fc.boolean()))),
    units: fc.tuple(...unitIds.map(() => members)),
  })
  .map(({ users, groups, units }) =>
    directoryOf({
      users,
      groups: groups.map(([memberIds, isUnified], at) => ({
        id: groupIds[at] ?? '',
        displayName: `Group ${String(at)}`,
        groupTypes: isUnified ? ['Unified'] : [],
        memberIds: memberIds.filter((id) => id !== groupIds[at]),
      })),
      units: units.map((memberIds, at) => ({ id: unitIds[at] ?? '', displayName: `Unit ${String(at)}`, memberIds })),
    }),
  );

const picks = (ids: readonly string[], maxLength: number) =>
  fc.subarray([...ids], { maxLength }).map((chosen) => chosen.map((id) => ({ id, displayName: id })));

const anyFilters: fc.Arbitrary<Selection['filters']> = fc.record({
  enabledAccountsOnly: fc.boolean(),
  guests: fc.constantFrom('exclude' as const, 'include' as const, 'only' as const),
  withAgents: fc.option(fc.boolean(), { nil: undefined }),
  withMailboxOnly: fc.boolean(),
  domains: fc.subarray(['one.example', 'two.example']),
});
const noFilters = fc.constant({
  enabledAccountsOnly: false,
  guests: 'include' as const,
  withAgents: true,
  withMailboxOnly: false,
  domains: [],
});

/** Mostly a few picks and no filters: what covers everybody, or nobody, would hide a mistake. */
export const anySelection: fc.Arbitrary<Selection> = fc.record({
  everyone: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  units: picks(unitIds, 2).chain((units) =>
    fc.tuple(...units.map((unit) => fc.boolean().map((includeGroups) => ({ ...unit, includeGroups })))),
  ),
  groups: picks(groupIds, 3),
  people: picks(userIds, 2),
  excludedGroups: picks(groupIds, 1),
  excludedPeople: picks(userIds, 1),
  filters: fc.oneof({ weight: 2, arbitrary: noFilters }, { weight: 1, arbitrary: anyFilters }),
});

/** The same, also where some of what is usual is not asked for. */
export const anyOmission: fc.Arbitrary<Selection> = fc
  .record({ selection: anySelection, omitted: fc.subarray(['jobTitle', 'mobilePhone'] as const) })
  .map(({ selection, omitted }) => (omitted.length === 0 ? selection : { ...selection, omitted }));

/** The same, also with attributes that are asked for only where they are used. */
export const anyReading: fc.Arbitrary<Selection> = fc
  .record({
    selection: anyOmission,
    attributes: fc.subarray(['costCenter', 'division', 'extensionAttribute1', 'otherMailAddresses'] as const),
  })
  .map(({ selection, attributes }) => (attributes.length === 0 ? selection : { ...selection, attributes }));

/** One change of the directory; what cannot be done (any more) is not done. */
export type Mutation = (directory: Directory) => void;

const lives = (directory: Directory, id: string): boolean => directory.findUser(id) !== undefined;
const isThere = (directory: Directory, id: string): boolean => directory.users.find(id) !== undefined;

const personMutations = fc.constantFrom(...userIds).chain((id) =>
  fc.oneof(
    user(id).map((values): Mutation => (directory) => {
      const { accountEnabled, userType, mail, jobTitle } = values;
      const { onPremisesExtensionAttributes, employeeOrgData, proxyAddresses } = values;
      const extended = { onPremisesExtensionAttributes, employeeOrgData, proxyAddresses };
      if (lives(directory, id)) directory.updateUser(id, { accountEnabled, userType, mail, jobTitle, ...extended });
      else if (!isThere(directory, id)) directory.addUser(values);
    }),
    fc.constant<Mutation>((directory) => {
      if (lives(directory, id)) directory.softDeleteUser(id);
    }),
    fc.constant<Mutation>((directory) => {
      if (isThere(directory, id)) directory.restoreUser(id);
    }),
    fc.constant<Mutation>((directory) => {
      if (isThere(directory, id)) directory.hardDeleteUser(id);
    }),
    fc.constantFrom('z', 'a', '1').map((letter): Mutation => (directory) => {
      if (lives(directory, id)) directory.updateUser(id, { userPrincipalName: `${letter}${id}@one.example` });
    }),
  ),
);

const holderMutations = fc
  .tuple(fc.constantFrom(...groupIds, ...unitIds), fc.constantFrom(...userIds, ...groupIds), fc.boolean())
  .filter(([holder, member]) => holder !== member)
  .map(([holder, member, joins]): Mutation => (directory) => {
    const isUnit = unitIds.includes(holder);
    const held = isUnit ? directory.units.find(holder) : directory.groups.findLive(holder);
    const memberLives = lives(directory, member) || directory.groups.findLive(member) !== undefined;
    if (held === undefined || (joins && !memberLives)) return;
    if (isUnit) {
      if (joins) directory.addUnitMember(holder, member);
      else directory.removeUnitMember(holder, member);
    } else if (joins) directory.addMember(holder, member);
    else directory.removeMember(holder, member);
  });

const groupMutations = fc.constantFrom(...groupIds).chain((id) =>
  fc.constantFrom<Mutation>(
    (directory) => {
      if (directory.groups.findLive(id) !== undefined) directory.deleteGroup(id);
    },
    (directory) => {
      if (directory.groups.find(id) !== undefined) directory.restoreGroup(id);
    },
    (directory) => {
      if (directory.groups.findLive(id)?.groupTypes?.includes('Unified') !== true) return;
      directory.deleteGroup(id);
      directory.restoreGroup(id);
    },
    (directory) => {
      if (directory.groups.findLive(id) !== undefined) directory.updateGroup(id, { displayName: 'renamed' });
    },
  ),
);

export const anyMutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 5, arbitrary: personMutations },
  { weight: 6, arbitrary: holderMutations },
  { weight: 1, arbitrary: groupMutations },
);

const passingEffects = fc.oneof(
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom(429, 500, 502, 503, 504),
    retryAfter: fc.constantFrom(1, 2.128, 0, 'soon', 'Wed, 21 Oct 2026 07:28:00 GMT'),
  }),
  fc.constantFrom(429, 503).map((status) => ({ kind: 'status' as const, status })),
  fc.boolean().map((midBody) => ({ kind: 'reset' as const, midBody })),
  fc.constant({ kind: 'truncate' as const }),
  fc.constant({ kind: 'emptyPage' as const }),
);

const passingFault: fc.Arbitrary<Fault> = fc
  .tuple(
    passingEffects,
    fc.constantFrom('/v1.0/*', '/v1.0/*members*', '/v1.0/users*', '/v1.0/*delta*', '/v1.0/$batch'),
    fc.record({ times: fc.integer({ min: 1, max: 3 }), after: fc.integer({ min: 0, max: 6 }) }),
  )
  .map(([effect, path, when]) => ({ ...effect, path, ...when }));

/** A token that is refused once is renewed; one refused twice in a row is a refusal, and no trouble that passes. */
const expiredToken: fc.Arbitrary<Fault> = fc
  .tuple(fc.constantFrom('/v1.0/*members?*', '/v1.0/users?*', '/v1.0/*delta*'), fc.integer({ min: 0, max: 6 }))
  .map(([path, after]) => ({ kind: 'tokenExpired' as const, path, after, times: 1 }));

/** What is wrong with a link and not with the line; a reading from the beginning mends it. */
const brokenLink: fc.Arbitrary<Fault> = fc
  .record({
    effect: fc.constantFrom<Fault>(
      { kind: 'status', status: 404, code: 'UnknownError' },
      { kind: 'status', status: 400, code: 'Directory_SomethingNew' },
      { kind: 'gone' },
      { kind: 'noPage' },
      { kind: 'foreignLink', host: 'elsewhere.example' },
    ),
    path: fc.constantFrom(
      '/v1.0/*delta?$deltatoken=*',
      '/v1.0/*delta?$skiptoken=*',
      '/v1.0/groups/delta?$deltatoken=*',
    ),
  })
  .map(({ effect, path }) => ({ ...effect, path, times: 1 }));

/** One person whom Graph describes in a way that cannot be read. */
export interface Spoilt {
  readonly id: string;
  readonly property: string;
  readonly value: unknown;
}

export const anySpoilt: fc.Arbitrary<Spoilt> = fc
  .tuple(
    fc.constantFrom(...userIds.slice(0, 10)),
    fc.constantFrom<Omit<Spoilt, 'id'>>(
      { property: 'jobTitle', value: 7 },
      { property: 'mail', value: { address: 'x' } },
      { property: 'userPrincipalName', value: null },
      { property: 'businessPhones', value: 'none' },
      { property: 'accountEnabled', value: 'yes' },
      { property: 'id', value: undefined },
      { property: 'id', value: 7 },
    ),
  )
  .map(([id, how]) => ({ id, ...how }));

/** Troubles that pass by themselves: after them a run must end as if they had not been. */
export const anyFaults: fc.Arbitrary<readonly Fault[]> = fc
  .tuple(fc.array(passingFault, { maxLength: 3 }), fc.option(expiredToken), fc.option(brokenLink))
  .map((parts) => parts.flat().filter((fault) => fault !== null));
