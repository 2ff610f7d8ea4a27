import {
  Button,
  Field,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useRun, useStartSync } from '../../api/sync/runsApi.ts';
import { useSyncStatus } from '../../api/sync/syncApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { RouterLink } from '../../ui/buttons/RouterLink.tsx';

const useStyles = makeStyles({
  bar: { paddingBlock: tokens.spacingVerticalS },
  progress: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
});

/** How far the run is that fetches them; its own page tells the rest. */
function Progress({ runId }: { readonly runId: string }) {
  const { t } = useTranslation('smartFields');
  const { number } = useFormats();
  const styles = useStyles();
  const read = useRun(runId).data?.progress.peopleRead ?? 0;
  return (
    <div className={styles.progress}>
      <Field validationState="none">
        <ProgressBar aria-label={t('fetch.progress')} />
      </Field>
      <span>
        {t('fetch.read', { count: read, formatted: number(read) })}{' '}
        <RouterLink to={`/sync/runs/${runId}`}>{t('fetch.follow')}</RouterLink>
      </span>
    </div>
  );
}

/** Fields that were taken into use and not asked for yet, and what an admin can do about that. */
export function FetchNotice({ names }: { readonly names: readonly string[] }) {
  const { t } = useTranslation('smartFields');
  const styles = useStyles();
  const isAdmin = useSession().role === 'admin';
  const status = useSyncStatus();
  const sync = useStartSync();
  if (names.length === 0 || !status.data) return null;
  const { activeRunId } = status.data;
  return (
    <>
      {sync.isError && <ProblemNotice error={sync.error} />}
      <MessageBar intent="info" layout="multiline" className={styles.bar}>
        <MessageBarBody>
          <MessageBarTitle>{t('fetch.title', { names: names.join(', ') })}</MessageBarTitle>
          {activeRunId === null ? t('fetch.text') : <Progress runId={activeRunId} />}
        </MessageBarBody>
        {isAdmin && activeRunId === null && (
          <MessageBarActions>
            <Button
              disabledFocusable={sync.isPending}
              onClick={() => sync.mutate({ mode: 'refresh', approvedDepartures: 0 })}
            >
              {t('fetch.now')}
            </Button>
          </MessageBarActions>
        )}
      </MessageBar>
    </>
  );
}
