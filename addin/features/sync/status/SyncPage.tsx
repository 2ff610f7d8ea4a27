import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../api/client/ApiContext.tsx';
import { useConnection } from '../../../api/manage/connectionApi.ts';
import { useRuns } from '../../../api/sync/runListApi.ts';
import { useSyncStatus } from '../../../api/sync/syncApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { ActionNotice } from '../../../ui/notices/ActionNotice.tsx';
import { Page } from '../../../ui/page/Page.tsx';
import { Panel } from '../../../ui/page/Panel.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { RouterButton } from '../../../ui/buttons/RouterButton.tsx';
import { RowSkeletons } from '../../../ui/page/RowSkeletons.tsx';
import { ActiveRun } from '../run/ActiveRun.tsx';
import { Runs } from '../runs/Runs.tsx';
import { Activity } from './Activity.tsx';
import { SyncStatusPanel } from './SyncStatusPanel.tsx';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  // About as high as what comes, so that nothing below moves when it does.
  coming: { minHeight: '420px' },
});

/** People who wait for a decision are the one thing here that does not settle itself. */
function HeldNotice({ held }: { held: number }) {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  const isAdmin = useSession().role === 'admin';
  if (held === 0) return null;
  return (
    <ActionNotice
      intent="warning"
      action={<RouterButton to="/sync/held">{t(isAdmin ? 'result.heldAction' : 'result.heldShow')}</RouterButton>}
    >
      {t('result.held', { count: held, formatted: formats.number(held) })}
    </ActionNotice>
  );
}

/** Whether people are kept current; as high while it is on its way as when it is here. */
function Status({ isRunning }: { isRunning: boolean }) {
  const styles = useStyles();
  const status = useSyncStatus();
  const connection = useConnection();
  if (status.data && connection.data) {
    return <SyncStatusPanel status={status.data} connection={connection.data} isRunning={isRunning} />;
  }
  const failed = [status, connection].find((query) => query.isError);
  if (failed) return <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  return (
    <Panel className={styles.coming}>
      <RowSkeletons rows={6} />
    </Panel>
  );
}

/** How the sync is doing, the run under way, and those before it. */
export function SyncPage() {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const { data: status, isLoading } = useSyncStatus();
  const activeRunId = useRuns({ status: 'running' }).data?.pages[0]?.items[0]?.id;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className={styles.parts}>
        {status && <HeldNotice held={status.held} />}
        {activeRunId !== undefined && <ActiveRun id={activeRunId} key={activeRunId} />}
        <Status isRunning={activeRunId !== undefined} />
        {status?.lastSync && <Activity />}
        {/* Asked for at once, and drawn below what comes between. */}
        <div hidden={isLoading}>
          <Runs />
        </div>
      </div>
    </Page>
  );
}
