import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../server/src/contract/manage/connection.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { CopyField } from '../../ui/buttons/CopyField.tsx';
import { Panel } from '../../ui/page/Panel.tsx';

const useStyles = makeStyles({ text: { margin: 0 } });

/** For those who may not consent: the role that may, and a text to send to somebody who has it. */
export function AdminNote({ connection }: { connection: Connection }) {
  const { t } = useTranslation('connect');
  const styles = useStyles();
  const formats = useFormats();
  const message = t('needsAdmin.message', {
    url: `${window.location.origin}/#/connect`,
    permissions: formats.list(connection.requiredPermissions.map(({ name }) => name)),
  });
  return (
    <Panel title={t('needsAdmin.title')}>
      <p className={styles.text}>{t('needsAdmin.text')}</p>
      <CopyField
        label={t('needsAdmin.label')}
        value={message}
        copy={t('needsAdmin.copy')}
        copied={t('needsAdmin.copied')}
        isLong
      />
    </Panel>
  );
}
