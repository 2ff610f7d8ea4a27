import {
  Button,
  Field,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  Subtitle2,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../server/src/contract/sync/sync.ts';
import { useSession } from '../../../api/client/ApiContext.tsx';
import { useCancelRun } from '../../../api/sync/runsApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { Announcement } from '../../../ui/notices/Announcement.tsx';
import { Panel } from '../../../ui/page/Panel.tsx';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { statusWord } from '../runs/statusWord.ts';
import { Took } from '../runs/Took.tsx';
import { useElapsed } from '../runs/useElapsed.ts';
import { peoplePerMinute, runProgress } from './runProgress.ts';
import { RunSteps } from './RunSteps.tsx';

const useStyles = makeStyles({
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalXS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    fontVariantNumeric: 'tabular-nums',
  },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  faint: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  bar: { paddingBlock: tokens.spacingVerticalS },
});

function Figures({ run }: { run: Run }) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const formats = useFormats();
  const { progress } = run;
  const rate = peoplePerMinute(run, useElapsed(run));
  const counted = (key: string, count: number) => t(key, { count, formatted: formats.number(count) });
  return (
    <ul className={styles.figures}>
      <li>{counted('progress.people', progress.peopleRead)}</li>
      {rate !== null && <li>{counted('progress.rate', rate)}</li>}
      <li>{counted('progress.requests', progress.graphRequests)}</li>
      {progress.readsKnown > 0 && (
        <li>
          {t('progress.reads', {
            done: formats.number(progress.readsDone),
            known: formats.number(progress.readsKnown),
          })}
        </li>
      )}
      {run.status === 'applying' && (
        <li>{counted(run.kind === 'preview' ? 'progress.written' : 'progress.applied', progress.applied)}</li>
      )}
    </ul>
  );
}

/** Why nothing arrives, and until when: a run that waits looks like one that is stuck. */
function Waiting({ run, isCancelling }: { run: Run; isCancelling: boolean }) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const formats = useFormats();
  const { waiting } = run.progress;
  if (isCancelling && run.status !== 'reading') return null;
  if (!isCancelling && waiting === null) return null;
  return (
    <MessageBar intent={isCancelling ? 'info' : 'warning'} layout="multiline" className={styles.bar}>
      <MessageBarBody>
        {isCancelling
          ? t('progress.cancelWaits')
          : waiting && t(`progress.waiting.${waiting.reason}`, { time: formats.time(waiting.until) })}
      </MessageBarBody>
    </MessageBar>
  );
}

/** A run under way: the phase, how far it is, and the way to stop it. */
export function RunProgress({ run }: { run: Run }) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const cancel = useCancelRun();
  const isAdmin = useSession().role === 'admin';
  const isCancelling = run.cancelRequested || cancel.isPending;
  const phase = t(isCancelling ? 'status.cancelling' : `status.${statusWord(run)}`);
  const value = runProgress(run);
  return (
    <Panel>
      {/* Only the phase is announced: numbers that change every second would talk over everything else. */}
      <Announcement text={phase} />
      <div className={styles.head}>
        <Subtitle2 as="h2">{phase}</Subtitle2>
        <span className={styles.faint}>
          <Took run={run} />
        </span>
      </div>
      <RunSteps run={run} />
      <Field validationState="none">
        <ProgressBar aria-label={t('progress.label')} thickness="large" {...(value === undefined ? {} : { value })} />
      </Field>
      <Waiting run={run} isCancelling={isCancelling} />
      <Figures run={run} />
      {cancel.isError && <ProblemNotice error={cancel.error} />}
      <div className={styles.foot}>
        {isAdmin && (
          <Button disabledFocusable={isCancelling} onClick={() => cancel.mutate(run.id)}>
            {t(isCancelling ? 'progress.cancelling' : 'progress.cancel')}
          </Button>
        )}
        <span className={styles.faint}>{t('progress.leave')}</span>
      </div>
    </Panel>
  );
}
