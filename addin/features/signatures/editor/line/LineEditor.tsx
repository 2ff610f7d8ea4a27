import { Button, Caption1 } from '@fluentui/react-components';
import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompositionPart } from '../../../../../server/src/contract/signatures/composition.ts';
import { FieldPicker } from '../../../../ui/fields/FieldPicker.tsx';
import { useEditor } from '../EditorContext.tsx';
import { insertPart, movePart, removePart, replacePart, tidy, type Gap, type Parts } from './lineEdits.ts';
import { caretOf, lineKey, readTyped, withRoom } from './lineKeys.ts';
import { LineChip, LineText } from './LinePart.tsx';
import { useLineStyles } from './lineStyles.ts';
import { PartDetails } from './PartDetails.tsx';

interface LineEditorProps {
  readonly parts: Parts;
  readonly onChange: (parts: CompositionPart[], mark?: string) => void;
}

const addable = ['field', 'label', 'separator', 'link', 'break'] as const;
type Addable = (typeof addable)[number];

/** What is selected in a line, and everything that changes it. */
function useLine({ parts, onChange, line }: LineEditorProps & { readonly line: RefObject<HTMLDivElement | null> }) {
  const { isReadOnly } = useEditor();
  const [active, setActive] = useState<number | null>(null);
  /** Where a field is about to go; null: nowhere. */
  const [gap, setGap] = useState<Gap | null>(null);
  const focusSoon = (at: number) =>
    requestAnimationFrame(() => line.current?.querySelector<HTMLElement>(`[data-part="${Math.max(0, at)}"]`)?.focus());
  const remove = (at: number) => {
    onChange(removePart(parts, at));
    setActive(null);
    focusSoon(at - 1);
  };
  const carry = (from: number, to: number) => {
    onChange(movePart(parts, from, to < from ? -1 : 1));
    setActive(to);
    focusSoon(to);
  };
  const typeInto = (at: number, words: string) => {
    const old = parts[at];
    if (old?.kind === 'text') {
      onChange(replacePart(parts, at, { ...old, text: { ...old.text, default: words } }), `text-${at}`);
    } else if (words !== '') onChange([...parts, { kind: 'text', text: { default: words } }], `text-${at}`);
  };
  return {
    ...{ active, setActive, gap, setGap, focusSoon },
    put: (part: CompositionPart, where: Gap) => {
      const next = insertPart(parts, part, where);
      onChange(next.parts);
      setActive(next.at);
      setGap(null);
      focusSoon(next.at + (part.kind === 'field' ? 1 : 0));
    },
    type: (at: number, text: string, caret: number) => {
      const { words, brace } = readTyped(text, caret);
      if (brace === null) return typeInto(at, words);
      setGap(at < parts.length ? { at, offset: brace } : { at: parts.length - 1, offset: null });
    },
    onKey: (event: KeyboardEvent<HTMLElement>, at: number) => {
      const key = lineKey(event.key, at, { caret: caretOf(event.target), alt: event.altKey });
      if (key === null || (isReadOnly && key.do !== 'walk')) return;
      event.preventDefault();
      if (key.do === 'remove') remove(key.at);
      else if (key.do === 'carry') carry(at, key.to);
      else focusSoon(key.to);
    },
    /** Where a button puts something: after what is selected, else at the end. */
    here: (): Gap => ({ at: Math.min(active ?? parts.length - 1, parts.length - 1), offset: null }),
  };
}

function begin(kind: Exclude<Addable, 'field'>, words: { label: string; link: string; site: string }): CompositionPart {
  const made: Readonly<Record<typeof kind, CompositionPart>> = {
    label: { kind: 'label', text: { default: words.label } },
    separator: { kind: 'separator', text: ' | ' },
    link: { kind: 'link', text: { default: words.link }, href: words.site || 'https://www.example.com' },
    break: { kind: 'break' },
  };
  return made[kind];
}

/** A line of text with chips in it. Arrow keys walk through it, `{` puts a field in where the caret is. */
export function LineEditor({ parts, onChange }: LineEditorProps) {
  const { t } = useTranslation('editor');
  const styles = useLineStyles();
  const { values, brand, isReadOnly } = useEditor();
  const line = useRef<HTMLDivElement>(null);
  const edit = useLine({ parts, onChange, line });
  const { active, gap } = edit;
  const activePart = active === null ? undefined : parts[active];
  const tidyUp = () => {
    if (tidy(parts).length !== parts.length) onChange(tidy(parts));
  };
  const add = (kind: Addable) => {
    if (kind === 'field') return edit.setGap(edit.here());
    const words = { label: t('line.begin.label'), link: t('line.begin.link'), site: brand.website };
    edit.put(begin(kind, words), edit.here());
  };
  return (
    <div className={styles.root}>
      <div ref={line} role="group" aria-label={t('line.label')} className={styles.line}>
        {(isReadOnly ? parts : withRoom(parts)).map((part, at) => {
          const shared = {
            at,
            onFocus: () => edit.setActive(at),
            onKeyDown: (event: KeyboardEvent<HTMLElement>) => edit.onKey(event, at),
          };
          return part.kind === 'text' ? (
            <LineText
              key={at}
              {...shared}
              part={part}
              isRoom={at === parts.length}
              onBlur={tidyUp}
              onType={(text, caret) => edit.type(at, text, caret)}
            />
          ) : (
            <LineChip key={at} {...shared} part={part} isActive={active === at} />
          );
        })}
      </div>
      {!isReadOnly && <Caption1 className={styles.hint}>{t('line.hint')}</Caption1>}
      {gap !== null && (
        <FieldPicker
          label={t('line.pickField')}
          value=""
          values={values}
          isOpenAtOnce
          onPick={(field) => edit.put({ kind: 'field', field, link: 'auto' }, gap)}
          onCancel={() => {
            edit.setGap(null);
            edit.focusSoon(gap.at);
          }}
        />
      )}
      {!isReadOnly && (
        <div role="group" aria-label={t('line.add')} className={styles.add}>
          {addable.map((kind) => (
            <Button key={kind} size="small" onClick={() => add(kind)}>
              {t(`line.kind.${kind}`)}
            </Button>
          ))}
        </div>
      )}
      {active !== null && activePart && (
        <PartDetails
          key={active}
          part={activePart}
          onChange={(part) => onChange(replacePart(parts, active, part), `part-${active}`)}
        />
      )}
    </div>
  );
}
