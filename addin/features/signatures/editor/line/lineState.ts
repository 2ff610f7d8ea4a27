import { EditorState, Plugin } from 'prosemirror-state';
import type { CompositionPart } from '../../../../../server/src/contract/signatures/composition.ts';
import { most } from '../model/pieces/editLists.ts';
import { documentOf, partsOf, type Parts } from './lineDocument.ts';

const longest = (part: CompositionPart): boolean => {
  if (part.kind === 'separator') return part.text.length <= 20;
  return part.kind === 'field' || part.kind === 'break' || part.text.default.length <= 2000;
};

/** Nothing that the API would not take: such a change does not happen. */
const limits = new Plugin({
  filterTransaction: (tr) => {
    if (!tr.docChanged) return true;
    const parts = partsOf(tr.doc);
    return parts.length <= most.parts && parts.every(longest);
  },
});

/** A line as the rich-text library holds it. Undo is not its own: the whole signature has one. */
export const openLine = (parts: Parts): EditorState =>
  EditorState.create({ doc: documentOf(parts), plugins: [limits] });
