import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { erasedName } from './personTraits.ts';
import { redactPerson } from './redactPerson.ts';

const id = 'aaaaaaaa-0000-4000-8000-000000000001';
const traits = {
  id,
  names: ['Ada Lovelace'],
  addresses: ['ada@lindenhof.example'],
  pseudonym: 'bbbbbbbb-0000-8000-8000-000000000002',
};
const ada = { id, displayName: 'Ada Lovelace' };
const bob = { id: 'bob', displayName: 'Bob' };

describe('taking one person out of what is about something else', () => {
  test('takes them off lists and leaves everybody else on', () => {
    const kept = {
      people: [ada, bob],
      grants: [
        { person: ada, by: bob },
        { person: bob, by: ada },
      ],
    };
    expect(redactPerson(kept, traits).value).toEqual({
      people: [bob],
      grants: [{ person: bob, by: { id: traits.pseudonym, displayName: erasedName } }],
    });
  });

  test('puts a pseudonym where they did something', () => {
    const run = { startedBy: ada, createdBy: 'Ada Lovelace', subject: { id: id.toUpperCase(), name: 'Ada Lovelace' } };
    expect(redactPerson(run, traits).value).toEqual({
      startedBy: { id: traits.pseudonym, displayName: erasedName },
      createdBy: erasedName,
      subject: { id: traits.pseudonym, name: erasedName },
    });
  });

  test('finds ids and addresses inside texts, and names where several stand in one', () => {
    const changes = [
      { field: `person.${id}`, old: 'Bob, Ada Lovelace', new: 'Ada@Lindenhof.example; mada@lindenhof.example' },
    ];
    expect(redactPerson({ changes }, traits).value.changes).toEqual([
      { field: `person.${traits.pseudonym}`, old: 'Bob, (erased)', new: '(erased); mada@lindenhof.example' },
    ]);
  });

  test('leaves roles, states and kinds alone, although somebody is called so', () => {
    const word = fc.constantFrom('admin', 'auditor', 'designer', 'active', 'sync', 'done', 'consent', 'newMail');
    fc.assert(
      fc.property(word, (called) => {
        const facts = { role: called, state: called, kind: called, trigger: called, scopes: [called] };
        const given = { ...facts, grants: [{ person: bob, role: called, by: { id, displayName: called } }] };
        const { value, mentions } = redactPerson(
          { ...given, by: called, approvedBy: called },
          { ...traits, names: [called] },
        );
        const grants = [{ person: bob, role: called, by: { id: traits.pseudonym, displayName: erasedName } }];
        expect(value).toEqual({ ...facts, grants, by: erasedName, approvedBy: erasedName });
        expect(mentions.map(({ path }) => path)).toEqual(['grants.by.id', 'by', 'approvedBy']);
      }),
    );
  });

  test('leaves groups and people alone who are called the same', () => {
    const [group, namesake] = ['group', 'namesake'].map((other) => ({ id: other, displayName: 'Ada Lovelace' }));
    const kept = { groups: [group], people: [ada, namesake], startedBy: namesake };
    expect(redactPerson(kept, traits).value).toEqual({ ...kept, people: [namesake] });
    expect(redactPerson({ startedBy: namesake }, traits).mentions).toEqual([]);
    const attempt = { id: 'attempt', userId: id, displayName: 'Ada Lovelace' };
    expect(redactPerson(attempt, traits).value).toEqual({
      ...{ id: 'attempt', userId: traits.pseudonym, displayName: erasedName },
    });
  });

  test('leaves designs alone, and hands back the very document where the person is not in it', () => {
    const design = { draft: { html: 'Ada Lovelace' }, name: 'Sales' };
    expect(redactPerson(design, traits)).toEqual({ value: design, mentions: [] });
    expect(redactPerson(design, traits).value).toBe(design);
  });

  test('leaves nothing of them, whatever the document looks like', () => {
    const leaf = fc.constantFrom(id, id.toUpperCase(), 'ADA@lindenhof.example', `x ${id} y`, 'Bob');
    const json = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('any'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('id', 'by', 'people', 'x'), tie('any')),
      ),
    })).any;
    fc.assert(
      fc.property(json, (document) => {
        const { value } = redactPerson({ document }, traits);
        const text = JSON.stringify(value).toLowerCase();
        expect(text.includes(id) || text.includes('ada@lindenhof.example')).toBe(false);
        expect(redactPerson(value, traits).mentions).toEqual([]);
      }),
    );
  });
});
