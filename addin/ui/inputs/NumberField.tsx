import { Field, Input, Text } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useTyped } from './useTyped.ts';

interface NumberFieldProps {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly unit?: string;
  readonly disabled?: boolean;
}

interface WantedNumber extends NumberFieldProps {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

interface PossibleNumber extends NumberFieldProps {
  /** Null: left to what is inside. */
  readonly value: number | null;
  readonly placeholder: string;
  readonly onChange: (value: number | null) => void;
}

const readWithin = (min: number, max: number) => (text: string) => {
  const value = /^\d{1,6}$/.test(text.trim()) ? Number(text) : NaN;
  return value >= min && value <= max ? value : undefined;
};

interface ShownNumber extends NumberFieldProps {
  readonly typed: { text: string; isRight: boolean; type: (text: string) => void };
  readonly placeholder?: string;
}

function NumberInput({ label, min, max, unit, disabled = false, typed, placeholder }: ShownNumber) {
  const { t } = useTranslation('inputs');
  return (
    <Field label={label} size="small" validationMessage={typed.isRight ? null : t('number', { min, max })}>
      <Input
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        disabled={disabled}
        value={typed.text}
        placeholder={placeholder}
        style={{ minWidth: 0 }}
        contentAfter={unit === undefined ? null : <Text size={200}>{unit}</Text>}
        onChange={(_event, data) => typed.type(data.value)}
      />
    </Field>
  );
}

/** A whole number within limits. */
export function NumberField({ value, onChange, ...rest }: WantedNumber) {
  const typed = useTyped<number>({ value, show: String, read: readWithin(rest.min, rest.max), onChange });
  return <NumberInput {...rest} typed={typed} />;
}

/** A whole number within limits, or nothing. */
export function PossibleNumberField({ value, onChange, ...rest }: PossibleNumber) {
  const within = readWithin(rest.min, rest.max);
  const typed = useTyped<number | null>({
    value,
    show: (shown) => (shown === null ? '' : String(shown)),
    read: (text) => (text.trim() === '' ? null : within(text)),
    onChange,
  });
  return <NumberInput {...rest} typed={typed} />;
}
