import { useSession } from '../../api/client/ApiContext.tsx';
import { useMe } from '../../api/manage/sessionApi.ts';
import { useAuth } from '../../auth/AuthContext.tsx';
import { useMailbox } from '../../office/MailboxContext.ts';
import { isOwnMailbox } from '../../office/isOwnMailbox.ts';

/** Whether the mailbox that is open belongs to the account; null in a browser, and until it is known. */
export function useIsOwnMailbox(): boolean | null {
  const mailbox = useMailbox();
  const { user } = useSession();
  const { state } = useAuth();
  const me = useMe();
  const account = user.userPrincipalName;
  if (mailbox === null || me.data === undefined) return null;
  return isOwnMailbox(mailbox, [account, state.account?.username ?? account, ...me.data.addresses]);
}
