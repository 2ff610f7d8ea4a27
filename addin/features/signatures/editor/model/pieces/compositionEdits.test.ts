import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compositionSchema, type Composition } from '../../../../../../server/src/contract/signatures/composition.ts';
import { most } from './editLists.ts';
import {
  changeColumn,
  changeRow,
  duplicatePiece,
  insertColumn,
  insertRow,
  removePiece,
  replaceBlock,
} from './editPiece.ts';
import { commit, redo, startHistory, undo, type History } from '../draft/history.ts';
import { indentBlock, movePiece, outdentBlock } from './movePiece.ts';
import { emptyMail, insertBlock, newBanner, newBlock, newColumn, newRow, type Beginnings } from './newPieces.ts';
import { findPiece, outlineOf } from './outlineOf.ts';

const openIds = () => {
  let count = 0;
  return () => `p${String((count += 1))}`;
};

const beginnings = (makeId: () => string): Beginnings => ({
  makeId,
  colors: { accent: '#0f6cbd', text: '#242424', muted: '#616161' },
  website: '',
  timeZone: 'Europe/Amsterdam',
  words: { text: 'Text', button: 'Call me', legal: 'Small print' },
});

const kinds = ['text', 'image', 'social', 'divider', 'spacer', 'button', 'legal', 'group', 'html'] as const;

/** One edit somebody can make: what, on which piece, and a number to choose with. */
const edits = fc.array(
  fc.record({
    what: fc.constantFrom('add', 'banner', 'row', 'column', 'copy', 'remove', 'up', 'down', 'in', 'out', 'change'),
    on: fc.nat(40),
    choice: fc.nat(100),
  }),
  { maxLength: 40 },
);
type Edit = { what: string; on: number; choice: number };

const openEditor = () => {
  const makeId = openIds();
  const begin = beginnings(makeId);
  const start = emptyMail({ ...begin, fontFamily: 'Arial, sans-serif' }, makeId);
  if (start.kind !== 'composition') throw new Error('An empty mail is a composition.');
  type Make = (composition: Composition, at: { id: string; selectedId: string | null; choice: number }) => Composition;
  const change: Make = (composition, { id, choice }) => {
    const placed = findPiece(composition, id);
    if (placed?.level === 'row') return changeRow(composition, id, { gap: choice });
    if (placed?.level === 'column') return changeColumn(composition, id, { padding: choice });
    return placed ? replaceBlock(composition, { ...newBlock('spacer', begin), id }) : composition;
  };
  const made: Readonly<Record<string, Make>> = {
    add: (composition, { selectedId, choice }) =>
      insertBlock(composition, newBlock(kinds[choice % kinds.length] ?? 'text', begin), { selectedId, makeId }),
    banner: (composition, { selectedId }) =>
      insertBlock(composition, newBanner(begin, 'a'.repeat(64)), { selectedId, makeId }),
    row: (composition, { selectedId }) => insertRow(composition, newRow(makeId), selectedId),
    column: (composition, { id }) => insertColumn(composition, id, newColumn(makeId)),
    copy: (composition, { id }) => duplicatePiece(composition, id, makeId),
    remove: (composition, { id }) => removePiece(composition, id),
    up: (composition, { id }) => movePiece(composition, id, -1),
    down: (composition, { id }) => movePiece(composition, id, 1),
    in: (composition, { id }) => indentBlock(composition, id),
    out: (composition, { id }) => outdentBlock(composition, id),
    change,
  };
  const apply = (composition: Composition, { what, on, choice }: Edit): Composition => {
    const outline = outlineOf(composition);
    const selectedId = outline[on % Math.max(1, outline.length)]?.id ?? null;
    return made[what]!(composition, { id: selectedId ?? '', selectedId, choice });
  };
  return { start: start.composition, apply, makeId, begin };
};

const idsOf = (composition: Composition): string[] => outlineOf(composition).map(({ id }) => id);

