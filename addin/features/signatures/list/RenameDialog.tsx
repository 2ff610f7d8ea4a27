import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../ui/dialogs/FormDialog.tsx';

interface RenameDialogProps {
  readonly name: string;
  readonly onRename: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for another name. */
export function RenameDialog({ name, onRename, onClose }: RenameDialogProps) {
  const { t } = useTranslation('signatures');
  const [typed, setTyped] = useState(name);
  const trimmed = typed.trim();
  const submit = () => {
    if (trimmed === '') return;
    if (trimmed !== name) onRename(trimmed);
    onClose();
  };
  return (
    <FormDialog
      title={t('rename.title')}
      action={t('rename.action')}
      isBlocked={trimmed === ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('rename.name')} validationMessage={trimmed === '' ? t('rename.empty') : null}>
        <Input value={typed} maxLength={120} onChange={(_event, { value }) => setTyped(value)} />
      </Field>
    </FormDialog>
  );
}
