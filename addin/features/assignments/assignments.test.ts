import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createInstance } from 'i18next';
import {
  assignmentsSchema,
  type Assignments,
  type AssignmentRule,
} from '../../../server/src/contract/signatures/assignments.ts';
import { allTexts } from '../../i18n/allTexts.ts';
import {
  canRestore,
  dropRule,
  mostRules,
  moveRule,
  newRule,
  putRule,
  removedRule,
  removeRule,
  restoreRule,
} from './assignmentEdits.ts';
import { ruleNotes } from './ruleNotes.ts';
import { ruleSentence, type RuleWords } from './ruleSentence.ts';

const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const rule = (name: string, patch: Partial<AssignmentRule> = {}): AssignmentRule => ({
  ...newRule(name, { kind: 'signature', signatureId: id(1) }, 'Europe/Amsterdam'),
  ...patch,
});
const of = (...names: string[]): Assignments => ({
  rules: names.map((name) => rule(name)),
  otherwise: { kind: 'builtIn' },
});
const order = ({ rules }: Assignments) => rules.map((one) => one.id).join('');

describe('the order of rules', () => {
  it('changes by one step, and back by the opposite one, and never loses a rule', () => {
    fc.assert(
      fc.property(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom(-1 as const, 1 as const), (which, by) => {
        const before = of('a', 'b', 'c', 'd');
        const after = moveRule(before, which, by);
        expect([...order(after)].sort().join('')).toBe('abcd');
        if (after !== before) expect(moveRule(after, which, by === 1 ? -1 : 1)).toEqual(before);
      }),
    );
    expect(order(moveRule(of('a', 'b', 'c'), 'a', 1))).toBe('bac');
  });

  it('is as it was let go: before or after any other rule, and all others stay as they stood', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('a', 'b', 'c', 'd'),
        fc.constantFrom('a', 'b', 'c', 'd'),
        fc.boolean(),
        (which, on, after) => {
          const moved = order(dropRule(of('a', 'b', 'c', 'd'), which, { onId: on, after }));
          expect(moved.replace(which, '')).toBe('abcd'.replace(which, ''));
          if (which !== on) expect(moved).toContain(after ? on + which : which + on);
        },
      ),
    );
  });

  it('says why a rule decides for nobody, and of one about replies nothing that was not counted', () => {
    const effect = (days: 'before' | 'now' | 'over', matches = 0) => ({
      ...{
        people: 5,
        otherwise: 5,
        none: 0,
        changed: { count: 0, sample: [] },
        gone: [id(2)],
        notRead: [id(2), id(3), id(5)],
        notPermitted: [id(5)],
      },
      rules: [{ id: 'a', decides: 0, matches, days, sample: [] }],
    });
    const notes = (patch: Partial<AssignmentRule>, all = effect('now')) =>
      ruleNotes(rule('a', patch), all).map(({ note, names }) => [note, ...names].join(' '));
    const group = (digit: number) => ({ id: id(digit), displayName: `G${String(digit)}` });
    expect(notes({})).toEqual(['nobody']);
    expect(notes({}, effect('now', 3))).toEqual([]);
    expect(notes({ composeTypes: ['reply'] })).toEqual([]);
    expect(notes({ enabled: false })).toEqual([]);
    expect(notes({ groups: [group(2), group(3), group(4)] })).toEqual(['gone G2', 'unread G3']);
    const asks = (kind: 'group' | 'unit', digit: number, name?: string) => ({
      ...{ kind, id: id(digit), is: 'notMember' as const },
      ...(name !== undefined && { name }),
    });
    const condition = {
      match: 'all' as const,
      tests: [asks('group', 2), asks('group', 3, 'G3'), asks('unit', 5, 'U5')],
    };
    const found = [`gone ${id(2)}`, 'notPermitted U5', 'unread G3'];
    expect(notes({ condition }, effect('now', 5))).toEqual(found);
    expect(notes({ condition, groups: [group(3)] }, effect('before'))).toEqual(['before', ...found]);
    expect([notes({}, effect('over')), notes({}, effect('before'))]).toEqual([['over'], ['before']]);
  });

  it('takes a new rule at the end, a changed one in its place, and lets one go', () => {
    const changed = putRule(of('a', 'b'), rule('a', { name: 'Other' }));
    expect([order(changed), changed.rules[0]?.name]).toEqual(['ab', 'Other']);
    expect(order(putRule(of('a'), rule('z')))).toBe('az');
    expect(order(removeRule(of('a', 'b'), 'a'))).toBe('b');
  });

  it('is as it was once a removed rule is brought back, and whatever was done since stays', () => {
    const rules = fc.constantFrom('a', 'b', 'c', 'd');
    const since = fc.uniqueArray(fc.record({ name: fc.constantFrom('v', 'w', 'x'), at: fc.nat(6) }), {
      selector: ({ name }) => name,
    });
    fc.assert(
      fc.property(rules, since, fc.option(rules), (which, added, gone) => {
        const before = of('a', 'b', 'c', 'd');
        const removed = removedRule(before, rule(which));
        const without = removeRule(before, which);
        expect(restoreRule(without, removed)).toEqual(before);
        const later = { ...without, otherwise: { kind: 'none' as const }, rules: [...without.rules] };
        added.forEach(({ name, at }) => later.rules.splice(at, 0, rule(name)));
        const now = gone === null ? later : removeRule(later, gone);
        const back = restoreRule(now, removed);
        expect(removeRule(back, which)).toEqual(now);
        const old = order(back).replace(/[vwx]/g, '');
        expect(old).toBe([...'abcd'].filter((name) => name === which || name !== gone).join(''));
      }),
    );
  });

  it('takes a removed rule back once, and only while there is a place for it', () => {
    const removed = removedRule(of('a', 'b'), rule('b'));
    const full: Assignments = { ...of(), rules: Array.from({ length: mostRules }, (_, at) => rule(`r${at}`)) };
    expect([of('a'), of('a', 'b'), full].map((now) => canRestore(now, removed))).toEqual([true, false, false]);
  });

  it('is what the API accepts', () => {
    expect(assignmentsSchema.safeParse(of('a', 'b')).success).toBe(true);
  });
});

