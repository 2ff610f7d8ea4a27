import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NodeSelection, TextSelection, type EditorState } from 'prosemirror-state';
import { compositionSchema, type CompositionPart } from '../../../../../server/src/contract/signatures/composition.ts';
import { defaultBrand } from '../../../../../server/src/domain/design/defaultBrand.ts';
import { gallery } from '../../../../../server/src/domain/design/gallery/gallery.ts';
import { outlineOf } from '../model/pieces/outlineOf.ts';
import { carryField, divided, isStyled, putPart, removeBeside, toggleStyle } from './lineCommands.ts';
import { documentOf, partAt, partsOf } from './lineDocument.ts';
import { openLine } from './lineState.ts';

const text = (words: string): CompositionPart => ({ kind: 'text', text: { default: words } });
const title: CompositionPart = { kind: 'field', field: 'person.jobTitle', link: 'auto' };

const style = fc.option(
  fc.record(
    {
      bold: fc.boolean(),
      italic: fc.boolean(),
      fontSize: fc.integer({ min: 8, max: 48 }),
      color: fc.constant('#0f6cbd'),
    },
    { requiredKeys: ['bold'] },
  ),
  { nil: undefined },
);
const words = fc.record(
  { default: fc.string({ maxLength: 12 }), byLanguage: fc.constant({ nl: 'woorden' }) },
  { requiredKeys: ['default'] },
);
const styled = <T extends object>(part: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.tuple(part, style).map(([one, look]) => (look === undefined ? one : { ...one, style: look }));
const part: fc.Arbitrary<CompositionPart> = fc.oneof(
  styled(fc.record({ kind: fc.constantFrom('text' as const, 'label' as const), text: words })),
  styled(fc.record({ kind: fc.constant('separator' as const), text: fc.string({ maxLength: 20 }) })),
  styled(fc.record({ kind: fc.constant('link' as const), text: words, href: fc.constant('https://www.example.com') })),
  styled(fc.constant(title)),
  fc.constant({ kind: 'break' as const }),
);

const said = part.filter((one) => one.kind === 'field' || (one.kind === 'text' && one.text.default !== ''));

/** Plain words beside each other that look alike are one, and none are none. */
function joined(parts: readonly CompositionPart[]): CompositionPart[] {
  const isPlain = (one: CompositionPart | undefined) => one?.kind === 'text' && one.text.byLanguage === undefined;
  return parts.reduce<CompositionPart[]>((all, one) => {
    const last = all.at(-1);
    if (one.kind === 'text' && isPlain(one) && one.text.default === '') return all;
    if (one.kind !== 'text' || last?.kind !== 'text' || !isPlain(one) || !isPlain(last)) return [...all, one];
    if (JSON.stringify(one.style) !== JSON.stringify(last.style)) return [...all, one];
    return [...all.slice(0, -1), { ...last, text: { default: last.text.default + one.text.default } }];
  }, []);
}

const selecting = (state: EditorState, from: number, to = from): EditorState =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));

describe('a line in the rich-text library', () => {
  it('is the same line again when it comes back', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        expect(partsOf(documentOf(parts))).toEqual(joined(parts));
      }),
    );
  });

  it('is the same for every line of the gallery, but for a style that says nothing', () => {
    const lines = gallery(defaultBrand).flatMap(({ design: { newMail } }) =>
      newMail.kind === 'composition' ? outlineOf(compositionSchema.parse(newMail.composition)) : [],
    );
    for (const { piece } of lines) {
      if ('kind' in piece && piece.kind === 'text')
        expect(JSON.stringify(partsOf(documentOf(piece.parts)))).toBe(
          JSON.stringify(piece.parts).replaceAll(',"style":{}', ''),
        );
    }
  });

  it('is divided and put together without losing a word', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.nat(40), (parts, at) => {
        const state = openLine(parts);
        const { before, after } = divided(selecting(state, Math.min(at, state.doc.content.size)));
        const said = (all: readonly CompositionPart[]) => openLine(all).doc.textContent;
        expect(said(before) + said(after)).toBe(said(parts));
      }),
    );
  });

  it('gets a field where the caret is, in the middle of words too', () => {
    const state = selecting(openLine([text('ab')]), 1);
    const put = state.apply(putPart(state, title));
    expect(partsOf(put.doc)).toEqual([text('a'), title, text('b')]);
    const undone = put.apply(removeBeside(put, -1) ?? put.tr);
    expect(partsOf(undone.doc)).toEqual([text('ab')]);
  });

  it('carries a field past its neighbours, and keeps hold of it', () => {
    const state = openLine([title, text('a')]);
    const held = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 0)));
    const carried = held.apply(carryField(held, 1) ?? held.tr);
    expect(partsOf(carried.doc)).toEqual([text('a'), title]);
    expect(carried.selection instanceof NodeSelection).toBe(true);
    expect(carryField(carried, 1)).toBeNull();
  });

  it('makes a stretch bold and plain again, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 8 }), fc.nat(30), fc.nat(30), (parts, one, other) => {
        const end = openLine(parts).doc.content.size;
        const state = selecting(openLine(parts), Math.min(one, other, end), Math.min(Math.max(one, other), end));
        if (state.selection.empty) return;
        const bold = isStyled(state, 'bold') ? state : state.apply(toggleStyle(state, 'bold'));
        expect(bold.doc.textContent).toBe(state.doc.textContent);
        const plain = bold.apply(toggleStyle(bold, 'bold'));
        expect(isStyled(plain, 'bold')).toBe(plain.selection.empty);
      }),
    );
  });

  it('refuses what the API would not take', () => {
    const full = openLine(Array.from({ length: 60 }, () => title));
    expect(full.apply(putPart(full, title)).doc.eq(full.doc)).toBe(true);
    const separator = selecting(openLine([{ kind: 'separator', text: '|' }]), 1);
    expect(partsOf(separator.apply(separator.tr.insertText('x'.repeat(20))).doc)).toEqual([
      { kind: 'separator', text: '|' },
    ]);
  });

  it('knows which part the caret is in: the one it stands behind', () => {
    const { doc } = openLine([text('ab'), title, text('c')]);
    expect([0, 1, 2, 3, 4].map((at) => partAt(doc, at, at))).toEqual([0, 0, 0, 1, 2]);
    expect(partAt(doc, 2, 3)).toBe(1);
    expect(partAt(documentOf([]), 0, 0)).toBeNull();
  });
});
