import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { ChoiceField } from '../../ui/inputs/ChoiceField.tsx';
import type { CustomField } from './fieldEdits.ts';

const types = ['text', 'phone', 'email', 'url', 'date'] as const;

interface CustomFieldDialogProps {
  /** Null: a new one. */
  readonly field: CustomField | null;
  readonly onDone: (field: Omit<CustomField, 'key'>) => void;
  readonly onClose: () => void;
}

/** What a field of the tenant's own is called in each language, and of a new one what it holds. */
export function CustomFieldDialog({ field, onDone, onClose }: CustomFieldDialogProps) {
  const { t } = useTranslation('smartFields');
  const [labels, setLabels] = useState(field?.labels ?? { en: '', nl: '' });
  const [type, setType] = useState(field?.type ?? 'text');
  const [isAsked, setIsAsked] = useState(false);
  // One name is enough: it then stands in both languages.
  const en = labels.en.trim() || labels.nl.trim();
  const nl = labels.nl.trim() || labels.en.trim();
  const submit = () => {
    setIsAsked(true);
    if (en === '') return;
    onDone({ labels: { en, nl }, type });
    onClose();
  };
  return (
    <FormDialog
      title={t(field === null ? 'custom.add' : 'custom.rename')}
      action={t(field === null ? 'custom.addAction' : 'custom.renameAction')}
      onSubmit={submit}
      onClose={onClose}
    >
      {(['en', 'nl'] as const).map((language) => (
        <Field
          key={language}
          label={t(`custom.label.${language}`)}
          validationMessage={isAsked && en === '' ? t('custom.labelBlank') : null}
        >
          <Input
            value={labels[language]}
            maxLength={60}
            onChange={(_event, { value }) => setLabels({ ...labels, [language]: value })}
          />
        </Field>
      ))}
      {field === null && (
        <ChoiceField
          label={t('custom.type')}
          value={type}
          choices={types.map((value) => ({ value, text: t(`type.${value}`) }))}
          onChange={setType}
        />
      )}
    </FormDialog>
  );
}
