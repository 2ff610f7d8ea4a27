import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AssignmentRule, Assignments } from './assignment.ts';
import { choosable } from './choosable.ts';
import { chooseSignature, type MailAsked } from './chooseSignature.ts';

const everybody: AssignmentRule = {
  id: 'r',
  name: 'Everybody',
  enabled: true,
  outcome: { kind: 'signature', signatureId: 's' },
  people: [],
  groups: [],
  units: [],
  condition: null,
  composeTypes: [],
  mailboxes: [],
  recipients: 'any',
  from: null,
  until: null,
  timeZone: 'Europe/Amsterdam',
};

const mail: MailAsked = {
  teammateId: 'sanne',
  person: {
    values: { 'person.city': 'Utrecht' },
    groups: new Set(['g1']),
    units: new Set(['u1']),
    id: 'sanne',
    language: 'nl',
    photoUrl: () => null,
    today: { date: (timeZone) => (timeZone === 'Pacific/Auckland' ? '2026-12-02' : '2026-12-01') },
  },
  composeType: 'newMail',
  from: null,
  ownAddresses: ['Sanne@example.com'],
  recipients: null,
};

const missOf = (rule: Partial<AssignmentRule>, asked: Partial<MailAsked> = {}, published = true) =>
  chooseSignature(
    { rules: [{ ...everybody, ...rule }], otherwise: { kind: 'builtIn' } },
    { ...mail, ...asked },
    () => published,
  ).trace[0]?.missed;

const picked = (id: string) => [{ id, displayName: id }];

describe('who gets which signature', () => {
  test('a rule says first why it does not match', () => {
    expect(missOf({})).toBeNull();
    expect(missOf({ enabled: false })).toBe('off');
    expect(missOf({ people: picked('else'), groups: picked('g2'), units: picked('u2') })).toBe('person');
    expect(missOf({ people: picked('else'), units: picked('u1') })).toBeNull();
    expect(missOf({ groups: picked('g1'), people: picked('else') })).toBeNull();
    expect(
      missOf({
        condition: { match: 'all', tests: [{ kind: 'field', field: 'person.city', is: 'equals', value: 'Ede' }] },
      }),
    ).toBe('condition');
    expect(missOf({ composeTypes: ['reply', 'forward'] })).toBe('composeType');
    expect(missOf({ mailboxes: ['info@example.com'] })).toBe('mailbox');
    expect(missOf({ mailboxes: ['info@example.com'] }, { from: 'INFO@example.com ' })).toBeNull();
    expect(missOf({ mailboxes: ['sanne@example.com'] })).toBeNull();
    expect(missOf({ recipients: 'internal' })).toBe('recipients');
    expect(missOf({ recipients: 'internal' }, { recipients: 'internal' })).toBeNull();
    expect(missOf({ addressees: [] })).toBeNull();
    expect(missOf({ addressees: ['fabrikam.com'] })).toBe('recipients');
    expect(missOf({ addressees: ['fabrikam.com'] }, { addressed: ['ada@fabrikam.com'] })).toBe('recipients');
    expect(missOf({ addressees: ['ada@fabrikam.com', 'fabrikam.com'] }, { addressed: ['fabrikam.com'] })).toBeNull();
    expect(missOf({ addressees: ['fabrikam.com'], recipients: 'internal' }, { addressed: ['fabrikam.com'] })).toBe(
      'recipients',
    );
    expect(missOf({}, {}, false)).toBe('unpublished');
  });

  test('a campaign runs by the day of its own time zone, both days included', () => {
    expect(missOf({ from: '2026-12-01', until: '2026-12-01' })).toBeNull();
    expect(missOf({ until: '2026-12-01', timeZone: 'Pacific/Auckland' })).toBe('date');
    expect(missOf({ from: '2026-12-02' })).toBe('date');
    expect(
      missOf({ from: '2026-12-24' }, { person: { ...mail.person, today: { date: () => '2026-12-25' } } }),
    ).toBeNull();
  });

  test('nobody gets what is not published, by no rule and not as everybody else', () => {
    const { outcome, trace } = chooseSignature(
      { rules: [everybody], otherwise: { kind: 'signature', signatureId: 'gone' } },
      mail,
      () => false,
    );
    expect(outcome).toEqual({ kind: 'none' });
    expect(trace.map(({ ruleId, missed }) => [ruleId, missed])).toEqual([
      ['r', 'unpublished'],
      [null, 'unpublished'],
    ]);
  });

  test('the first rule that matches decides, and earlier ones say why they did not', () => {
    const rule = fc.record({
      enabled: fc.boolean(),
      composeTypes: fc.subarray<'newMail' | 'reply'>(['newMail', 'reply']),
      groups: fc.subarray(['g1', 'g2']).map((ids) => ids.flatMap(picked)),
      signatureId: fc.constantFrom('s1', 's2'),
    });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), (drawn) => {
        const rules = drawn.map(({ signatureId, ...said }, at): AssignmentRule => ({
          ...everybody,
          ...said,
          id: String(at),
          outcome: { kind: 'signature', signatureId },
        }));
        const assignments: Assignments = { rules, otherwise: { kind: 'builtIn' } };
        const { outcome, trace } = chooseSignature(assignments, mail, (id) => id === 's1');
        const first = drawn.findIndex(
          ({ enabled, composeTypes, groups, signatureId }) =>
            enabled &&
            signatureId === 's1' &&
            (composeTypes.length === 0 || composeTypes.includes('newMail')) &&
            (groups.length === 0 || groups.some(({ id }) => id === 'g1')),
        );
        expect(outcome).toEqual(first < 0 ? { kind: 'builtIn' } : rules[first]?.outcome);
        expect(trace.map(({ ruleId }) => ruleId)).toEqual(
          first < 0 ? [...rules.map(({ id }) => id), null] : rules.slice(0, first + 1).map(({ id }) => id),
        );
        expect(trace.map(({ missed }) => missed === null).indexOf(true)).toBe(trace.length - 1);
      }),
    );
  });
});

