import { expect, test } from '@jest/globals';
import { nonePicked, type Condition } from '../design/condition.ts';
import type { SignatureDesign } from '../design/signature.ts';
import { askedContainers } from './askedContainers.ts';
import { noAssignments, type AssignmentRule } from './assignment.ts';

const about = (kind: 'group' | 'unit', id: string): Condition => ({
  match: 'all',
  tests: [
    { kind, id, is: 'member' },
    { kind: 'field', field: 'person.city', is: 'filled' },
  ],
});

const rule: AssignmentRule = {
  id: 'r',
  name: '',
  enabled: false,
  outcome: { kind: 'none' },
  people: [{ id: 'somebody', displayName: '' }],
  groups: [{ id: 'picked', displayName: '' }],
  units: [{ id: 'unit', displayName: '' }],
  condition: about('group', 'asked'),
  composeTypes: [],
  mailboxes: [],
  recipients: 'any',
  from: null,
  until: null,
  timeZone: 'UTC',
};

test('groups and units are found in rules and in every condition of a design, however deep', () => {
  const column = { id: 'c', width: null, align: 'left', verticalAlign: 'top', padding: 0, border: null } as const;
  const html = { id: 'h', kind: 'html', html: '', condition: about('unit', 'deep') } as const;
  const group = { id: 'g', kind: 'group', condition: null, columns: [{ ...column, blocks: [html] }] } as const;
  const row = { id: 'row', gap: 0, condition: about('group', 'row'), columns: [{ ...column, blocks: [group] }] };
  const base = { fontFamily: 'Arial', fontSize: 13, lineHeight: 18, color: '#000000' };
  const composition = { base, width: 600, direction: 'ltr', rows: [row] } as const;
  const design: SignatureDesign = {
    newMail: { kind: 'composition', composition },
    reply: { kind: 'none' },
    forward: { kind: 'sameAsNew' },
    images: 'hosted',
  };
  expect(askedContainers({ ...noAssignments, rules: [rule] }, [design])).toEqual({
    groups: ['asked', 'picked', 'row'],
    units: ['deep', 'unit'],
  });
  expect(askedContainers(noAssignments, [])).toEqual({ groups: [], units: [] });
});

test('a condition for which none was picked yet asks about none', () => {
  const unpicked = { ...rule, condition: about('group', nonePicked) };
  expect(askedContainers({ rules: [unpicked] }, [])).toEqual({ groups: ['picked'], units: ['unit'] });
});
