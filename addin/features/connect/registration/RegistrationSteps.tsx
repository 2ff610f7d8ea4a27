import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../../server/src/contract/manage/connection.ts';
import { CopyField } from '../../../ui/buttons/CopyField.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, display: 'grid', gap: tokens.spacingVerticalM },
  step: { '& > *': { marginBlockEnd: tokens.spacingVerticalXS } },
});

/** https://learn.microsoft.com/entra/identity-platform/quickstart-register-app */
const portal = {
  create: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/CreateApplicationBlade',
  list: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
} as const;

/** What to do in Entra before the form below can be filled in, with what has to be copied there. */
export function RegistrationSteps({ connection }: { connection: Connection }) {
  const { t } = useTranslation('registration');
  const styles = useStyles();
  const names = connection.requiredPermissions.map(({ name }) => name);
  return (
    <ol className={styles.list}>
      <li>
        <Link href={portal.create} target="_blank" rel="noreferrer">
          {t('steps.create')}
        </Link>
        {' – '}
        {t('steps.createText')}
      </li>
      <li className={styles.step}>
        {t('steps.permissions')}
        <CopyField
          label={t('steps.permissionNames')}
          value={names.join(' ')}
          copy={t('steps.copy')}
          copied={t('steps.copied')}
        />
      </li>
      <li>
        <Link href={portal.list} target="_blank" rel="noreferrer">
          {t('steps.secret')}
        </Link>
        {' – '}
        {t('steps.secretText')}
      </li>
      <li>{t('steps.fill')}</li>
    </ol>
  );
}
