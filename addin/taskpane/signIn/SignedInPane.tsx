import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import type { ConsentOutcome } from '../../../server/src/contract/connection.ts';
import { SessionProvider } from '../../api/ApiContext.tsx';
import { useSessionQuery } from '../../api/sessionApi.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { RowSkeletons } from '../../ui/RowSkeletons.tsx';
import { DemoBanner } from '../shell/DemoBanner.tsx';
import { ExpiredNotice } from '../shell/ExpiredNotice.tsx';
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
  readonly inOutlook: boolean;
  readonly consent: ConsentOutcome | null;
}

/** Everything behind the sign-in; it waits for our API to say who this is. */
export function SignedInPane({ inOutlook, consent }: SignedInPaneProps) {
  const styles = useStyles();
  const [router] = useState(() => openRouter(inOutlook, consent === null ? null : `/connect?outcome=${consent}`));
  const session = useSessionQuery();
  if (session.data) {
    return (
      <SessionProvider session={session.data}>
        <RouterProvider router={router} />
      </SessionProvider>
    );
  }
  return (
    <>
      <DemoBanner />
      <main className={styles.waiting}>
        <ExpiredNotice />
        {session.isError ? (
          <ProblemNotice error={session.error} onRetry={() => void session.refetch()} />
        ) : (
          <RowSkeletons />
        )}
      </main>
    </>
  );
}
