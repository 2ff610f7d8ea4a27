import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../server/src/contract/manage/connection.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { FactList } from '../../ui/lists/FactList.tsx';

/** Who connected which tenant and when; only what is known. */
export function ConnectionDetails({ connection }: { connection: Connection }) {
  const { t } = useTranslation('connect');
  const formats = useFormats();
  const { organization, connectedBy, connectedAt, checkedAt, lastError } = connection;
  return (
    <FactList
      facts={[
        { name: t('details.way'), value: t(`registration:way.${connection.kind}`) },
        { name: t('details.organization'), value: organization?.displayName },
        { name: t('details.domains'), value: organization && formats.list(organization.domains) },
        { name: t('details.by'), value: connectedBy?.displayName },
        { name: t('details.at'), value: connectedAt && formats.instant(connectedAt) },
        { name: t('details.checkedAt'), value: checkedAt && formats.instant(checkedAt) },
        { name: t('details.lastError'), value: lastError },
      ]}
    />
  );
}
