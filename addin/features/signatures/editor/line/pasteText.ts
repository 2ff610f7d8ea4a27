import { Fragment } from 'prosemirror-model';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { lineSchema } from './lineSchema.ts';

/** Text as it stands in a line: a new line is a break. */
function contentOf(text: string): Fragment {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n');
  return Fragment.from(
    lines.flatMap((words, at) => [
      ...(at === 0 ? [] : [lineSchema.node('break')]),
      ...(words === '' ? [] : [lineSchema.text(words)]),
    ]),
  );
}

/** What comes from elsewhere arrives as its words; what was copied from a line, fields and all, is left to the library. */
export function pasteText(view: EditorView, clipboard: DataTransfer | null): boolean {
  const text = clipboard?.getData('text/plain') ?? '';
  if (text === '' || clipboard?.getData('text/html').includes('data-pm-slice')) return false;
  const { from, to } = view.state.selection;
  const content = contentOf(text);
  const tr = view.state.tr.replaceWith(from, to, content);
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from + content.size)).scrollIntoView());
  return true;
}
