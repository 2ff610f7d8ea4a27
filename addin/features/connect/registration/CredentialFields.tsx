import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { CertificateField } from './CertificateField.tsx';
import type { Complaints, RegistrationDraft } from './registrationDraft.ts';
import { RegistrationField } from './RegistrationField.tsx';

interface CredentialFieldsProps {
  readonly draft: RegistrationDraft;
  readonly complaints: Complaints;
  readonly onChange: (patch: Partial<RegistrationDraft>) => void;
}

/** How Undersign proves to Entra that it is this app: by a secret or by a certificate. */
export function CredentialFields({ draft, complaints, onChange }: CredentialFieldsProps) {
  const { t } = useTranslation('registration');
  return (
    <>
      <Field label={t('credential')}>
        <RadioGroup
          layout="horizontal"
          value={draft.credential}
          onChange={(_, { value }) => onChange({ credential: value === 'certificate' ? 'certificate' : 'secret' })}
        >
          <Radio value="secret" label={t('kind.secret')} />
          <Radio value="certificate" label={t('kind.certificate')} />
        </RadioGroup>
      </Field>
      {draft.credential === 'certificate' ? (
        <CertificateField
          value={draft.certificate}
          complaint={complaints.of.certificate}
          onChange={(certificate) => onChange({ certificate })}
        />
      ) : (
        <>
          <RegistrationField
            label={t('clientSecret')}
            hint={t('clientSecretHint')}
            type="password"
            isRequired
            value={draft.clientSecret}
            complaint={complaints.of.clientSecret}
            onChange={(clientSecret) => onChange({ clientSecret })}
          />
          <RegistrationField
            label={t('expiresOn')}
            hint={t('expiresOnHint')}
            type="date"
            value={draft.secretExpiresOn}
            complaint={complaints.of.secretExpiresOn}
            onChange={(secretExpiresOn) => onChange({ secretExpiresOn })}
          />
        </>
      )}
    </>
  );
}