describe('what people may choose by hand', () => {
  const of = (assignments: Assignments, asked: Partial<MailAsked> = {}, published = (id: string) => id !== 'draft') =>
    choosable(assignments, { ...mail, ...asked }, published);
  const otherwise = { kind: 'builtIn' } as const;

  test('is what the rule that decides lets them, in its order, and nothing that is not published', () => {
    const rules = [
      { ...everybody, id: 'reply', composeTypes: ['reply' as const], also: ['a'] },
      { ...everybody, also: ['c', 'draft', 'b'] },
    ];
    expect(of({ rules, otherwise, also: ['d'] })).toEqual(['c', 'b']);
    expect(of({ rules, otherwise, also: ['d'] }, { composeType: 'reply' })).toEqual(['a']);
    expect(of({ rules: [], otherwise, also: ['d'] })).toEqual(['d']);
    expect(of({ rules: [everybody], otherwise, also: ['d'] })).toEqual([]);
    expect(of({ rules: [], otherwise })).toEqual([]);
  });

  test('is the same whoever is addressed, since what was chosen stays when recipients change', () => {
    const rules = [
      { ...everybody, id: 'out', recipients: 'external' as const, also: ['a', 'b'] },
      { ...everybody, id: 'in', recipients: 'internal' as const, also: ['b', 'c'] },
    ];
    const said = (recipients: MailAsked['recipients']) =>
      [...of({ rules, otherwise, also: ['d'] }, { recipients })].sort();
    expect(said(null)).toEqual(['a', 'b', 'c', 'd']);
    expect(said('internal')).toEqual(said(null));
    expect(said('external')).toEqual(said(null));
  });

  test('is the same whoever of those that rules name is addressed', () => {
    const names = fc.subarray(['ada@fabrikam.com', 'fabrikam.com', 'contoso.com']);
    const side = fc.constantFrom(null, 'internal' as const, 'external' as const);
    const drawnRule = fc.record({
      addressees: names,
      recipients: fc.constantFrom('any' as const, 'external' as const),
    });
    fc.assert(
      fc.property(fc.array(drawnRule, { maxLength: 5 }), names, side, (drawn, addressed, recipients) => {
        const rules = drawn.map((said, at) => ({ ...everybody, ...said, id: String(at), also: [`s${String(at)}`] }));
        const said = of({ rules, otherwise, also: ['d'] }, { addressed, recipients });
        expect([...said].sort()).toEqual([...of({ rules, otherwise, also: ['d'] })].sort());
        const decided = chooseSignature({ rules, otherwise }, { ...mail, addressed, recipients }, () => true);
        expect(said[0]).toBe(`s${decided.trace.at(-1)?.ruleId ?? ''}`.replace(/^s$/, 'd'));
      }),
    );
  });

  test('changes nothing about what comes by itself', () => {
    const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'draft'));
    const rule = fc.record({
      enabled: fc.boolean(),
      composeTypes: fc.subarray<'newMail' | 'reply'>(['newMail', 'reply']),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(rule, ids), { maxLength: 4 }), ids, (drawn, also) => {
        const without = drawn.map(([said], at): AssignmentRule => ({ ...everybody, ...said, id: String(at) }));
        const rules = without.map((each, at) => ({ ...each, also: drawn[at]?.[1] }));
        const isPublished = (id: string): boolean => id !== 'draft';
        expect(chooseSignature({ rules, otherwise, also }, mail, isPublished)).toEqual(
          chooseSignature({ rules: without, otherwise }, mail, isPublished),
        );
      }),
    );
  });
});
