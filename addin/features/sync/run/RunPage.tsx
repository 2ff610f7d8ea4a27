import { Badge, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Run } from '../../../../server/src/contract/sync/sync.ts';
import { ApiProblem } from '../../../api/client/apiProblem.ts';
import { useRun } from '../../../api/sync/runsApi.ts';
import { isFinished } from '../../../api/live/isFinished.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { BackLink } from '../../../ui/page/BackLink.tsx';
import { Page } from '../../../ui/page/Page.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { RowSkeletons } from '../../../ui/page/RowSkeletons.tsx';
import { PlanResult } from './PlanResult.tsx';
import { RunBrokenOff } from '../runs/RunBrokenOff.tsx';
import { RunProgress } from './RunProgress.tsx';
import { RunStatusBadge } from '../runs/RunStatusBadge.tsx';
import { SyncResult } from '../status/SyncResult.tsx';

const useStyles = makeStyles({
  lead: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  parts: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
});

function RunLead({ run }: { run: Run }) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const formats = useFormats();
  return (
    <span className={styles.lead}>
      <RunStatusBadge run={run} />
      {run.kind === 'sync' && <Badge appearance="outline">{t(`mode.${run.mode}`)}</Badge>}
      <span>
        {run.startedBy === null ? t(`trigger.${run.trigger}`) : t('run.startedBy', { name: run.startedBy.displayName })}
        {run.finishedAt !== null &&
          ` · ${t('run.took', { duration: formats.duration(run.startedAt, run.finishedAt) })}`}
      </span>
    </span>
  );
}

function RunBody({ run }: { run: Run }) {
  if (!isFinished(run)) return <RunProgress run={run} />;
  return (
    <>
      {run.status !== 'succeeded' && <RunBrokenOff run={run} />}
      {run.kind === 'sync' && <SyncResult run={run} />}
      {run.kind === 'preview' && run.status === 'succeeded' && <PlanResult run={run} />}
    </>
  );
}

/** Old runs are forgotten, and links to them stay in mails and bookmarks. */
const isGone = (error: unknown): boolean => error instanceof ApiProblem && error.status === 404;

/** One run: live while it is under way, its outcome afterwards. */
export function RunPage() {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const formats = useFormats();
  const { id = '' } = useParams();
  const { data: run, isError, error, refetch } = useRun(id);
  return (
    <Page
      key={id}
      title={run ? t('run.title', { kind: t(`run.${run.kind}`), when: formats.instant(run.startedAt) }) : t('title')}
      {...(run ? { lead: <RunLead run={run} /> } : {})}
      before={<BackLink to="/sync">{t('run.back')}</BackLink>}
    >
      <div className={styles.parts}>
        {run ? (
          <RunBody run={run} key={run.id} />
        ) : isGone(error) ? (
          <MessageBar intent="info" layout="multiline" role="status">
            <MessageBarBody>{t('run.gone')}</MessageBarBody>
          </MessageBar>
        ) : isError ? (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        ) : (
          <RowSkeletons />
        )}
      </div>
    </Page>
  );
}
