import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { localDate, timeZone } from '../../../server/src/contract/scalars.ts';
import { TextField } from './TextField.tsx';

interface DateFieldProps {
  readonly label: string;
  /** A local date such as 2026-12-01; null: none. */
  readonly value: string | null;
  readonly disabled?: boolean;
  readonly onChange: (value: string | null) => void;
}

const dateOrNothing = z.union([z.literal(''), localDate]);

/** A day, or none. */
export function DateField({ label, value, disabled = false, onChange }: DateFieldProps) {
  const { t } = useTranslation('inputs');
  return (
    <TextField
      label={label}
      type="date"
      value={value ?? ''}
      disabled={disabled}
      schema={dateOrNothing}
      wrong={t('date')}
      onChange={(text) => onChange(text === '' ? null : text)}
    />
  );
}

const zones = (): readonly string[] => Intl.supportedValuesOf('timeZone');

interface TimeZoneFieldProps {
  readonly value: string;
  readonly disabled?: boolean;
  readonly onChange: (value: string) => void;
}

/** Whose midnight a day begins at. */
export function TimeZoneField({ value, disabled = false, onChange }: TimeZoneFieldProps) {
  const { t } = useTranslation('inputs');
  return (
    <>
      <TextField
        label={t('timeZone')}
        value={value}
        list="time-zones"
        disabled={disabled}
        schema={timeZone}
        wrong={t('timeZoneWrong')}
        onChange={onChange}
      />
      <datalist id="time-zones">
        {zones().map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
