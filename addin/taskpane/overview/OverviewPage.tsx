import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/ApiContext.tsx';
import { useConnection } from '../../api/connectionApi.ts';
import { useRuns } from '../../api/runsApi.ts';
import { useSavedSelection } from '../../api/selectionApi.ts';
import { useTeammates } from '../../api/teammatesApi.ts';
import { isFinished } from '../../api/watchRun.ts';
import { Page } from '../../ui/Page.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { RouterButton } from '../../ui/RouterButton.tsx';
import { RowSkeletons } from '../../ui/RowSkeletons.tsx';
import { doneSteps, nextStep } from './journey.ts';
import { JourneySteps } from './JourneySteps.tsx';
import { TeammateWelcome } from './TeammateWelcome.tsx';

/** Everything the steps are judged by, as one thing that is loading, failed or there. */
function useJourney() {
  const isAdmin = useSession().role === 'admin';
  const connection = useConnection();
  const selection = useSavedSelection({ enabled: isAdmin });
  const runs = useRuns({ enabled: isAdmin });
  const teammates = useTeammates({ search: '', status: undefined, enabled: isAdmin });
  const queries = [connection, selection, runs, teammates];
  return {
    connection: connection.data,
    selection: selection.data?.selection ?? null,
    runs: runs.data?.pages.flatMap((page) => page.items) ?? [],
    total: teammates.data?.pages[0]?.total ?? { active: 0, disabled: 0, removed: 0 },
    isLoading: queries.some((query) => query.isLoading),
    failed: queries.find((query) => query.isError && query.data === undefined),
    retry: () => queries.filter((query) => query.isError).forEach((query) => void query.refetch()),
  };
}

function Running({ runId }: { runId: string }) {
  const { t } = useTranslation('overview');
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>{t('running')}</MessageBarBody>
      <MessageBarActions>
        <RouterButton to={`/sync/runs/${runId}`}>{t('follow')}</RouterButton>
      </MessageBarActions>
    </MessageBar>
  );
}

/** Where the admin is on the way from connecting to the first signature, and the next step. */
export function OverviewPage() {
  const { t } = useTranslation('overview');
  const { user, role } = useSession();
  const journey = useJourney();
  const title = t('greeting', { name: user.displayName });
  if (role !== 'admin') return <TeammateWelcome title={title} connection={journey.connection} />;
  if (journey.failed) {
    return (
      <Page title={title}>
        <ProblemNotice error={journey.failed.error} onRetry={journey.retry} />
      </Page>
    );
  }
  if (journey.isLoading || !journey.connection) {
    return (
      <Page title={title}>
        <RowSkeletons rows={5} />
      </Page>
    );
  }
  const { connection, selection, runs, total } = journey;
  const done = doneSteps({ connection, selection, runs, activeTeammates: total.active });
  const next = nextStep(done);
  const running = runs.find((run) => !isFinished(run));
  return (
    <Page title={title} lead={t(`lead.${next === 'signature' ? 'done' : next}`)}>
      {running && <Running runId={running.id} />}
      <JourneySteps facts={{ connection, selection, runs, activeTeammates: total.active }} done={done} next={next} />
    </Page>
  );
}
