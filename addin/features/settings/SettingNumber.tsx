import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/useFormats.ts';
import { errorOf, limits, type NumberField } from './settingsForm.ts';
import type { SettingsEditor } from './useSettingsEditor.ts';

const useStyles = makeStyles({ input: { width: 'min(140px, 100%)' } });

interface SettingNumberProps {
  readonly editor: SettingsEditor;
  readonly field: NumberField;
  readonly label: string;
  readonly hint: string;
  readonly isReadOnly: boolean;
}

/** A whole number within limits, checked while it is typed. */
export function SettingNumber({ editor, field, label, hint, isReadOnly }: SettingNumberProps) {
  const { t } = useTranslation('settings');
  const styles = useStyles();
  const formats = useFormats();
  const error = errorOf(editor.form, field);
  const { min, max } = limits[field];
  const message = error && t(`error.${error}`, { min: formats.number(min), max: formats.number(max) });
  return (
    <Field
      label={label}
      hint={hint}
      {...(message === null ? {} : { validationMessage: message, validationState: 'error' as const })}
    >
      <Input
        className={styles.input}
        inputMode="numeric"
        autoComplete="off"
        maxLength={9}
        readOnly={isReadOnly}
        value={editor.form[field]}
        onChange={(_, { value }) => editor.change({ [field]: value })}
      />
    </Field>
  );
}
