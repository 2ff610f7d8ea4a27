import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Run } from '../../../server/src/contract/sync.ts';
import { useSession } from '../../api/ApiContext.tsx';
import { rememberPreview } from '../../api/previewedSelections.ts';
import { useRuns, useStartPreview, useStartSync } from '../../api/runsApi.ts';
import { useSavedSelection } from '../../api/selectionApi.ts';
import { isFinished } from '../../api/watchRun.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { EyeRegular, HistoryRegular } from '../../ui/icons.ts';
import { Page } from '../../ui/Page.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { RowSkeletons } from '../../ui/RowSkeletons.tsx';
import { ActiveRun } from './ActiveRun.tsx';
import { RunHistory } from './RunHistory.tsx';
import { SyncProblem } from './SyncProblem.tsx';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  hint: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '65ch' },
});

function Start() {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const navigate = useNavigate();
  const saved = useSavedSelection();
  const preview = useStartPreview();
  const sync = useStartSync();
  const open = (run: Run) => void navigate(`/sync/runs/${run.id}`);
  const startPreview = () =>
    preview.mutate(null, {
      onSuccess: (run) => {
        if (saved.data) rememberPreview(run.id, saved.data.selection);
        open(run);
      },
    });
  const isBusy = preview.isPending || sync.isPending;
  return (
    <Panel>
      <SyncProblem error={preview.error ?? sync.error} />
      <div className={styles.actions}>
        <Button
          appearance="primary"
          size="large"
          icon={<EyeRegular />}
          onClick={startPreview}
          disabledFocusable={isBusy}
        >
          {t('start.preview')}
        </Button>
        <Button size="large" onClick={() => sync.mutate(0, { onSuccess: open })} disabledFocusable={isBusy}>
          {t('start.sync')}
        </Button>
      </div>
      <p className={styles.hint}>{t('start.hint')}</p>
    </Panel>
  );
}

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

/** Starting a preview or a sync, the run under way, and those before it. */
export function SyncPage() {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const isAdmin = useSession().role === 'admin';
  const runs = useRuns();
  const active = runs.data?.pages[0]?.items.find((run) => !isFinished(run));
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className={styles.parts}>
        {active ? <ActiveRun run={active} key={active.id} /> : isAdmin && <Start />}
        <Panel title={t('history.title')}>
          <History runs={runs} />
        </Panel>
      </div>
    </Page>
  );
}
