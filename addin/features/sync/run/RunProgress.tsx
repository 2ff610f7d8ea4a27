import { Button, Field, ProgressBar, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../server/src/contract/sync.ts';
import { useSession } from '../../../api/ApiContext.tsx';
import { useCancelRun } from '../../../api/runsApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { Announcement } from '../../../ui/Announcement.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx';
import { statusWord } from '../runs/statusWord.ts';
import { runProgress } from './runProgress.ts';

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
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  faint: { color: tokens.colorNeutralForeground2 },
});

function Figures({ run }: { run: Run }) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const formats = useFormats();
  const { progress } = run;
  const counted = (key: string, count: number) => t(key, { count, formatted: formats.number(count) });
  return (
    <ul className={styles.figures}>
      <li>{counted('progress.people', progress.peopleRead)}</li>
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
      <Subtitle2 as="h2">{phase}</Subtitle2>
      <Field validationState="none">
        <ProgressBar aria-label={t('progress.label')} thickness="large" {...(value === undefined ? {} : { value })} />
      </Field>
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
