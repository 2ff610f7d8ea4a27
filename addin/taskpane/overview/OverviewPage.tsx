import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/ApiContext.tsx';
import { useConnection } from '../../api/connectionApi.ts';
import { useRuns } from '../../api/runsApi.ts';
import { useSavedSelection } from '../../api/selectionApi.ts';
import { useSyncStatus } from '../../api/syncApi.ts';
import { useTeammates } from '../../api/teammatesApi.ts';
import { isFinished } from '../../api/watchRun.ts';
import { Page } from '../../ui/Page.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { RouterButton } from '../../ui/RouterButton.tsx';
import { RowSkeletons } from '../../ui/RowSkeletons.tsx';
import { doneSteps, nextStep, type Step } from './journey.ts';
import { JourneySteps } from './JourneySteps.tsx';
import { needsYou, type Need } from './needs.ts';
import { NeedsYou } from './NeedsYou.tsx';
import { TeammateWelcome } from './TeammateWelcome.tsx';

/** Everything the steps are judged by, as one thing that is loading, failed or there. */
function useJourney() {
  const isAdmin = useSession().role === 'admin';
  const connection = useConnection();
  const selection = useSavedSelection({ enabled: isAdmin });
  const runs = useRuns({ enabled: isAdmin });
  const teammates = useTeammates({ search: '', status: undefined, enabled: isAdmin });
  const sync = useSyncStatus({ enabled: isAdmin });
  const queries = [connection, selection, runs, teammates, sync];
  return {
    connection: connection.data,
    sync: sync.data,
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

/** What the page says first: it never calls well what is not, and never asks to begin what was begun. */
function leadOf(next: Step, needs: readonly Need[]): string {
  if (needs.some(({ kind }) => kind === 'revoked')) return 'reconnect';
  if (needs.length > 0) return 'attention';
  return next === 'signature' ? 'done' : next;
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
  if (journey.isLoading || !journey.connection || !journey.sync) {
    return (
      <Page title={title}>
        <RowSkeletons rows={5} />
      </Page>
    );
  }
  const { connection, selection, runs, total, sync } = journey;
  const done = doneSteps({ connection, selection, runs, activeTeammates: total.active });
  const next = nextStep(done);
  const needs = needsYou(sync, connection);
  const running = runs.find((run) => !isFinished(run));
  return (
    <Page title={title} lead={t(`lead.${leadOf(next, needs)}`)}>
      <NeedsYou needs={needs} />
      {running && <Running runId={running.id} />}
      <JourneySteps facts={{ connection, selection, runs, activeTeammates: total.active }} done={done} next={next} />
    </Page>
  );
}
