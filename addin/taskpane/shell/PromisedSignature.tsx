import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuth } from '../../auth/AuthContext.tsx';
import { isComposing, openMailAtHand, type MailAtHand } from '../../office/mailAtHand.ts';
import { useIsOwnMailbox } from '../../ui/outlook/useIsOwnMailbox.ts';

type Inserted = Awaited<ReturnType<MailAtHand['insert']>>;

/** Keeps what our note in the mail promises: whoever came to sign in gets the signature into that mail. */
async function keepPromise(getToken: () => Promise<string>): Promise<Inserted | null> {
  const mail = await openMailAtHand(getToken);
  const inserted = isComposing() && (await mail.isAskedToInsert()) ? await mail.insert() : null;
  await mail.fill();
  return inserted;
}

/** In Outlook: what the event handler could not do for want of a sign-in is done here once somebody is signed in. */
export function PromisedSignature() {
  const { t } = useTranslation('notices');
  const { getToken } = useAuth().session;
  // Of another account it would be kept for mails of this mailbox.
  const isOwn = useIsOwnMailbox();
  const [inserted, setInserted] = useState<Inserted | null>(null);
  useEffect(() => {
    if (isOwn !== true) return;
    // Nobody asked for more than to sign in: what fails here is tried again with the next mail.
    void keepPromise(getToken).then(setInserted, () => undefined);
  }, [isOwn, getToken]);
  if (inserted === null) return null;
  return (
    <MessageBar intent={inserted === 'in' ? 'success' : 'info'} layout="multiline" role="status">
      <MessageBarBody>{t(`byHand.${inserted}`)}</MessageBarBody>
    </MessageBar>
  );
}
