import { NodeSelection, TextSelection, type EditorState, type Transaction } from 'prosemirror-state';
import type { CompositionPart } from '../../../../../server/src/contract/signatures/composition.ts';
import { documentOf, partsOf, spansOf, type Parts } from './lineDocument.ts';
import { lineSchema, styleMark, styleOfNode, type PartStyle } from './lineSchema.ts';
import { moved } from '../model/pieces/editLists.ts';

export type StyleName = 'bold' | 'italic' | 'underline';

/** What lies in the selection, each piece of it with its place. */
function within({ doc, selection: { from, to } }: EditorState) {
  const found: { from: number; to: number; style: PartStyle }[] = [];
  doc.nodesBetween(from, to, (node, at) => {
    if (node.isLeaf && node.type.name !== 'break')
      found.push({ from: Math.max(from, at), to: Math.min(to, at + node.nodeSize), style: styleOfNode(node) ?? {} });
  });
  return found;
}

/** How what is written next will look. */
function styleHere(state: EditorState): PartStyle {
  const marks = state.storedMarks ?? state.selection.$from.marks();
  const mark = marks.find(({ type }) => type.name === 'style');
  return (mark?.attrs['style'] as PartStyle | undefined) ?? {};
}

const without = (style: PartStyle, name: StyleName): PartStyle =>
  Object.fromEntries(Object.entries(style).filter(([key]) => key !== name));

/** Whether all that is selected is bold, italic or underlined, or what is written next will be. */
export function isStyled(state: EditorState, name: StyleName): boolean {
  const pieces = within(state);
  if (state.selection.empty || pieces.length === 0) return styleHere(state)[name] === true;
  return pieces.every(({ style }) => style[name] === true);
}

/** Makes what is selected bold, italic or underlined, or takes that from it; with nothing selected, what is written next. */
export function toggleStyle(state: EditorState, name: StyleName): Transaction {
  const isOn = isStyled(state, name);
  const changed = (style: PartStyle): PartStyle => (isOn ? without(style, name) : { ...style, [name]: true });
  if (state.selection.empty) {
    const others = (state.storedMarks ?? state.selection.$from.marks()).filter(({ type }) => type.name !== 'style');
    return state.tr.setStoredMarks([...others, ...styleMark(changed(styleHere(state)))]);
  }
  const { style: type } = lineSchema.marks;
  return within(state).reduce((tr, { from, to, style }) => {
    const bare = type ? tr.removeMark(from, to, type) : tr;
    return styleMark(changed(style)).reduce((all, mark) => all.addMark(from, to, mark), bare);
  }, state.tr);
}

/** The line with a part put in where the caret is, or in the place of what is selected; the caret stands behind it. */
export function putPart(state: EditorState, part: CompositionPart): Transaction {
  const { from, to } = state.selection;
  const content = documentOf([part]).content;
  const tr = state.tr.replaceWith(from, to, content);
  return tr.setSelection(TextSelection.create(tr.doc, from + content.size));
}

/** The line as these parts, the caret as near to where it was as there is room. */
export function replaceAll(state: EditorState, parts: Parts): Transaction {
  const { from } = state.selection;
  const tr = state.tr.replaceWith(0, state.doc.content.size, documentOf(parts).content);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size))));
}

/** The field that is selected, one part further; null where it is at the end, or none is selected. */
export function carryField(state: EditorState, by: -1 | 1): Transaction | null {
  const { selection, doc } = state;
  if (!(selection instanceof NodeSelection)) return null;
  const at = spansOf(doc).findIndex(({ from }) => from === selection.from);
  const parts = partsOf(doc);
  const to = at + by;
  if (at === -1 || to < 0 || to >= parts.length) return null;
  const tr = state.tr.replaceWith(0, doc.content.size, documentOf(moved(parts, at, to)).content);
  const place = spansOf(tr.doc)[to]?.from ?? 0;
  return tr.doc.nodeAt(place)?.isText === false ? tr.setSelection(NodeSelection.create(tr.doc, place)) : tr;
}

/** Without what is selected, or without the field beside the caret; null where there is neither. */
export function removeBeside(state: EditorState, by: -1 | 1): Transaction | null {
  const { selection, doc, tr } = state;
  if (!selection.empty) return tr.deleteSelection();
  const { nodeBefore, nodeAfter } = doc.resolve(selection.from);
  const beside = by === -1 ? nodeBefore : nodeAfter;
  if (!beside || beside.isText) return null;
  const start = by === -1 ? selection.from - beside.nodeSize : selection.from;
  return tr.delete(start, start + beside.nodeSize);
}

/** What stands before the caret and what after it; what is selected is in neither. */
export function divided({ doc, selection: { from, to } }: EditorState): { before: Parts; after: Parts } {
  return { before: partsOf(doc.cut(0, from)), after: partsOf(doc.cut(to)) };
}
