import { useTranslation } from 'react-i18next';
import type { FieldValue, Teammate } from '../../../../server/src/contract/teammates.ts';
import { useSetOverrides } from '../../../api/teammatesApi.ts';
import { fieldName } from '../../../ui/fieldName.ts';
import { ValueForm } from '../../../ui/fields/ValueForm.tsx';

interface FieldEditorProps {
  readonly teammate: Teammate;
  readonly field: FieldValue;
  readonly onDone: () => void;
}

/** What an admin sets for one person in place of the directory's value. */
export function FieldEditor({ teammate, field, onDone }: FieldEditorProps) {
  const { t, i18n } = useTranslation('teammates');
  const save = useSetOverrides(teammate);
  return (
    <ValueForm
      label={t('override.label', { field: fieldName(i18n, field.key, field.labels) })}
      kind={field.kind ?? 'text'}
      own={field.override}
      directory={field.directory}
      isPending={save.isPending}
      error={save.error}
      save={t('override.save')}
      onSave={(value) => save.mutate({ [field.key]: value }, { onSuccess: onDone })}
      onDone={onDone}
    />
  );
}
