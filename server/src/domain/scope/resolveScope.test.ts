import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { anyPerson, samplePerson, sampleSelection } from '../../../tests/support/people/samplePeople.ts';
import type { DirectoryUser } from '../directory/directoryUser.ts';
import { resolveScope } from './resolveScope.ts';
import { openScopeContext, type GroupEdge } from './scopeContext.ts';
import type { Picked, ScopeFilters, Selection } from './selection.ts';

const pick = (id: string): Picked => ({ id, displayName: `name of ${id}` });
const unitPick = (id: string, includeGroups = false) => ({ ...pick(id), includeGroups });
const nested = (containerId: string, groupId: string): GroupEdge => ({ container: 'group', containerId, groupId });
const inUnit = (containerId: string, groupId: string): GroupEdge => ({ container: 'unit', containerId, groupId });

interface Facts {
  readonly selection: Selection;
  readonly edges?: readonly GroupEdge[];
  readonly containers?: readonly string[];
  readonly person?: DirectoryUser | null;
}

const verdictOn = ({ selection, edges = [], containers = [], person = samplePerson({ id: 'p' }) }: Facts) => {
  const groupNames = Object.fromEntries(edges.map(({ groupId }) => [groupId, `name of ${groupId}`]));
  const context = openScopeContext({ selection, groupEdges: edges, groupNames });
  return resolveScope(context, { id: 'p', person, containerIds: containers });
};

describe('who is in scope', () => {
  test('a member of a nested group is in, with the whole chain from the picked group down', () => {
    const selection = sampleSelection({ groups: [pick('a')] });
    const verdict = verdictOn({ selection, edges: [nested('a', 'b'), nested('b', 'c')], containers: ['c'] });
    expect(verdict).toEqual({ inScope: true, reasons: [{ kind: 'group', chain: [pick('a'), pick('b'), pick('c')] }] });
  });

  test('groups that contain each other in a circle are walked once', () => {
    const selection = sampleSelection({ groups: [pick('a')] });
    const edges = [nested('a', 'b'), nested('b', 'c'), nested('c', 'a'), nested('b', 'b')];
    expect(verdictOn({ selection, edges, containers: ['c'] }).inScope).toBe(true);
  });

  test('in a diamond the shortest chain explains', () => {
    const selection = sampleSelection({ groups: [pick('top')] });
    const edges = [nested('top', 'long'), nested('long', 'longer'), nested('longer', 'end'), nested('top', 'end')];
    expect(verdictOn({ selection, edges, containers: ['end'] })).toMatchObject({
      reasons: [{ kind: 'group', chain: [pick('top'), pick('end')] }],
    });
  });

  test('a group inside a unit counts only when the admin said so', () => {
    const facts = { edges: [inUnit('u', 'a'), nested('a', 'b')], containers: ['b'] };
    expect(verdictOn({ ...facts, selection: sampleSelection({ units: [unitPick('u')] }) }).inScope).toBe(false);
    expect(verdictOn({ ...facts, selection: sampleSelection({ units: [unitPick('u', true)] }) })).toEqual({
      inScope: true,
      reasons: [{ kind: 'unit', unit: pick('u'), chain: [pick('a'), pick('b')] }],
    });
  });

  test('an exclusion wins over every pick, also through a nested group, and says which', () => {
    const selection = sampleSelection({
      everyone: true,
      people: [pick('p')],
      groups: [pick('b')],
      excludedGroups: [pick('a')],
    });
    expect(verdictOn({ selection, edges: [nested('a', 'b')], containers: ['b'] })).toMatchObject({
      inScope: false,
      omission: { kind: 'excludedGroup', chain: [pick('a'), pick('b')] },
      despite: [{ kind: 'everyone' }, { kind: 'person' }, { kind: 'group' }],
    });
  });

  test('an excluded person is out although picked by name', () => {
    const selection = sampleSelection({ people: [pick('p')], excludedPeople: [pick('p')] });
    expect(verdictOn({ selection })).toMatchObject({ omission: { kind: 'excludedPerson' } });
  });

  test('somebody the directory no longer has is out, whatever is picked', () => {
    const selection = sampleSelection({ everyone: true, people: [pick('p')] });
    expect(verdictOn({ selection, person: null })).toMatchObject({ omission: { kind: 'notInDirectory' } });
  });

  test.each<[string, Partial<ScopeFilters>, Partial<DirectoryUser>, object | null]>([
    ['a disabled account', { enabledAccountsOnly: true }, { accountEnabled: false }, { kind: 'accountDisabled' }],
    ['a disabled account, filter off', { enabledAccountsOnly: false }, { accountEnabled: false }, null],
    ['an AI agent, where nothing is said', {}, { isAgent: true }, { kind: 'agent' }],
    ['an AI agent', { withAgents: false }, { isAgent: true }, { kind: 'agent' }],
    ['an AI agent, let in', { withAgents: true }, { isAgent: true }, null],
    ['a guest', { guests: 'exclude' }, { userType: 'Guest' }, { kind: 'guest' }],
    ['a guest, let in', { guests: 'include' }, { userType: 'Guest' }, null],
    ['a member among guests', { guests: 'only' }, {}, { kind: 'notGuest' }],
    ['a guest among guests', { guests: 'only' }, { userType: 'Guest' }, null],
    ['somebody without a mailbox', { withMailboxOnly: true }, { mail: null }, { kind: 'noMailbox' }],
    ['another domain', { domains: ['x.example'] }, {}, { kind: 'otherDomain', domain: 'lindenhof.example' }],
    ['the domain in capitals', { domains: ['lindenhof.example'] }, { mail: 'G@LINDENHOF.EXAMPLE' }, null],
    ['the domain of the name, without mail', { domains: ['lindenhof.example'] }, { mail: null }, null],
    [
      'a guest by the domain of their mail',
      { domains: ['partner.example'] },
      { userType: 'Guest', mail: 'x@partner.example', userPrincipalName: 'x_partner.example#EXT#@lindenhof.example' },
      null,
    ],
  ])('filters decide about %s', (...[, filters, change, omission]) => {
    const selection = sampleSelection({
      everyone: true,
      filters: { ...sampleSelection().filters, ...filters },
    });
    const verdict = verdictOn({ selection, person: samplePerson({ id: 'p', ...change }) });
    expect(verdict.inScope ? null : verdict.omission).toEqual(omission);
  });
});

