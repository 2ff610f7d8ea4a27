import { Button, Field, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { complaintText } from './complaintText.ts';
import type { Complaints } from './registrationDraft.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  field: { width: '100%' },
  area: { fontFamily: tokens.fontFamilyMonospace, minHeight: '140px' },
});

interface CertificateFieldProps {
  readonly value: string;
  readonly complaint: Complaints['of']['certificate'];
  readonly onChange: (value: string) => void;
}

/** A certificate with its private key, pasted or out of one or two files. */
export function CertificateField({ value, complaint, onChange }: CertificateFieldProps) {
  const { t, i18n } = useTranslation('registration');
  const styles = useStyles();
  const file = useRef<HTMLInputElement>(null);
  const read = async (files: FileList | null) => {
    const texts = await Promise.all([...(files ?? [])].map((one) => one.text()));
    if (texts.length > 0) onChange(texts.join('\n'));
    // The same file can be chosen again after it was mended.
    if (file.current) file.current.value = '';
  };
  return (
    <div className={styles.root}>
      <Field
        className={styles.field}
        label={t('certificate')}
        hint={t('certificateHint')}
        required
        {...(complaint === undefined
          ? {}
          : { validationMessage: complaintText(i18n, complaint), validationState: 'error' as const })}
      >
        <Textarea
          value={value}
          resize="vertical"
          spellCheck={false}
          textarea={{ className: styles.area, autoComplete: 'off' }}
          onChange={(_, data) => onChange(data.value)}
        />
      </Field>
      <input
        ref={file}
        type="file"
        multiple
        hidden
        accept=".pem,.crt,.cer,.key"
        aria-label={t('upload')}
        onChange={({ target }) => void read(target.files)}
      />
      <Button onClick={() => file.current?.click()}>{t('upload')}</Button>
    </div>
  );
}
