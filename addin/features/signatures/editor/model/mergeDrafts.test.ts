import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compositionSchema, type Composition } from '../../../../../server/src/contract/signatures/composition.ts';
import { signatureDesignSchema } from '../../../../../server/src/contract/signatures/signatures.ts';
import { defaultBrand } from '../../../../../server/src/domain/design/defaultBrand.ts';
import { gallery } from '../../../../../server/src/domain/design/gallery/gallery.ts';
import type { DraftContent } from './draftContent.ts';
import { duplicatePiece, removePiece } from './editPiece.ts';
import { mergeDrafts } from './mergeDrafts.ts';
import { indentBlock, movePiece, outdentBlock } from './movePiece.ts';
import { outlineOf } from './outlineOf.ts';

const designs: readonly Composition[] = gallery(defaultBrand).flatMap(({ design: { newMail } }) =>
  newMail.kind === 'composition' ? [compositionSchema.parse(newMail.composition)] : [],
);

const draftOf = (composition: Composition, name = 'Usual'): DraftContent => ({
  name,
  design: signatureDesignSchema.parse({
    newMail: { kind: 'composition', composition },
    reply: { kind: 'sameAsNew' },
    forward: { kind: 'none' },
    images: 'hosted',
  }),
});

const compositionOf = ({ design: { newMail } }: DraftContent): Composition => {
  if (newMail.kind !== 'composition') throw new Error('It is no composition any more.');
  return newMail.composition;
};

/** Puts words into every line of one piece. */
const say = (composition: Composition, id: string, words: string): Composition =>
  JSON.parse(
    JSON.stringify(composition, (_, value: unknown) =>
      typeof value === 'object' && value !== null && 'id' in value && value.id === id && 'parts' in value
        ? { ...value, parts: [{ kind: 'text', text: { default: words } }] }
        : value,
    ),
  ) as Composition;

const newIds = (who: string) => {
  let made = 0;
  return () => `${who}${String((made += 1))}`;
};

const step = fc.record({ edit: fc.nat(6), at: fc.nat(200) });

/** What somebody may do to a design, one step after the other. */
const editedBy = (who: string, design: Composition, steps: readonly { edit: number; at: number }[]): Composition => {
  const ids = newIds(who);
  return steps.reduce((all, { edit, at }) => {
    const pieces = outlineOf(all);
    const id = pieces[at % Math.max(1, pieces.length)]?.id ?? '';
    const edits = [
      () => movePiece(all, id, -1),
      () => movePiece(all, id, 1),
      () => removePiece(all, id),
      () => duplicatePiece(all, id, ids),
      () => indentBlock(all, id),
      () => outdentBlock(all, id),
      () => say(all, id, `${who} ${String(at)}`),
    ];
    return edits[edit]?.() ?? all;
  }, design);
};

const anyCase = fc.record({
  design: fc.constantFrom(...designs),
  mine: fc.array(step, { maxLength: 6 }),
  theirs: fc.array(step, { maxLength: 6 }),
});

test('what only one of two people changed is as they made it, whoever that was', () => {
  fc.assert(
    fc.property(anyCase, ({ design, mine }) => {
      const base = draftOf(design);
      const edited = draftOf(editedBy('m', design, mine), 'Other');
      const alone = { value: edited, clashes: 0 };
      expect(mergeDrafts({ base, mine: edited, theirs: base })).toEqual(alone);
      expect(mergeDrafts({ base, mine: base, theirs: edited })).toEqual(alone);
      expect(mergeDrafts({ base, mine: edited, theirs: edited })).toEqual(alone);
    }),
  );
});

test('what both made is one that the API takes, with every piece once, and nothing new of either is missing', () => {
  fc.assert(
    fc.property(anyCase, ({ design, mine, theirs }) => {
      const [ours, other] = [editedBy('m', design, mine), editedBy('t', design, theirs)];
      const { value } = mergeDrafts({ base: draftOf(design), mine: draftOf(ours), theirs: draftOf(other) });
      const merged = compositionOf(value);
      expect(compositionSchema.parse(merged)).toEqual(merged);
      const ids = outlineOf(merged).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const known = new Set(outlineOf(design).map(({ id }) => id));
      const added = [ours, other].flatMap((all) => outlineOf(all)).filter(({ id }) => !known.has(id));
      expect(ids).toEqual(expect.arrayContaining(added.map(({ id }) => id)));
    }),
    { numRuns: 300 },
  );
});

test('different lines that two people wrote stand both; of the same line ours does, and that is said', () => {
  const [design] = designs;
  if (design === undefined) throw new Error('There is no design.');
  const [first = '', second = ''] = outlineOf(design).flatMap(({ id, piece }) => ('parts' in piece ? [id] : []));
  const ours = say(design, first, 'ours');
  const apart = mergeDrafts({
    base: draftOf(design),
    mine: draftOf(ours),
    theirs: draftOf(say(design, second, 'theirs')),
  });
  expect(apart.clashes).toBe(0);
  expect(JSON.stringify(apart.value)).toMatch(/"ours".*"theirs"/);
  const together = mergeDrafts({
    base: draftOf(design),
    mine: draftOf(ours),
    theirs: draftOf(say(design, first, 'theirs')),
  });
  expect(together.clashes).toBe(1);
  expect(JSON.stringify(together.value)).toContain('"ours"');
  expect(JSON.stringify(together.value)).not.toContain('"theirs"');
});

test('a line that one moved and the other wrote in is where the one and as the other wants it', () => {
  const [design] = designs;
  if (design === undefined) throw new Error('There is no design.');
  const id = outlineOf(design).findLast(({ piece }) => 'parts' in piece)?.id ?? '';
  const moved = indentBlock(design, id);
  const { value, clashes } = mergeDrafts({
    base: draftOf(design),
    mine: draftOf(moved),
    theirs: draftOf(say(design, id, 'theirs')),
  });
  expect(clashes).toBe(0);
  expect(compositionOf(value)).toEqual(say(moved, id, 'theirs'));
});