const groupIds = ['g0', 'g1', 'g2', 'g3', 'g4', 'g5'];
const unitIds = ['u0', 'u1'];
const picks = (ids: readonly string[]) => fc.subarray([...ids]).map((chosen) => chosen.map(pick));
const edgesArbitrary = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(...groupIds, ...unitIds), fc.constantFrom(...groupIds))
    .map(([from, to]) => (from.startsWith('u') ? inUnit(from, to) : nested(from, to))),
  { maxLength: 14, selector: (edge) => `${edge.containerId}>${edge.groupId}` },
);
const selectionArbitrary: fc.Arbitrary<Selection> = fc.record({
  everyone: fc.boolean(),
  units: fc.subarray(unitIds).chain((ids) => fc.tuple(...ids.map((id) => fc.boolean().map((on) => unitPick(id, on))))),
  groups: picks(groupIds),
  people: picks(['p', 'q']),
  excludedGroups: picks(groupIds),
  excludedPeople: picks(['p', 'q']),
  filters: fc.record({
    enabledAccountsOnly: fc.boolean(),
    guests: fc.constantFrom('exclude' as const, 'include' as const, 'only' as const),
    withMailboxOnly: fc.boolean(),
    domains: fc.subarray(['one.example', 'two.example', 'three.example']),
  }),
});
const factsArbitrary = fc.record({
  selection: selectionArbitrary,
  edges: edgesArbitrary,
  containers: fc.subarray([...groupIds, ...unitIds]),
  person: fc.option(anyPerson('p'), { freq: 10 }),
});

/** The same question answered the slow and obvious way: may one get from a root to a container of the person? */
const reaches = (root: string, edges: readonly GroupEdge[], ends: readonly string[]): boolean => {
  const reached = new Set([root]);
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const edge of edges) if (reached.has(edge.containerId)) reached.add(edge.groupId);
  }
  return ends.some((end) => reached.has(end));
};

const isPicked = ({ selection, edges = [], containers = [] }: Facts): boolean =>
  selection.everyone ||
  selection.people.some(({ id }) => id === 'p') ||
  selection.groups.some(({ id }) => reaches(id, edges, containers)) ||
  selection.units.some((unit) =>
    unit.includeGroups ? reaches(unit.id, edges, containers) : containers.includes(unit.id),
  );

const isExcluded = ({ selection, edges = [], containers = [] }: Facts): boolean =>
  selection.excludedPeople.some(({ id }) => id === 'p') ||
  selection.excludedGroups.some(({ id }) => reaches(id, edges, containers));

const passesFilters = (person: DirectoryUser, filters: ScopeFilters): boolean => {
  const domain = (person.mail ?? person.userPrincipalName).split('@').at(-1)?.toLowerCase() ?? '';
  return [
    !filters.enabledAccountsOnly || person.accountEnabled,
    filters.guests === 'include' || (filters.guests === 'only') === (person.userType === 'Guest'),
    !filters.withMailboxOnly || person.mail !== null,
    filters.domains.length === 0 || filters.domains.includes(domain),
  ].every(Boolean);
};

describe('scope against a second opinion', () => {
  test('any selection over any nesting covers exactly whom a plain search covers', () => {
    fc.assert(
      fc.property(factsArbitrary, (facts) => {
        const { person, selection } = facts;
        const expected =
          person !== null && isPicked(facts) && !isExcluded(facts) && passesFilters(person, selection.filters);
        expect(verdictOn(facts).inScope).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('every chain is a real path from a pick to a container the person is in', () => {
    fc.assert(
      fc.property(factsArbitrary, (facts) => {
        const verdict = verdictOn(facts);
        const has = (from: string, to: string) =>
          facts.edges.some((edge) => edge.containerId === from && edge.groupId === to);
        const isPath = (ids: readonly string[]) =>
          ids.every((id, at) => at === 0 || has(ids[at - 1] ?? '', id)) && facts.containers.includes(ids.at(-1) ?? '');
        for (const reason of verdict.inScope ? verdict.reasons : verdict.despite) {
          if (reason.kind === 'group') expect(isPath(reason.chain.map(({ id }) => id))).toBe(true);
          if (reason.kind === 'unit') expect(isPath([reason.unit.id, ...reason.chain.map(({ id }) => id)])).toBe(true);
        }
        if (!verdict.inScope && verdict.omission.kind === 'excludedGroup') {
          expect(isPath(verdict.omission.chain.map(({ id }) => id))).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
