import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { runChange, teammate } from '../../../tests/contract/support/samples.ts';
import { documentArbitraries } from '../../../tests/contract/support/everyCollection.ts';
import { profileAttributes } from '../../domain/directory/directoryUser.ts';
import { declarations } from './collections.ts';
import { compactRunChange, compactTeammate } from './compactDocuments.ts';
import type { Compaction } from '../collection.ts';

const compacted = declarations.filter(({ compact }) => compact !== undefined);

/** Before people were lists, and since. */
const shapes = [3, 4];

/** As an engine does it: what it gets back went through a file as text. */
const stored = <T>(
  { pack, unpack }: Compaction<T>,
  document: T,
  { id, shape }: { id: string; shape: number },
): unknown => unpack(JSON.parse(JSON.stringify(pack(document, shape))) as Readonly<Record<string, unknown>>, id);

const everyShape = compacted.flatMap(({ name }) => shapes.map((shape) => ({ name, shape })));

test.each(everyShape)('every document of $name comes back as it was in shape $shape', ({ name, shape }) => {
  const declaration = compacted.find((one) => one.name === name);
  const documents = documentArbitraries[name as keyof typeof documentArbitraries] as fc.Arbitrary<never>;
  fc.assert(
    fc.property(documents, (document) => {
      const { id, compact } = declaration ?? { id: () => '', compact: undefined };
      expect(stored(compact as Compaction<never>, document, { id: id(document), shape })).toEqual(document);
      expect(compact?.unpack(document, id(document))).toEqual(document);
    }),
  );
});

test.each(shapes)(
  'what somebody had and has not is no less of a change than what somebody new has, in shape %d',
  (shape) => {
    const value = fc.oneof(fc.constant(null), fc.string(), fc.boolean(), fc.array(fc.string(), { maxLength: 2 }));
    const field = fc.oneof(fc.string(), fc.constantFrom('1', '__proto__', ...profileAttributes));
    const change = fc.record({ field, old: fc.oneof(fc.constant(null), value), new: value });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 4 }), fc.constantFrom('run', 'r/u/n'), (changes, runId) => {
        const document = runChange(runId, 'person', { changes });
        expect(stored(compactRunChange, document, { id: `${runId}/person`, shape })).toEqual(document);
      }),
    );
  },
);

test.each(shapes)(
  'every attribute that differs from the usual is kept in shape %d, and none costs anything else',
  (shape) => {
    const usual = teammate('a', {});
    for (const attribute of profileAttributes) {
      const other = {
        ...usual,
        profile: { ...usual.profile, [attribute]: attribute === 'accountEnabled' ? false : 'x' },
      };
      expect(stored(compactTeammate, other, { id: 'a', shape })).toEqual(other);
    }
    expect(JSON.stringify(compactTeammate.pack(usual, shape)).length).toBeLessThan(JSON.stringify(usual).length / 2);
  },
);

test('what somebody new has is kept without the names of it, and without a place for what comes after the last', () => {
  const changes = [
    { field: 'userPrincipalName', old: null, new: 'a@lindenhof.example' },
    { field: 'displayName', old: null, new: 'Anna' },
  ];
  expect(compactRunChange.pack(runChange('r', 'a', { changes }), 4)).toMatchObject({
    came: ['a@lindenhof.example', null, null, null, 'Anna'],
  });
  const { profile } = teammate('a', { displayName: 'Anna', city: 'Gent' });
  const { profile: list } = compactTeammate.pack(teammate('a', { displayName: 'Anna', city: 'Gent' }), 4) as {
    readonly profile: readonly unknown[];
  };
  expect([list[1], list[13], list.length]).toEqual([profile.displayName, profile.city, 14]);
});
