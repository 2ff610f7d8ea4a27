import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compositionSchema, type Composition } from '../../../../../../server/src/contract/signatures/composition.ts';
import { defaultBrand } from '../../../../../../server/src/domain/design/defaultBrand.ts';
import { gallery } from '../../../../../../server/src/domain/design/gallery/gallery.ts';
import { duplicatePiece, removePiece } from '../pieces/editPiece.ts';
import { commit, redo, startHistory, undo, type History } from './history.ts';
import { indentBlock, movePiece, outdentBlock } from '../pieces/movePiece.ts';
import { outlineOf } from '../pieces/outlineOf.ts';

const designs: readonly Composition[] = gallery(defaultBrand).flatMap(({ design: { newMail } }) =>
  newMail.kind === 'composition' ? [compositionSchema.parse(newMail.composition)] : [],
);

const copies = (edit: number) => {
  let made = 0;
  return () => `copy-${edit}-${(made += 1)}`;
};

type Edit = (composition: Composition, id: string, nth: number) => Composition;

const edits: readonly Edit[] = [
  (all, id) => movePiece(all, id, -1),
  (all, id) => movePiece(all, id, 1),
  (all, id) => removePiece(all, id),
  (all, id, nth) => duplicatePiece(all, id, copies(nth)),
  (all, id) => indentBlock(all, id),
  (all, id) => outdentBlock(all, id),
];

const steps = fc.array(fc.record({ edit: fc.nat(edits.length - 1), at: fc.nat(200) }), { maxLength: 25 });

const bytes = (composition: Composition): string => JSON.stringify(composition);

function repeat<T>(history: History<T>, step: (history: History<T>) => History<T>, times: number): History<T> {
  return times === 0 ? history : repeat(step(history), step, times - 1);
}

test('whatever is done to a design, it stays one that the API takes and JSON carries, and undo and redo restore every byte', () => {
  fc.assert(
    fc.property(fc.constantFrom(...designs), steps, (design, chosen) => {
      let history = startHistory(design);
      const states = [bytes(design)];
      chosen.forEach(({ edit, at }, nth) => {
        const pieces = outlineOf(history.present);
        const piece = pieces[at % Math.max(1, pieces.length)];
        if (piece === undefined) return;
        const next = edits[edit]?.(history.present, piece.id, nth) ?? history.present;
        if (next !== history.present) states.push(bytes(next));
        history = commit(history, next);
        expect(compositionSchema.parse(JSON.parse(bytes(next)))).toEqual(next);
        expect(new Set(outlineOf(next).map(({ id }) => id)).size).toBe(outlineOf(next).length);
      });
      const undone = repeat(history, undo, states.length + 1);
      expect(bytes(undone.present)).toBe(states[0]);
      expect(bytes(repeat(undone, redo, states.length + 1).present)).toBe(states.at(-1));
    }),
    { numRuns: 60 },
  );
});
