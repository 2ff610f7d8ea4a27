import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/ApiContext.tsx';
import { useConnection } from '../../api/connectionApi.ts';
import { useProposalCount } from '../../api/proposalsApi.ts';
import { useRuns } from '../../api/runsApi.ts';
import { useSavedSelection } from '../../api/selectionApi.ts';
import { useSyncStatus } from '../../api/syncApi.ts';
import { useTeammateTotal } from '../../api/teammatesApi.ts';
import { isFinished } from '../../api/watchRun.ts';
import { ActionNotice } from '../../ui/ActionNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { RouterButton } from '../../ui/RouterButton.tsx';
import { RowSkeletons } from '../../ui/RowSkeletons.tsx';
import { Dashboard } from './Dashboard.tsx';
import { doneSteps, isSetUp, nextStep, type Step } from './journey.ts';
import { JourneySteps } from './JourneySteps.tsx';
import { needsYou, type Need } from './needs.ts';
import { NeedsYou } from './NeedsYou.tsx';

/** Everything the page is judged by, as one thing that is loading, failed or there. */
function useFacts() {
  const isAdmin = useSession().role === 'admin';
  const connection = useConnection();
  const selection = useSavedSelection({ enabled: isAdmin });
  const runs = useRuns();
  const teammates = useTeammateTotal();
  const sync = useSyncStatus();
  const proposals = useProposalCount();
  const queries = [connection, selection, runs, teammates, sync, proposals];
  const { data: total } = teammates;
  return {
    facts:
      connection.data && sync.data && total && runs.data && (selection.data || !isAdmin) && proposals.data !== undefined
        ? {
            connection: connection.data,
            sync: sync.data,
            selection: selection.data?.selection ?? null,
            runs: runs.data.pages.flatMap((page) => page.items),
            total,
            activeTeammates: total.active,
            proposals: proposals.data,
          }
        : null,
    failed: queries.find((query) => query.isError && query.data === undefined),
    retry: () => queries.filter((query) => query.isError).forEach((query) => void query.refetch()),
  };
}

function Running({ runId }: { runId: string }) {
  const { t } = useTranslation('overview');
  return (
    <ActionNotice intent="info" action={<RouterButton to={`/sync/runs/${runId}`}>{t('follow')}</RouterButton>}>
      {t('running')}
    </ActionNotice>
  );
}

/** What the page says first: it never calls well what is not, and never asks to begin what was begun. */
function leadOf(next: Step | null, needs: readonly Need[]): string {
  if (needs.some(({ kind }) => kind === 'revoked')) return 'reconnect';
  if (needs.length > 0) return 'attention';
  return next ?? 'done';
}

/** The way to the first sync; from then on how it stands, what waits for the admin, and what happened lately. */
export function OverviewPage() {
  const { t } = useTranslation('overview');
  const { user, role } = useSession();
  const { facts, failed, retry } = useFacts();
  const title = t('greeting', { name: user.displayName });
  if (!facts) {
    return (
      <Page title={title}>
        {failed ? <ProblemNotice error={failed.error} onRetry={retry} /> : <RowSkeletons rows={5} />}
      </Page>
    );
  }
  const done = doneSteps(facts);
  // Those who only look have no steps to take.
  const isOver = role !== 'admin' || isSetUp(facts);
  const next = isOver ? null : nextStep(done);
  const needs = needsYou(facts.sync, facts.connection, facts.proposals);
  const running = facts.runs.find((run) => !isFinished(run));
  return (
    <Page title={title} lead={t(`lead.${leadOf(next, needs)}`)}>
      <NeedsYou needs={needs} />
      {running && <Running runId={running.id} />}
      {isOver ? (
        <Dashboard total={facts.total} held={facts.sync.held} runs={facts.runs} />
      ) : (
        <JourneySteps facts={facts} done={done} next={next} />
      )}
    </Page>
  );
}
