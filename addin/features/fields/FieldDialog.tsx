import { Field, Input } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { locales } from '../../i18n/locale.ts';
import { fieldName } from '../../ui/changes/fieldName.ts';
import { FormDialog } from '../../ui/dialogs/FormDialog.tsx';
import { ChoiceField } from '../../ui/inputs/ChoiceField.tsx';
import { labelsOf, type CustomField, type DirectoryField, type WrittenLabels } from './fieldEdits.ts';

const types = ['text', 'phone', 'email', 'url', 'date'] as const;

type Named = Omit<CustomField, 'key'>;

interface FieldDialogProps {
  readonly title: string;
  readonly action: string;
  /** Null: a new one. */
  readonly field: Named | null;
  readonly onDone: (field: Named) => void;
  readonly onClose: () => void;
}

interface AttributeDialogProps extends Omit<FieldDialogProps, 'field' | 'onDone'> {
  /** Those that are not in use yet. */
  readonly attributes: readonly DirectoryField['attribute'][];
  readonly onDone: (field: DirectoryField) => void;
}

/** Which attribute is taken into use, what it means here and what it holds. */
export function AttributeDialog({ attributes, onDone, ...dialog }: AttributeDialogProps) {
  const { t, i18n } = useTranslation('smartFields');
  const [attribute, setAttribute] = useState(attributes[0]);
  if (attribute === undefined) return null;
  return (
    <FieldDialog
      {...dialog}
      field={null}
      onDone={(named) => onDone({ ...named, attribute })}
      before={
        <ChoiceField
          label={t('directory.attribute')}
          value={attribute}
          choices={attributes.map((value) => ({ value, text: fieldName(i18n, value) }))}
          onChange={setAttribute}
        />
      }
    />
  );
}

/** What a field is called in each language, and of a new one what it holds. */
export function FieldDialog(props: FieldDialogProps & { readonly before?: ReactNode }) {
  const { title, action, field, before, onDone, onClose } = props;
  const { t } = useTranslation('smartFields');
  const [labels, setLabels] = useState<WrittenLabels>(field?.labels ?? {});
  const [type, setType] = useState(field?.type ?? 'text');
  const [isAsked, setIsAsked] = useState(false);
  const named = labelsOf(labels);
  const submit = () => {
    setIsAsked(true);
    if (named === null) return;
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
