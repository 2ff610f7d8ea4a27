import { useTranslation } from 'react-i18next';
import { ChoiceField } from './ChoiceField.tsx';
import { fontName, fontStacks } from './fontStacks.ts';

interface FontFieldProps {
  readonly label: string;
  /** Null: as around it. */
  readonly value: string | null;
  readonly disabled?: boolean;
  readonly onChange: (value: string | null) => void;
  /** Whether “as around it” is a choice. */
  readonly canInherit?: boolean;
}

/** A font with those that stand in for it. One that is not in our list stays what it is. */
export function FontField({ label, value, disabled = false, onChange, canInherit = false }: FontFieldProps) {
  const { t } = useTranslation('inputs');
  const stacks = value === null || fontStacks.some((stack) => stack === value) ? fontStacks : [value, ...fontStacks];
  const choices = stacks.map((stack: string) => ({ value: stack, text: fontName(stack) }));
  return (
    <ChoiceField
      label={label}
      value={value ?? ''}
      disabled={disabled}
      choices={canInherit ? [{ value: '', text: t('inherit') }, ...choices] : choices}
      onChange={(stack) => onChange(stack === '' ? null : stack)}
    />
  );
}
