import { describe, expect, it } from '@jest/globals';
import { changeRow, duplicatePiece, removePiece, replaceBlock } from '../pieces/editPiece.ts';
import { designChanges } from './designChanges.ts';
import { mailOf, withOwn, type DraftContent } from './draftContent.ts';
import { newPieceId } from '../pieces/freshCopy.ts';
import { emptyMail } from '../pieces/newPieces.ts';

const brand = { colors: { accent: '#0f6cbd', text: '#242424', muted: '#616161' }, fontFamily: 'Arial' };
const mail = emptyMail(brand, newPieceId);
if (mail.kind !== 'composition') throw new Error('An empty mail is a composition.');
const { composition } = mail;
const rowId = composition.rows[0]!.id;
const block = composition.rows[0]!.columns[0]!.blocks[0]!;

const draft = (newMail = composition): DraftContent => ({
  name: 'Sales',
  design: {
    newMail: { kind: 'composition', composition: newMail },
    reply: { kind: 'sameAsNew' },
    forward: { kind: 'sameAsReply' },
    images: 'hosted',
  },
});

describe('what changed between two drafts', () => {
  it('is nothing where they are the same', () => expect(designChanges(draft(), draft())).toEqual([]));

  it('counts the pieces that came, went and look different', () => {
    const counted = (after: typeof composition) => designChanges(draft(), draft(after));
    const pieces = { what: 'pieces', composeType: 'newMail', added: 0, removed: 0, changed: 0 };
    expect(counted(changeRow(composition, rowId, { gap: 50 }))).toEqual([{ ...pieces, changed: 1 }]);
    expect(counted(duplicatePiece(composition, rowId, newPieceId))).toEqual([{ ...pieces, added: 3 }]);
    expect(counted(removePiece(composition, rowId))).toEqual([{ ...pieces, removed: 3 }]);
    expect(counted(replaceBlock(composition, { ...block, kind: 'spacer', height: 9 }))).toEqual([
      { ...pieces, changed: 1 },
    ]);
    expect(counted({ ...composition, width: 500 })).toEqual([{ what: 'base', composeType: 'newMail' }]);
  });

  it('names the kind of mail and the name', () => {
    const before = draft();
    const design = withOwn(before.design, 'reply', { kind: 'none' });
    expect(designChanges(before, { name: 'Everybody', design })).toEqual([
      { what: 'name', to: 'Everybody' },
      { what: 'kind', composeType: 'reply' },
    ]);
  });
});

describe('the design of a kind of mail', () => {
  it('follows what it is said to be the same as', () => {
    const { design } = draft();
    expect(mailOf(design, 'forward')).toEqual(design.newMail);
    expect(mailOf(withOwn(design, 'reply', { kind: 'none' }), 'forward')).toBeNull();
    expect(mailOf(withOwn(design, 'forward', { kind: 'html', html: 'x' }), 'forward')).toEqual({
      kind: 'html',
      html: 'x',
    });
  });

  it('is never nothing for a new mail, and a reply is never as a reply', () => {
    const { design } = draft();
    expect(withOwn(design, 'newMail', { kind: 'none' })).toBe(design);
    expect(withOwn(design, 'reply', { kind: 'sameAsReply' })).toBe(design);
  });
});