describe('editing a composition', () => {
  it('never makes what the API would refuse, whatever is done in whatever order', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const { start, apply } = openEditor();
        const result = list.reduce(apply, start);
        expect(compositionSchema.safeParse(result).error?.issues).toBeUndefined();
        expect(new Set(idsOf(result)).size).toBe(idsOf(result).length);
      }),
    );
  });

  it('moves pieces without losing or copying any', () => {
    fc.assert(
      fc.property(edits, fc.nat(40), fc.constantFrom('up', 'down', 'in', 'out'), (list, on, what) => {
        const { start, apply } = openEditor();
        const before = list.reduce(apply, start);
        const after = apply(before, { what, on, choice: 0 });
        expect([...idsOf(after)].sort()).toEqual([...idsOf(before)].sort());
      }),
    );
  });

  it('is undone to the last byte, and done again', () => {
    fc.assert(
      fc.property(edits, fc.array(fc.constantFrom<string | null>(null, 'typing')), (list, marks) => {
        const { start, apply } = openEditor();
        let history: History<Composition> = startHistory(start);
        list.forEach((edit, at) => (history = commit(history, apply(history.present, edit), marks[at] ?? null)));
        const end = JSON.stringify(history.present);
        const steps = history.past.length;
        for (let step = 0; step < steps; step += 1) history = undo(history);
        expect(JSON.stringify(history.present)).toBe(JSON.stringify(start));
        for (let step = 0; step < steps; step += 1) history = redo(history);
        expect(JSON.stringify(history.present)).toBe(end);
      }),
    );
  });

  it('takes what was typed in one go back in one step', () => {
    const typed = ['J', 'Ja', 'Jan'].reduce((history, text) => commit(history, text, 'name'), startHistory(''));
    expect(undo(typed).present).toBe('');
    expect(undo(commit(typed, 'Jan!', 'other')).present).toBe('Jan');
    expect(redo(undo(typed)).present).toBe('Jan');
  });

  it('moves a block through its column and on into the next, and back the same way', () => {
    const { start, makeId, begin } = openEditor();
    const [row] = start.rows;
    const two = insertColumn(start, row?.id ?? '', newColumn(makeId, [newBlock('divider', begin)]));
    const id = row?.columns[0]?.blocks[0]?.id ?? '';
    const down = movePiece(two, id, 1);
    expect(down.rows[0]?.columns.map(({ blocks }) => blocks.map(({ kind }) => kind))).toEqual([
      [],
      ['text', 'divider'],
    ]);
    expect(movePiece(down, id, -1)).toEqual(two);
    expect(movePiece(two, id, -1)).toEqual(two);
  });

  it('puts a block into the group before it and takes it out again, never a group into a group', () => {
    const { start, makeId, begin } = openEditor();
    const name = start.rows[0]?.columns[0]?.blocks[0]?.id ?? '';
    const group = newBlock('group', begin);
    const other = newBlock('group', begin);
    const line = newBlock('text', begin);
    const all = [group, other, line].reduce(
      (composition, block, at) =>
        insertBlock(composition, block, { selectedId: [name, group.id, other.id][at] ?? null, makeId }),
      start,
    );
    const inside = indentBlock(all, line.id);
    expect(findPiece(inside, line.id)?.depth).toBe((findPiece(all, line.id)?.depth ?? 0) + 2);
    expect(outdentBlock(inside, line.id)).toEqual(all);
    expect(indentBlock(all, other.id)).toEqual(all);
  });

  it('takes the row along with its last column, and stops at what the API accepts', () => {
    const { start, makeId } = openEditor();
    const column = start.rows[0]?.columns[0]?.id ?? '';
    expect(removePiece(start, column).rows).toEqual([]);
    const id = start.rows[0]?.id ?? '';
    let full = start;
    for (let round = 0; round < most.rows + 3; round += 1) full = duplicatePiece(full, id, makeId);
    expect(full.rows).toHaveLength(most.rows);
  });
});
