import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OverrideValue } from '../../../../server/src/contract/people/overrideValue.ts';
import type { FieldValue, Teammate } from '../../../../server/src/contract/people/teammates.ts';
import { useSetOverrides } from '../../../api/people/teammatesApi.ts';
import { fieldName } from '../../../ui/changes/fieldName.ts';
import { LastDayField } from '../../../ui/fields/LastDayField.tsx';
import { ValueForm } from '../../../ui/fields/ValueForm.tsx';
import { ownTimeZone } from '../../../ui/inputs/ownTimeZone.ts';

interface FieldEditorProps {
  readonly teammate: Teammate;
  readonly field: FieldValue;
  readonly onDone: () => void;
}

/** What an admin sets for one person in place of the directory's value, or that it is left out, for good or until a day. */
export function FieldEditor({ teammate, field, onDone }: FieldEditorProps) {
  const { t, i18n } = useTranslation('teammates');
  const save = useSetOverrides(teammate);
  const before = field.until?.date ?? '';
  const timeZone = field.until?.timeZone ?? ownTimeZone();
  const [date, setDate] = useState(before);
  const send = (value: OverrideValue) =>
    save.mutate(
      { overrides: { [field.key]: value }, ...(date !== '' && value !== null && { until: { date, timeZone } }) },
      { onSuccess: onDone },
    );
  return (
    <ValueForm
      label={t('override.label', { field: fieldName(i18n, field.key, field.labels) })}
      kind={field.kind ?? 'text'}
      own={field.override}
      isHidden={field.hidden}
      directory={field.directory}
      isOmitted={field.isOmitted}
      isChanged={date !== before}
      isPending={save.isPending}
      error={save.error}
      save={t('override.save')}
      onSave={send}
      {...(field.hideable ? { hide: t('override.hide') } : {})}
      onDone={onDone}
    >
      <LastDayField date={date} timeZone={timeZone} onChange={setDate} />
    </ValueForm>
  );
}
