import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compositionSchema, type Composition } from '../../../../../../server/src/contract/signatures/composition.ts';
import { signatureDesignSchema } from '../../../../../../server/src/contract/signatures/signatures.ts';
import { defaultBrand } from '../../../../../../server/src/domain/design/defaultBrand.ts';
import { gallery } from '../../../../../../server/src/domain/design/gallery/gallery.ts';
import type { DraftContent } from './draftContent.ts';
import { dropPiece } from '../pieces/dropPiece.ts';
import { duplicatePiece, removePiece } from '../pieces/editPiece.ts';
import { mergeDrafts as mergeOrNot, type Merged } from './mergeDrafts.ts';
import { indentBlock, movePiece, outdentBlock } from '../pieces/movePiece.ts';
import { outlineOf } from '../pieces/outlineOf.ts';

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

const mergeDrafts = (sides: Parameters<typeof mergeOrNot>[0]): Merged => {
  const merged = mergeOrNot(sides);
  if (merged === null) throw new Error('They cannot be put together.');
  return merged;
};

const newIds = (who: string) => {
  let made = 0;
  return () => `${who}${String((made += 1))}`;
};

const sides = ['before', 'after', 'inside'] as const;

const step = fc.record({ edit: fc.nat(7), at: fc.nat(200) });

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
      () =>
        dropPiece(all, {
          id,
          drop: { onId: pieces[(at * 7 + 3) % pieces.length]?.id ?? '', side: sides[at % 3] ?? 'inside' },
          makeId: ids,
        }),
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
      const both = mergeOrNot({ base: draftOf(design), mine: draftOf(ours), theirs: draftOf(other) });
      fc.pre(both !== null);
      const merged = compositionOf(both.value);
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

/** The first design in which a column after the first holds two lines, with that column and its lines. */
const twoLines = (): { design: Composition; column: string; first: string; second: string } => {
  for (const design of designs) {
    for (const { id, blocks } of design.rows.flatMap(({ columns }) => columns.slice(1))) {
      const [first, second] = blocks.filter(({ kind }) => kind === 'text');
      if (first && second && blocks[0] === first) return { design, column: id, first: first.id, second: second.id };
    }
  }
  throw new Error('There is no such design.');
};

test('a line moved out of a column that its mover then took away stands once, though the other keeps that column', () => {
  const { design, column, first, second } = twoLines();
  const ours = removePiece(movePiece(design, first, -1), column);
  const theirs = movePiece(design, second, -1);
  const { value, clashes } = mergeDrafts({ base: draftOf(design), mine: draftOf(ours), theirs: draftOf(theirs) });
  const merged = outlineOf(compositionOf(value));
  const before = outlineOf(ours).find(({ id }) => id === first);
  expect(merged.filter(({ id }) => id === first).map(({ parentId }) => parentId)).toEqual([before?.parentId]);
  expect(merged.find(({ id }) => id === second)?.parentId).toBe(column);
  expect(clashes).toBe(1);
});

test('a line that one moved into another column says what the other wrote in it', () => {
  const { design, first } = twoLines();
  const moved = movePiece(design, first, -1);
  const both = { value: draftOf(say(moved, first, 'theirs')), clashes: 0 };
  const written = draftOf(say(design, first, 'theirs'));
  expect(mergeDrafts({ base: draftOf(design), mine: draftOf(moved), theirs: written })).toEqual(both);
  expect(mergeDrafts({ base: draftOf(design), mine: written, theirs: draftOf(moved) })).toEqual(both);
});

test('of a condition on groups that both changed ours stands whole, and that is said', () => {
  const { design, first } = twoLines();
  const shownTo = (id: string): Composition => {
    const tests = [{ kind: 'group', id, is: 'member' }];
    const put = (_: string, value: unknown): unknown =>
      typeof value === 'object' && value !== null && 'id' in value && value.id === first
        ? { ...value, condition: { match: 'all', tests } }
        : value;
    return compositionSchema.parse(JSON.parse(JSON.stringify(design, put)));
  };
  const [base, mine, theirs] = ['1', '2', '3'].map((digit) =>
    draftOf(shownTo(`${digit.repeat(8)}-0000-4000-8000-000000000000`)),
  );
  if (!base || !mine || !theirs) throw new Error('There are no drafts.');
  expect(mergeDrafts({ base, mine, theirs })).toEqual({ value: mine, clashes: 1 });
});

test('columns that are too many together, and pieces that were put into each other, cannot be put together', () => {
  const { design, column } = twoLines();
  const filledBy = (who: string): Composition => {
    const ids = newIds(who);
    return Array.from({ length: 6 }).reduce<Composition>((all) => duplicatePiece(all, column, ids), design);
  };
  const base = draftOf(design);
  expect(mergeOrNot({ base, mine: draftOf(filledBy('m')), theirs: draftOf(filledBy('t')) })).toBeNull();
  const [row] = design.rows;
  const [one, other] = row?.columns ?? [];
  if (!row || !one || !other) throw new Error('There are no two columns.');
  const makeId = newIds('g');
  const group = {
    id: 'group',
    condition: null,
    kind: 'group' as const,
    columns: [{ ...other, id: 'inner', blocks: [] }],
  };
  const grouped = { ...design, rows: [{ ...row, columns: [one, { ...other, blocks: [group] }] }] };
  const into = (id: string, onId: string) =>
    draftOf(dropPiece(grouped, { id, drop: { onId, side: 'inside' }, makeId }));
  const crossed = { mine: into(one.id, 'inner'), theirs: into('group', one.id) };
  expect(mergeOrNot({ base: draftOf(grouped), ...crossed })).toBeNull();
});
