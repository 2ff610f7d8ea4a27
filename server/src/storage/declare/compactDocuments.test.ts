import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { runChange, teammate } from '../../../tests/contract/support/samples.ts';
import { documentArbitraries } from '../../../tests/contract/support/everyCollection.ts';
import { profileAttributes } from '../../domain/directory/directoryUser.ts';
import { declarations } from './collections.ts';
import { compactRunChange, compactTeammate } from './compactDocuments.ts';
import type { Compaction } from '../collection.ts';

const compacted = declarations.filter(({ compact }) => compact !== undefined);

/** As an engine does it: what it gets back went through a file as text. */
const stored = <T>({ pack, unpack }: Compaction<T>, document: T, id: string): unknown =>
  unpack(JSON.parse(JSON.stringify(pack(document))) as Readonly<Record<string, unknown>>, id);

test.each(compacted.map(({ name }) => name))('every document of %s comes back as it was', (name) => {
  const declaration = compacted.find((one) => one.name === name);
  const documents = documentArbitraries[name as keyof typeof documentArbitraries] as fc.Arbitrary<never>;
  fc.assert(
    fc.property(documents, (document) => {
      const { id, compact } = declaration ?? { id: () => '', compact: undefined };
      expect(stored(compact as Compaction<never>, document, id(document))).toEqual(document);
      expect(compact?.unpack(document, id(document))).toEqual(document);
    }),
  );
});

test('what somebody had and has not is no less of a change than what somebody new has', () => {
  const value = fc.oneof(fc.constant(null), fc.string(), fc.boolean(), fc.array(fc.string(), { maxLength: 2 }));
  const change = fc.record({ field: fc.oneof(fc.string(), fc.constantFrom('1', '__proto__')), old: value, new: value });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 4 }), fc.constantFrom('run', 'r/u/n'), (changes, runId) => {
      const document = runChange(runId, 'person', { changes });
      expect(stored(compactRunChange, document, `${runId}/person`)).toEqual(document);
    }),
  );
});

test('every attribute that differs from the usual is kept, and none costs anything where it does not', () => {
  const usual = teammate('a', {});
  for (const attribute of profileAttributes) {
    const other = {
      ...usual,
      profile: { ...usual.profile, [attribute]: attribute === 'accountEnabled' ? false : 'x' },
    };
    expect(stored(compactTeammate, other, 'a')).toEqual(other);
  }
  expect(JSON.stringify(compactTeammate.pack(usual)).length).toBeLessThan(JSON.stringify(usual).length / 2);
});
