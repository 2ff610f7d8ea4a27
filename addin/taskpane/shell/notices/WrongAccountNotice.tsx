import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../api/client/ApiContext.tsx';
import { useAuth } from '../../../auth/AuthContext.tsx';
import { ActionNotice } from '../../../ui/notices/ActionNotice.tsx';
import { useMailbox } from '../../../office/MailboxContext.ts';
import { useIsOwnMailbox } from '../../../ui/outlook/useIsOwnMailbox.ts';

/** Says it where the mailbox that is open belongs to somebody else than the account: whose signature is it then? */
export function WrongAccountNotice() {
  const { t } = useTranslation('auth');
  const mailbox = useMailbox();
  const { user } = useSession();
  const { session } = useAuth();
  const isOwn = useIsOwnMailbox();
  if (isOwn !== false) return null;
  return (
    <ActionNotice
      intent="warning"
      action={<Button onClick={() => void session.signIn({ another: true })}>{t('wrongAccount.action')}</Button>}
    >
      {t('wrongAccount.text', { mailbox, account: user.userPrincipalName })}
    </ActionNotice>
  );
}
