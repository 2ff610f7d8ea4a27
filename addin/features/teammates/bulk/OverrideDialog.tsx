import { Caption1, Checkbox } from '@fluentui/react-components';
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

type Way = 'set' | 'reset' | 'hide';

/** What can be set by hand, and which of it is chosen: the first until somebody does. */
function useSettable(chosen: string) {
  const fields = useSmartFields().data?.fields ?? [];
  const settable = fields.filter(({ overridable, rule }) => overridable && rule.editableBy !== 'nobody');
  const field = settable.find(({ key }) => key === chosen) ?? settable[0];
  return { settable, key: field?.key ?? '', isHideable: field?.hideable ?? false };
}

interface WaysProps {
  readonly way: Way;
  readonly isHideable: boolean;
  readonly onWay: (way: Way) => void;
}

/** The two ways that leave nothing to fill in. */
function Ways({ way, isHideable, onWay }: WaysProps) {
  const { t } = useTranslation('teammates');
  return (
    <>
      <Checkbox
        label={t('override.reset')}
        checked={way === 'reset'}
        onChange={(_, { checked }) => onWay(checked === true ? 'reset' : 'set')}
      />
      {isHideable && (
        <Checkbox
          label={t('override.hide')}
          checked={way === 'hide'}
          onChange={(_, { checked }) => onWay(checked === true ? 'hide' : 'set')}
        />
      )}
      {way === 'hide' && <Caption1>{t('bulk.hideHint')}</Caption1>}
    </>
  );
}

/** One field and the value that everybody who is ticked gets in it, that they go back to the directory, or that it is left out. */
export function OverrideDialog({ count, onSet, onClose }: OverrideDialogProps) {
  const { t, i18n } = useTranslation('teammates');
  const formats = useFormats();
  const [chosen, setChosen] = useState('');
  const [value, setValue] = useState('');
  const [date, setDate] = useState('');
  const [wanted, setWanted] = useState<Way>('set');
  const { settable, key, isHideable } = useSettable(chosen);
  const way = wanted === 'hide' && !isHideable ? 'set' : wanted;
  const timeZone = ownTimeZone();
  const isReady = key !== '' && (way !== 'set' || value.trim() !== '');
  return (
    <FormDialog
      title={t('bulk.overrideTitle', { count, formatted: formats.number(count) })}
      action={t('override.save')}
      isBlocked={!isReady}
      onClose={onClose}
      onSubmit={() => {
        if (!isReady) return;
        const overrides = { [key]: { set: value, reset: null, hide: { hidden: true as const } }[way] };
        onSet({ overrides, ...(date !== '' && way !== 'reset' && { until: { date, timeZone } }) });
      }}
    >
      <ChoiceField
        label={t('bulk.field')}
        value={key}
        choices={settable.map((field) => ({ value: field.key, text: fieldName(i18n, field.key, field.labels) }))}
        onChange={setChosen}
      />
      <Ways way={way} isHideable={isHideable} onWay={setWanted} />
      {way === 'set' && <TextField label={t('bulk.value')} value={value} maxLength={256} onChange={setValue} />}
      {way !== 'reset' && <LastDayField date={date} timeZone={timeZone} onChange={setDate} />}
    </FormDialog>
  );
}
