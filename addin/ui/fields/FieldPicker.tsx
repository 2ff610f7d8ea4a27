import { Combobox, Option, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { i18n } from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldLabel, fieldPaths } from './fieldCatalogue.ts';

const useStyles = makeStyles({
  combobox: { minWidth: 0, width: '100%', gridTemplateColumns: 'minmax(0, 1fr) auto' },
  input: { minWidth: 0, width: '100%' },
  open: { width: '24px', height: '24px', justifyContent: 'center', alignItems: 'center', display: 'flex' },
  listbox: { maxHeight: '300px' },
  option: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  value: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** A field that is chosen stays a choice, even where our list does not have it. */
function findFields(texts: i18n, search: string, chosen: string): readonly string[] {
  const wanted = search.trim().toLowerCase();
  const paths = chosen === '' || fieldPaths.includes(chosen) ? fieldPaths : [chosen, ...fieldPaths];
  return paths.filter((path) => `${fieldLabel(texts, path)} ${path}`.toLowerCase().includes(wanted));
}

const noValues: ReadonlyMap<string, string> = new Map();

/** A field, and what somebody has in it; null: nobody is shown. */
function FieldName({ path, value }: { path: string; value: string | null }) {
  const { t, i18n } = useTranslation('inputs');
  const styles = useStyles();
  return (
    <span className={styles.option}>
      <Text>{fieldLabel(i18n, path)}</Text>
      {value !== null && (
        <Text size={200} className={styles.value}>
          {value === '' ? t('field.blank') : value}
        </Text>
      )}
    </span>
  );
}

interface FieldPickerProps {
  readonly label: string;
  /** The field that is chosen; empty: none yet. */
  readonly value: string;
  /** What the person shown has in each field. */
  readonly values?: ReadonlyMap<string, string>;
  readonly disabled?: boolean;
  /** Opens at once and takes the keyboard, as after typing `{`. */
  readonly isOpenAtOnce?: boolean;
  readonly onPick: (path: string) => void;
  readonly onCancel?: () => void;
}

/** Finds a smart field by its name, each with what the person shown has in it. */
export function FieldPicker(props: FieldPickerProps) {
  const { label, value, values = noValues, disabled = false, isOpenAtOnce = false, onPick, onCancel } = props;
  const { t, i18n } = useTranslation('inputs');
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(isOpenAtOnce);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpenAtOnce) box.current?.querySelector('input')?.focus();
  }, [isOpenAtOnce]);
  const found = findFields(i18n, typed ?? '', value);
  return (
    <div ref={box}>
      <Combobox
        className={styles.combobox}
        expandIcon={{ className: styles.open, 'aria-label': t('field.open') }}
        input={{ className: styles.input }}
        listbox={{ className: styles.listbox }}
        size="small"
        autoComplete="off"
        aria-label={label}
        disabled={disabled}
        placeholder={t('field.search')}
        open={isOpen}
        value={typed ?? (value === '' ? '' : fieldLabel(i18n, value))}
        selectedOptions={value === '' ? [] : [value]}
        onChange={(event) => setTyped(event.target.value)}
        onOpenChange={(_event, { open }) => {
          setIsOpen(open);
          if (!open) setTyped(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel?.();
        }}
        onOptionSelect={(_event, { optionValue }) => {
          setTyped(null);
          if (optionValue !== undefined && optionValue !== '') onPick(optionValue);
        }}
      >
        {found.map((path) => (
          <Option key={path} value={path} text={fieldLabel(i18n, path)}>
            <FieldName path={path} value={values.size === 0 ? null : (values.get(path) ?? '')} />
          </Option>
        ))}
        {found.length === 0 && (
          <Option disabled value="" text={t('field.none')}>
            {t('field.none')}
          </Option>
        )}
      </Combobox>
    </div>
  );
}
