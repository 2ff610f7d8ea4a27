import { Field, Input } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

interface LastDayFieldProps {
  /** Such as 2026-03-01; empty: for good. */
  readonly date: string;
  /** Whose midnight ends the day. */
  readonly timeZone: string;
  readonly onChange: (date: string) => void;
}

/** Until when a value that is set by hand counts. */
export function LastDayField({ date, timeZone, onChange }: LastDayFieldProps) {
  const { t } = useTranslation('teammates');
  return (
    <Field label={t('override.lastDay')} hint={t('override.zone', { timeZone })}>
      <Input type="date" value={date} onChange={(_, data) => onChange(data.value)} />
    </Field>
  );
}
