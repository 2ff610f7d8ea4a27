import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { EditorView } from 'prosemirror-view';
import type { CompositionPart } from '../../../../../server/src/contract/signatures/composition.ts';
import { replaceAll } from './lineCommands.ts';
import { partsOf, type Parts } from './lineDocument.ts';
import { onLineKey, type LineKeys } from './onLineKey.ts';
import { openLine } from './lineState.ts';
import { pasteText } from './pasteText.ts';

/** What stands in the place of a field. */
export interface ShownField {
  readonly text: string;
  readonly hint: string;
  readonly isBlank: boolean;
}

export interface LineEvents extends LineKeys {
  readonly onChange: (parts: CompositionPart[]) => void;
  /** The caret may be elsewhere; `isMoved`: it was put there, rather than writing took it there. */
  readonly onCaret: (view: EditorView, isMoved: boolean) => void;
  /** `{` was typed, which asks for a field. */
  readonly onBrace: () => void;
  readonly onFocus: (view: EditorView) => void;
  /** Null: it is gone. */
  readonly onMount: (view: EditorView | null) => void;
}

interface RichLineProps {
  readonly id: string;
  readonly label: string;
  readonly parts: Parts;
  readonly shownOf: (field: string) => ShownField;
  readonly isReadOnly: boolean;
  readonly isTabStop: boolean;
  /** Shown where nothing is written. */
  readonly placeholder: string;
  readonly events: LineEvents;
}

const useStyles = makeStyles({
  line: {
    position: 'relative',
    whiteSpace: 'break-spaces',
    overflowWrap: 'anywhere',
    minHeight: '1em',
    minWidth: '24px',
    outlineStyle: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '2px' },
    cursor: 'text',
    '& img.ProseMirror-separator': { display: 'inline', border: 'none', margin: 0, width: 0, height: 0 },
    // What the caret stands in before a field is as wide as nothing: a long address would leave it alone on a line.
    '& img.ProseMirror-separator:first-child + [data-field]': { display: 'inline-block', maxWidth: '100%' },
    '&[data-empty]::before': {
      content: 'attr(data-empty)',
      position: 'absolute',
      color: '#707070',
      fontStyle: 'italic',
    },
    '& [data-link]': { textDecorationLine: 'underline', textDecorationStyle: 'dotted' },
  },
  field: {
    borderRadius: '3px',
    // No tint behind it: the colours of the signature are to be judged on the paper they are printed on.
    boxShadow: '0 0 0 1px rgba(15, 108, 189, 0.35)',
    cursor: 'pointer',
  },
  blank: { boxShadow: 'none', outline: '1px dashed #767676', fontStyle: 'italic' },
});

type Styles = ReturnType<typeof useStyles>;

/** A field as what the person shown has in it, or as its name where that is blank. */
function fieldViews(shownOf: RichLineProps['shownOf'], styles: Styles) {
  return {
    field: (node: { attrs: { readonly [name: string]: unknown } }) => {
      const { text, hint, isBlank } = shownOf(String(node.attrs['field']));
      const dom = document.createElement('span');
      dom.className = mergeClasses(styles.field, isBlank && styles.blank);
      dom.title = hint;
      dom.textContent = text;
      dom.contentEditable = 'false';
      dom.setAttribute('data-field', String(node.attrs['field']));
      return { dom };
    },
  };
}

function attributesOf(props: RichLineProps, { isEmpty, className }: { isEmpty: boolean; className: string }) {
  const { id, label, placeholder, isReadOnly, isTabStop } = props;
  return {
    class: className,
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    'data-canvas-piece': id,
    tabindex: isTabStop ? '0' : '-1',
    ...(isReadOnly ? { 'aria-readonly': 'true' } : {}),
    ...(isEmpty ? { 'data-empty': placeholder } : {}),
  };
}

const isMine = (view: EditorView, parts: Parts): boolean =>
  JSON.stringify(partsOf(view.state.doc)) === JSON.stringify(parts);

/** Mounted once; what happens in it is told to whoever listens now. */
function useView(box: RefObject<HTMLDivElement | null>, props: RichLineProps, styles: Styles) {
  const view = useRef<EditorView | null>(null);
  const now = useRef(props);
  useLayoutEffect(() => {
    now.current = props;
  });
  useLayoutEffect(() => {
    if (!box.current) return;
    const made: EditorView = new EditorView(
      { mount: box.current },
      {
        state: openLine(now.current.parts),
        editable: () => !now.current.isReadOnly,
        attributes: ({ doc }) => attributesOf(now.current, { isEmpty: doc.childCount === 0, className: styles.line }),
        nodeViews: fieldViews(now.current.shownOf, styles),
        dispatchTransaction: (tr) => {
          const next = made.state.apply(tr);
          made.updateState(next);
          const { onChange, onCaret } = now.current.events;
          if (tr.docChanged && tr.getMeta('fromOutside') !== true) onChange(partsOf(next.doc));
          if (made.hasFocus()) onCaret(made, tr.selectionSet && !tr.docChanged);
        },
        handleKeyDown: (line, event) => onLineKey(line, event, now.current.events),
        handleTextInput: (...typed) => {
          if (typed[3] !== '{') return false;
          now.current.events.onBrace();
          return true;
        },
        handlePaste: (line, event) => pasteText(line, event.clipboardData),
        handleDOMEvents: {
          focus: (line) => {
            now.current.events.onFocus(line);
            return false;
          },
        },
      },
    );
    view.current = made;
    now.current.events.onMount(made);
    return () => {
      now.current.events.onMount(null);
      made.destroy();
      view.current = null;
    };
  }, [box, styles]);
  return { view, now };
}

/** A line of text with fields in it, written where it stands. */
export function RichLine(props: RichLineProps) {
  const { parts, shownOf, label, isReadOnly, isTabStop } = props;
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  const { view, now } = useView(box, props, styles);
  useEffect(() => {
    const line = view.current;
    if (line && !isMine(line, parts)) line.dispatch(replaceAll(line.state, parts).setMeta('fromOutside', true));
  }, [view, parts]);
  const shown = JSON.stringify(parts.flatMap((part) => (part.kind === 'field' ? [shownOf(part.field)] : [])));
  useEffect(() => {
    // Drawn anew where what fields stand for is another than before.
    view.current?.setProps({ nodeViews: fieldViews(now.current.shownOf, styles) });
  }, [view, now, shown, styles]);
  useEffect(() => {
    // Its attributes follow what it was told last.
    if (view.current) view.current.updateState(view.current.state);
  }, [view, label, isReadOnly, isTabStop]);
  return <div ref={box} />;
}
