import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../../server/src/contract/manage/connection.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { FactList } from '../../../ui/lists/FactList.tsx';

/** The registration in use; its secret is not among what anybody can see again. */
export function RegistrationFacts({ registration }: { registration: NonNullable<Connection['registration']> }) {
  const { t } = useTranslation('registration');
  const formats = useFormats();
  const { clientId, credential, thumbprint, expiresAt, daysLeft, savedAt, savedBy } = registration;
  const days = daysLeft ?? 0;
  const left = t('facts.daysLeft', { count: days, formatted: formats.number(days) });
  return (
    <FactList
      facts={[
        { name: t('clientId'), value: clientId },
        { name: t('credential'), value: t(`kind.${credential}`) },
        { name: t('facts.thumbprint'), value: thumbprint },
        {
          name: t('facts.expires'),
          value: expiresAt === null ? t('facts.unknown') : `${formats.day(expiresAt)} (${left})`,
        },
        {
          name: t('facts.saved'),
          value: t('facts.savedBy', { when: formats.instant(savedAt), name: savedBy.displayName }),
        },
      ]}
    />
  );
}
