import { Field, Input, makeStyles, type InputProps } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { complaintText } from './complaintText.ts';
import type { Complaints } from './registrationDraft.ts';

const useStyles = makeStyles({ input: { maxWidth: '440px' }, date: { maxWidth: '200px' } });

interface RegistrationFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly type?: 'text' | 'password' | 'date';
  readonly isRequired?: boolean;
  readonly value: string;
  readonly complaint: Complaints['of'][keyof Complaints['of']];
  readonly onChange: (value: string) => void;
}

/** One value out of the Entra portal, with where to find it and what is wrong with it. */
export function RegistrationField({ label, hint, type = 'text', value, ...rest }: RegistrationFieldProps) {
  const { i18n } = useTranslation();
  const styles = useStyles();
  const { complaint, isRequired = false, onChange } = rest;
  const input: InputProps = {
    value,
    type,
    className: type === 'date' ? styles.date : styles.input,
    // A browser must neither offer to keep the secret nor fill in a password of its own.
    autoComplete: type === 'password' ? 'new-password' : 'off',
    spellCheck: false,
    onChange: (_, data) => onChange(data.value),
  };
  return (
    <Field
      label={label}
      hint={hint}
      required={isRequired}
      {...(complaint === undefined
        ? {}
        : { validationMessage: complaintText(i18n, complaint), validationState: 'error' as const })}
    >
      <Input {...input} />
    </Field>
  );
}
