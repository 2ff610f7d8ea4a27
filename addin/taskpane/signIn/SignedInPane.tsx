import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentOutcome } from '../../../server/src/contract/manage/consentOutcome.ts';
import { SessionProvider } from '../../api/client/ApiContext.tsx';
import { LiveEvents } from '../../api/live/LiveEvents.tsx';
import { useSessionQuery } from '../../api/manage/sessionApi.ts';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { RowSkeletons } from '../../ui/page/RowSkeletons.tsx';
import { DemoBanner } from '../shell/notices/DemoBanner.tsx';
import { ExpiredNotice } from '../shell/notices/ExpiredNotice.tsx';
import { OfflineNotice } from '../shell/notices/OfflineNotice.tsx';
import { MailboxContext } from '../../office/MailboxContext.ts';
import { openHistory } from '../navigation/openHistory.ts';
import { beginPage, PaneRouter } from '../navigation/PaneRouter.tsx';

const useStyles = makeStyles({
  waiting: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '960px',
    marginInline: 'auto',
    padding: tokens.spacingHorizontalXXL,
  },
});

interface SignedInPaneProps {
  /** The address of the mailbox that is open; null in a browser. */
  readonly mailbox: string | null;
  readonly inOutlook: boolean;
  readonly consent: ConsentOutcome | null;
}

/** Everything behind the sign-in; it waits for our API to say who this is. */
export function SignedInPane({ mailbox, inOutlook, consent }: SignedInPaneProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  const [history] = useState(() => {
    const opened = openHistory(inOutlook, consent === null ? null : `/connect?outcome=${consent}`);
    beginPage(opened);
    return opened;
  });
  const session = useSessionQuery();
  if (session.data) {
    return (
      <SessionProvider session={session.data}>
        <LiveEvents>
          <MailboxContext value={mailbox}>
            <PaneRouter history={history} />
          </MailboxContext>
        </LiveEvents>
      </SessionProvider>
    );
  }
  return (
    <>
      <DemoBanner />
      <main className={styles.waiting}>
        <ExpiredNotice />
        <OfflineNotice />
        {session.isError ? (
          // There is nothing else here: what somebody else puts right, or passes, is seen by asking again.
          <ProblemNotice error={session.error}>
            <Button onClick={() => void session.refetch()}>{t('retry')}</Button>
          </ProblemNotice>
        ) : (
          <RowSkeletons />
        )}
      </main>
    </>
  );
}
