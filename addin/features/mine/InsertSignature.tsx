import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuth } from '../../auth/AuthContext.tsx';
import { useIsOwnMailbox } from '../../ui/outlook/useIsOwnMailbox.ts';
import { isComposing, openMailAtHand, type MailAtHand } from '../../office/mailAtHand.ts';

type State = 'idle' | 'busy' | Awaited<ReturnType<MailAtHand['insert']>>;

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  said: { margin: 0 },
});

/** Puts the signature into the mail beside the pane, where there is one. */
export function InsertSignature() {
  const { t } = useTranslation('notices');
  const styles = useStyles();
  const { getToken } = useAuth().session;
  const [state, setState] = useState<State>('idle');
  // Of another account it would be kept for mails of this mailbox.
  if (useIsOwnMailbox() !== true || !isComposing()) return null;
  const insert = async (): Promise<void> => {
    setState('busy');
    const mail = await openMailAtHand(getToken);
    setState(await mail.insert());
  };
  const isBusy = state === 'busy';
  return (
    <div className={styles.row}>
      <Button
        appearance="primary"
        disabledFocusable={isBusy}
        onClick={() => void insert().catch(() => setState('unavailable'))}
      >
        {t('byHand.action')}
      </Button>
      <p className={styles.said} role="status">
        {state === 'idle' ? '' : t(`byHand.${state}`)}
      </p>
    </div>
  );
}
