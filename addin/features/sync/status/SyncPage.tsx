import { MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../api/ApiContext.tsx';
import { useConnection } from '../../../api/connectionApi.ts';
import { useRuns } from '../../../api/runsApi.ts';
import { useSyncStatus } from '../../../api/syncApi.ts';
import { isFinished } from '../../../api/watchRun.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { HistoryRegular } from '../../../ui/icons.ts';
import { Page } from '../../../ui/Page.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { RouterButton } from '../../../ui/RouterButton.tsx';
import { RowSkeletons } from '../../../ui/RowSkeletons.tsx';
import { ActiveRun } from '../run/ActiveRun.tsx';
import { RunChart } from '../chart/RunChart.tsx';
import { RunHistory } from '../runs/RunHistory.tsx';
import { SyncStatusPanel } from './SyncStatusPanel.tsx';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  bar: { paddingBlock: tokens.spacingVerticalS },
});

function History({ runs }: { runs: ReturnType<typeof useRuns> }) {
  const { t } = useTranslation('sync');
  const items = runs.data?.pages.flatMap((page) => page.items) ?? [];
  if (runs.isPending) return <RowSkeletons />;
  if (items.length === 0 && runs.isError) {
    return <ProblemNotice error={runs.error} onRetry={() => void runs.refetch()} />;
  }
  if (items.length === 0) {
    return <EmptyState icon={<HistoryRegular />} title={t('history.empty')} text={t('history.emptyText')} />;
  }
  return (
    <RunHistory
      runs={items}
      hasMore={runs.hasNextPage}
      isLoadingMore={runs.isFetchingNextPage}
      onMore={() => void runs.fetchNextPage()}
    />
  );
}

/** People who wait for a decision are the one thing here that does not settle itself. */
function HeldNotice({ held }: { held: number }) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const formats = useFormats();
  const isAdmin = useSession().role === 'admin';
  if (held === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody>{t('result.held', { count: held, formatted: formats.number(held) })}</MessageBarBody>
      <MessageBarActions>
        <RouterButton to="/sync/held">{t(isAdmin ? 'result.heldAction' : 'result.heldShow')}</RouterButton>
      </MessageBarActions>
    </MessageBar>
  );
}

/** How the sync is doing, the run under way, and those before it. */
export function SyncPage() {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const runs = useRuns();
  const status = useSyncStatus();
  const connection = useConnection();
  const active = runs.data?.pages[0]?.items.find((run) => !isFinished(run));
  const failed = [status, connection].find((query) => query.isError && query.data === undefined);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className={styles.parts}>
        {status.data && <HeldNotice held={status.data.held} />}
        {active && <ActiveRun run={active} key={active.id} />}
        {failed ? (
          <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />
        ) : status.data && connection.data ? (
          <SyncStatusPanel
            status={status.data}
            connection={connection.data.state}
            isRunning={active !== undefined || status.data.activeRunId !== null}
          />
        ) : (
          <RowSkeletons rows={4} />
        )}
        <RunChart />
        <Panel title={t('history.title')}>
          <History runs={runs} />
        </Panel>
      </div>
    </Page>
  );
}