describe('a rule in words', () => {
  const texts = createInstance();
  beforeAll(() => texts.init({ resources: allTexts, lng: 'en', interpolation: { escapeValue: false } }));
  const words: RuleWords = {
    texts,
    formats: { list: (items) => items.join(' and '), day: (iso) => iso.slice(0, 10) },
    names: new Map([[id(1), 'Sales']]),
  };

  it('says who gets what, and when', () => {
    const full = rule('a', {
      groups: [{ id: id(2), displayName: 'Team Sales' }],
      composeTypes: ['newMail'],
      recipients: 'external',
      ...{ from: '2026-12-01', until: '2027-01-31' },
    });
    expect(ruleSentence(words, full)).toEqual({
      who: 'Team Sales',
      what: 'Sales',
      also: '',
      when: 'on new mail, to somebody outside, from 2026-12-01 to 2027-01-31',
    });
  });

  it('says everybody where nobody is named, and counts where many are', () => {
    expect(ruleSentence(words, rule('a'))).toEqual({ who: 'Everybody', what: 'Sales', also: '', when: '' });
    const people = ['An', 'Bo', 'Cy', 'Di', 'Ed'].map((displayName, at) => ({ id: id(at), displayName }));
    expect(ruleSentence(words, rule('a', { people })).who).toBe('An, Bo, Cy and 2 more');
  });

  it('says what people may choose by hand', () => {
    const { also } = ruleSentence(words, rule('a', { also: [id(1), id(9)] }));
    expect(also).toBe('People may also choose Sales and a signature that is gone.');
  });

  it('says so where the signature is gone', () => {
    const gone = rule('a', { outcome: { kind: 'signature', signatureId: id(9) } });
    expect(ruleSentence(words, gone).what).toBe('a signature that is gone');
  });
});
