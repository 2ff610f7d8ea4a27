import { Field, Input } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { locales } from '../../i18n/locale.ts';
import { FormDialog } from '../../ui/dialogs/FormDialog.tsx';
import { ChoiceField } from '../../ui/inputs/ChoiceField.tsx';
import { labelsOf, type CustomField, type WrittenLabels } from './fieldEdits.ts';

const types = ['text', 'phone', 'email', 'url', 'date'] as const;

type Named = Omit<CustomField, 'key'>;

export interface FieldDialogProps {
  readonly title: string;
  readonly action: string;
  /** Null: a new one. */
  readonly field: Named | null;
  readonly onDone: (field: Named) => void;
  readonly onClose: () => void;
}

/** What a field is called in each language, and of a new one what it holds. */
interface FirstPart {
  /** Stands before everything else. */
  readonly before?: ReactNode;
  /** What `before` says of the kind of the field. */
  readonly startType?: CustomField['type'];
  /** Whether `before` is filled in. */
  readonly isReady?: boolean;
}

export function FieldDialog(props: FieldDialogProps & FirstPart) {
  const { title, action, field, before, startType = 'text', isReady = true, onDone, onClose } = props;
  const { t } = useTranslation('smartFields');
  const [labels, setLabels] = useState<WrittenLabels>(field?.labels ?? {});
  const [chosenType, setType] = useState<CustomField['type'] | null>(field?.type ?? null);
  const type = chosenType ?? startType;
  const [isAsked, setIsAsked] = useState(false);
  const named = labelsOf(labels);
  const submit = () => {
    setIsAsked(true);
    if (named === null || !isReady) return;
    onDone({ labels: named, type });
    onClose();
  };
  return (
    <FormDialog title={title} action={action} onSubmit={submit} onClose={onClose}>
      {before}
      {locales.map((language) => (
        <Field
          key={language}
          label={t(`custom.label.${language}`)}
          validationMessage={isAsked && named === null ? t('custom.labelBlank') : null}
        >
          <Input
            value={labels[language] ?? ''}
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
