import { makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/client/ApiContext.tsx';
import { CopyField } from '../../ui/buttons/CopyField.tsx';
import { Panel } from '../../ui/page/Panel.tsx';

const useStyles = makeStyles({ text: { margin: 0, maxWidth: '65ch' } });

/** For tenants that this installation does not take in: whom to ask, and for what. */
export function ClosedNote() {
  const { t } = useTranslation('connect');
  const styles = useStyles();
  const { tenantId } = useSession();
  return (
    <Panel title={t('closed.title')}>
      <p className={styles.text}>{t('closed.text')}</p>
      <CopyField
        label={t('closed.tenantId')}
        value={tenantId}
        copy={t('closed.copy')}
        copied={t('needsAdmin.copied')}
      />
    </Panel>
  );
}
