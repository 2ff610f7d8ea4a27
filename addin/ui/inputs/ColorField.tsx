import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { color } from '../../../server/src/contract/signatures/composition.ts';
import { useTyped } from './useTyped.ts';

const useStyles = makeStyles({
  input: { minWidth: 0 },
  swatch: {
    width: '24px',
    height: '24px',
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: 'transparent',
    cursor: 'pointer',
  },
});

interface ColorFieldProps {
  readonly label: string;
  readonly value: string;
  readonly disabled?: boolean;
  readonly onChange: (value: string) => void;
  readonly onRight?: (isRight: boolean) => void;
}

/** A colour, picked or typed. */
export function ColorField({ label, value, disabled = false, onChange, onRight }: ColorFieldProps) {
  const { t } = useTranslation('inputs');
  const styles = useStyles();
  const typed = useTyped<string>({
    value,
    show: (shown) => shown,
    read: (text) => color.safeParse(text.trim()).data,
    onChange,
    onRight,
  });
  const picker = (
    <input
      type="color"
      className={styles.swatch}
      aria-label={t('pickColor', { label })}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
    />
  );
  return (
    <Field label={label} size="small" validationMessage={typed.isRight ? null : t('color')}>
      <Input
        className={styles.input}
        value={typed.text}
        maxLength={7}
        disabled={disabled}
        contentAfter={picker}
        onChange={(_event, data) => typed.type(data.value)}
      />
    </Field>
  );
}
