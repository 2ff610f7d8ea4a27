import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compositionSchema, type Composition } from '../../../../../../server/src/contract/signatures/composition.ts';
import { defaultBrand } from '../../../../../../server/src/domain/design/defaultBrand.ts';
import { gallery } from '../../../../../../server/src/domain/design/gallery/gallery.ts';
import { dropPiece, type Drop } from './dropPiece.ts';
import { commit, startHistory, undo } from '../draft/history.ts';
import { findPiece, outlineOf } from './outlineOf.ts';

const designs: readonly Composition[] = gallery(defaultBrand).flatMap(({ design: { newMail } }) =>
  newMail.kind === 'composition' ? [compositionSchema.parse(newMail.composition)] : [],
);

const line = (id: string) => ({ id, kind: 'text' as const, condition: null, parts: [], style: {} });
const column = (id: string, ...blocks: object[]) => ({
  ...{ id, width: null, align: 'left', verticalAlign: 'top', padding: 0, border: null },
  blocks,
});
const row = (id: string, ...columns: object[]) => ({ id, gap: 4, condition: null, columns });
const group = (id: string, ...columns: object[]) => ({ id, kind: 'group', condition: null, columns });
const compositionOf = (...rows: object[]): Composition =>
  compositionSchema.parse({
    base: { fontFamily: 'Arial', fontSize: 13, lineHeight: 18, color: '#222222' },
    ...{ width: 600, direction: 'ltr', rows },
  });

const start = compositionOf(
  row('r1', column('c1', line('a'), line('b'), line('c'))),
  row('r2', column('c2', line('d')), column('c3', group('g', column('gc', line('e'))))),
);

const makeId = () => 'new';
const idsIn = (composition: Composition, id: string): string[] =>
  outlineOf(composition).flatMap((placed) => (placed.parentId === id ? [placed.id] : []));
const rowIds = (composition: Composition) => composition.rows.map(({ id }) => id);
const drop = (id: string, onId: string, side: Drop['side']) => dropPiece(start, { id, drop: { onId, side }, makeId });

describe('a piece that is let go on another', () => {
  it('stands before or after it, in its own column as in another', () => {
    expect(idsIn(drop('a', 'c', 'before'), 'c1')).toEqual(['b', 'a', 'c']);
    expect(idsIn(drop('c', 'a', 'before'), 'c1')).toEqual(['c', 'a', 'b']);
    const moved = drop('b', 'd', 'after');
    expect([idsIn(moved, 'c1'), idsIn(moved, 'c2')]).toEqual([
      ['a', 'c'],
      ['d', 'b'],
    ]);
  });

  it('stands at the end of the column or group it is let go in', () => {
    expect(idsIn(drop('a', 'c2', 'inside'), 'c2')).toEqual(['d', 'a']);
    expect(idsIn(drop('a', 'g', 'inside'), 'gc')).toEqual(['e', 'a']);
  });

  it('gets a row of its own between two rows, and a row moves past another', () => {
    expect(rowIds(drop('a', 'r2', 'before'))).toEqual(['r1', 'new', 'r2']);
    expect(rowIds(drop('r1', 'd', 'after'))).toEqual(['r2', 'r1']);
  });

  it('takes a column to another row, and the row it leaves empty goes', () => {
    const moved = drop('c1', 'c3', 'before');
    expect([rowIds(moved), idsIn(moved, 'r2')]).toEqual([['r2'], ['c2', 'c1', 'c3']]);
  });

  it('changes nothing where it cannot stand, or stands already', () => {
    for (const same of [
      drop('g', 'e', 'after'),
      drop('c3', 'gc', 'before'),
      drop('a', 'b', 'before'),
      drop('r1', 'a', 'after'),
    ])
      expect(same).toBe(start);
  });

  it('loses no piece and makes no two of one, wherever it is let go; undo restores every byte', () => {
    const places = fc.record({
      from: fc.nat(99),
      on: fc.nat(99),
      side: fc.constantFrom<Drop['side']>('before', 'after', 'inside'),
    });
    fc.assert(
      fc.property(fc.constantFrom(...designs, start), places, (design, { from, on, side }) => {
        const pieces = outlineOf(design);
        const piece = pieces[from % pieces.length];
        const target = pieces[on % pieces.length];
        if (!piece || !target) return;
        const next = dropPiece(design, { id: piece.id, drop: { onId: target.id, side }, makeId });
        expect(compositionSchema.parse(next)).toEqual(next);
        // A group that loses its last column goes with it.
        const blocks = (all: Composition) =>
          outlineOf(all).flatMap((placed) =>
            placed.level === 'block' && placed.piece.kind !== 'group' ? [placed.id] : [],
          );
        expect(blocks(next).toSorted()).toEqual(blocks(design).toSorted());
        expect(findPiece(next, piece.id)).toBeDefined();
        expect(JSON.stringify(undo(commit(startHistory(design), next)).present)).toBe(JSON.stringify(design));
      }),
    );
  });
});
