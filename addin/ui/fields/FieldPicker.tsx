import { Combobox, Option, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldCatalogue } from './useFieldCatalogue.ts';

const useStyles = makeStyles({
  combobox: { minWidth: 0, width: '100%', gridTemplateColumns: 'minmax(0, 1fr) auto' },
  input: { minWidth: 0, width: '100%' },
  open: { width: '24px', height: '24px', justifyContent: 'center', alignItems: 'center', display: 'flex' },
  listbox: { maxHeight: '300px' },
  option: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  value: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** A field that is chosen stays a choice, even where our list does not have it. */
function useFoundFields(search: string, chosen: string) {
  const { paths, labelOf } = useFieldCatalogue();
  const wanted = search.trim().toLowerCase();
  const all = chosen === '' || paths.includes(chosen) ? paths : [chosen, ...paths];
  return { labelOf, found: all.filter((path) => `${labelOf(path)} ${path}`.toLowerCase().includes(wanted)) };
}

const noValues: ReadonlyMap<string, string> = new Map();

/** A field, and what somebody has in it; null: nobody is shown. */
function FieldName({ label, value }: { label: string; value: string | null }) {
  const { t } = useTranslation('inputs');
  const styles = useStyles();
  return (
    <span className={styles.option}>
      <Text>{label}</Text>
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
  const { t } = useTranslation('inputs');
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(isOpenAtOnce);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOpenAtOnce) box.current?.querySelector('input')?.focus();
  }, [isOpenAtOnce]);
  const { labelOf, found } = useFoundFields(typed ?? '', value);
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
        value={typed ?? (value === '' ? '' : labelOf(value))}
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
          <Option key={path} value={path} text={labelOf(path)}>
            <FieldName label={labelOf(path)} value={values.size === 0 ? null : (values.get(path) ?? '')} />
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
