import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import type { ConsentOutcome } from '../../../server/src/contract/manage/consentOutcome.ts';
import { SessionProvider } from '../../api/client/ApiContext.tsx';
import { LiveEvents } from '../../api/live/LiveEvents.tsx';
import { useSessionQuery } from '../../api/manage/sessionApi.ts';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { RowSkeletons } from '../../ui/page/RowSkeletons.tsx';
import { DemoBanner } from '../shell/DemoBanner.tsx';
import { ExpiredNotice } from '../shell/ExpiredNotice.tsx';
import { OfflineNotice } from '../shell/OfflineNotice.tsx';
import { MailboxContext } from '../../office/MailboxContext.ts';
import { openRouter } from '../navigation/openRouter.tsx';

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
  const styles = useStyles();
  const [router] = useState(() => openRouter(inOutlook, consent === null ? null : `/connect?outcome=${consent}`));
  const session = useSessionQuery();
  if (session.data) {
    return (
      <SessionProvider session={session.data}>
        <LiveEvents>
          <MailboxContext value={mailbox}>
            <RouterProvider router={router} />
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
          <ProblemNotice error={session.error} onRetry={() => void session.refetch()} />
        ) : (
          <RowSkeletons />
        )}
      </main>
    </>
  );
}
