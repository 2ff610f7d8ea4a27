import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageTag } from '../../../../../server/src/contract/signatures/composition.ts';
import { TextField } from '../../../../ui/inputs/TextField.tsx';
import { useEditor } from '../EditorContext.tsx';

interface Words {
  readonly default: string;
  readonly byLanguage?: Record<string, string> | undefined;
}

export interface NewWords {
  default: string;
  byLanguage?: Record<string, string>;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalXS,
    alignItems: 'end',
  },
});

const known = ['nl', 'en', 'de', 'fr', 'es', 'it', 'pl', 'pt-br', 'da', 'sv', 'ar', 'he'];

interface WordsFieldsProps {
  readonly label: string;
  readonly words: Words;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly onChange: (words: NewWords) => void;
}

/** “Dutch” for `nl`, in the reader's language; a tag nobody knows stays a tag. */
function languageName(language: string, tag: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function AddLanguage({ taken, onAdd }: { taken: readonly string[]; onAdd: (tag: string) => void }) {
  const { t, i18n } = useTranslation('editor');
  const styles = useStyles();
  const id = useId();
  const [tag, setTag] = useState('');
  const parsed = languageTag.safeParse(tag.trim());
  const canAdd = parsed.success && !taken.includes(parsed.data);
  return (
    <div className={styles.row}>
      <TextField label={t('words.language')} value={tag} list={id} maxLength={35} onChange={setTag} />
      <datalist id={id}>
        {known.map((one) => (
          <option key={one} value={one} label={languageName(i18n.language, one)} />
        ))}
      </datalist>
      <Button
        size="small"
        disabledFocusable={!canAdd}
        onClick={() => {
          if (!parsed.success || !canAdd) return;
          onAdd(parsed.data);
          setTag('');
        }}
      >
        {t('words.add')}
      </Button>
    </div>
  );
}

/** Words, and what they are in other languages of the people who send them. */
export function WordsFields({ label, words, rows, maxLength = 2000, onChange }: WordsFieldsProps) {
  const { t, i18n } = useTranslation('editor');
  const styles = useStyles();
  const { isReadOnly } = useEditor();
  const [isAdding, setIsAdding] = useState(false);
  const others = words.byLanguage ?? {};
  const change = (byLanguage: Record<string, string>, text = words.default) =>
    onChange({ default: text, ...(Object.keys(byLanguage).length > 0 ? { byLanguage } : {}) });
  const shared = { maxLength, disabled: isReadOnly, ...(rows === undefined ? {} : { rows }) };
  return (
    <div className={styles.root}>
      <TextField {...shared} label={label} value={words.default} onChange={(text) => change(others, text)} />
      {Object.entries(others).map(([tag, text]) => (
        <div key={tag} className={styles.row}>
          <TextField
            {...shared}
            label={t('words.in', { label, language: languageName(i18n.language, tag) })}
            value={text}
            onChange={(next) => change({ ...others, [tag]: next })}
          />
          {!isReadOnly && (
            <Button
              size="small"
              aria-label={t('words.removeNamed', { language: languageName(i18n.language, tag) })}
              onClick={() => change(Object.fromEntries(Object.entries(others).filter(([other]) => other !== tag)))}
            >
              {t('words.remove')}
            </Button>
          )}
        </div>
      ))}
      {isAdding && <AddLanguage taken={Object.keys(others)} onAdd={(tag) => change({ ...others, [tag]: '' })} />}
      {!isReadOnly && !isAdding && (
        <span>
          <Button size="small" appearance="subtle" onClick={() => setIsAdding(true)}>
            {t('words.other')}
          </Button>
        </span>
      )}
    </div>
  );
}
