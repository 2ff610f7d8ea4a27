import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/ApiContext.tsx';
import { useMe } from '../../api/sessionApi.ts';
import { useAuth } from '../../auth/AuthContext.tsx';
import { ActionNotice } from '../../ui/ActionNotice.tsx';
import { useMailbox } from '../MailboxContext.ts';
import { isOwnMailbox } from './isOwnMailbox.ts';

/** Says it where the mailbox that is open belongs to somebody else than the account: whose signature is it then? */
export function WrongAccountNotice() {
  const { t } = useTranslation('auth');
  const mailbox = useMailbox();
  const { user } = useSession();
  const { session, state } = useAuth();
  const me = useMe();
  const account = user.userPrincipalName;
  const own = [account, state.account?.username ?? account, ...(me.data?.addresses ?? [])];
  if (mailbox === null || me.data === undefined || isOwnMailbox(mailbox, own)) return null;
  return (
    <ActionNotice
      intent="warning"
      action={<Button onClick={() => void session.signIn({ another: true })}>{t('wrongAccount.action')}</Button>}
    >
      {t('wrongAccount.text', { mailbox, account })}
    </ActionNotice>
  );
}
