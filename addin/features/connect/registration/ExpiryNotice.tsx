import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../../server/src/contract/manage/connection.ts';
import { useFormats } from '../../../i18n/useFormats.ts';

const useStyles = makeStyles({ bar: { paddingBlock: tokens.spacingVerticalS } });

const intents = { '60': 'info', '30': 'warning', '7': 'error', expired: 'error' } as const;

/** That the secret or certificate ends soon, the louder the sooner. */
export function ExpiryNotice({ registration }: { registration: Connection['registration'] }) {
  const { t } = useTranslation('registration');
  const styles = useStyles();
  const formats = useFormats();
  if (registration === null || registration.warning === null || registration.expiresAt === null) return null;
  const { warning, credential, daysLeft, expiresAt } = registration;
  const days = daysLeft ?? 0;
  const when = { count: days, formatted: formats.number(days), date: formats.day(expiresAt) };
  return (
    <MessageBar intent={intents[warning]} layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>
          {t(warning === 'expired' ? `expiry.${credential}.expired` : `expiry.${credential}.soon`, when)}
        </MessageBarTitle>
        {t(`expiry.${credential}.advice`)}
      </MessageBarBody>
    </MessageBar>
  );
}
