import { Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetManyOverrides } from '../../../../server/src/contract/people/overridesFile.ts';
import type { PersonOverrides } from '../../../api/people/overridesApi.ts';
import { useSmartFields } from '../../../api/signatures/smartFieldsApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { fieldName } from '../../../ui/changes/fieldName.ts';
import { LastDayField } from '../../../ui/fields/LastDayField.tsx';
import { FormDialog } from '../../../ui/dialogs/FormDialog.tsx';
import { ChoiceField } from '../../../ui/inputs/ChoiceField.tsx';
import { ownTimeZone } from '../../../ui/inputs/ownTimeZone.ts';
import { TextField } from '../../../ui/inputs/TextField.tsx';

interface OverrideDialogProps {
  /** How many people it is for. */
  readonly count: number;
  readonly onSet: (order: Pick<PersonOverrides, 'overrides'> & Pick<SetManyOverrides, 'until'>) => void;
  readonly onClose: () => void;
}

/** One field and the value that everybody who is ticked gets in it, or that they go back to the directory. */
export function OverrideDialog({ count, onSet, onClose }: OverrideDialogProps) {
  const { t, i18n } = useTranslation('teammates');
  const formats = useFormats();
  const fields = useSmartFields().data?.fields ?? [];
  const settable = fields.filter(({ overridable, rule }) => overridable && rule.editableBy !== 'nobody');
  const [chosen, setChosen] = useState('');
  const [value, setValue] = useState('');
  const [date, setDate] = useState('');
  const [isReset, setIsReset] = useState(false);
  const key = chosen || (settable[0]?.key ?? '');
  const timeZone = ownTimeZone();
  const isReady = key !== '' && (isReset || value.trim() !== '');
  return (
    <FormDialog
      title={t('bulk.overrideTitle', { count, formatted: formats.number(count) })}
      action={t('override.save')}
      isBlocked={!isReady}
      onClose={onClose}
      onSubmit={() => {
        if (!isReady) return;
        const overrides = { [key]: isReset ? null : value };
        onSet({ overrides, ...(date !== '' && !isReset && { until: { date, timeZone } }) });
      }}
    >
      <ChoiceField
        label={t('bulk.field')}
        value={key}
        choices={settable.map((field) => ({ value: field.key, text: fieldName(i18n, field.key, field.labels) }))}
        onChange={setChosen}
      />
      <Checkbox
        label={t('override.reset')}
        checked={isReset}
        onChange={(_, { checked }) => setIsReset(checked === true)}
      />
      {!isReset && (
        <>
          <TextField label={t('bulk.value')} value={value} maxLength={256} onChange={setValue} />
          <LastDayField date={date} timeZone={timeZone} onChange={setDate} />
        </>
      )}
    </FormDialog>
  );
}
