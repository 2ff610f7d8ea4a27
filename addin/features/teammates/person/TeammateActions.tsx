import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Teammate } from '../../../../server/src/contract/people/teammates.ts';
import { useSession } from '../../../api/client/ApiContext.tsx';
import { useRefreshTeammate, useRestoreTeammate } from '../../../api/people/teammatesApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { fieldName } from '../../../ui/changes/fieldName.ts';
import { ArrowClockwiseRegular, ArrowUndoRegular, MailEditRegular } from '../../../ui/icons.ts';
import { ProblemNotice } from '../../../ui/notices/ProblemNotice.tsx';
import { RouterButton } from '../../../ui/buttons/RouterButton.tsx';
import { changedFields } from './changedFields.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  bar: { paddingBlock: tokens.spacingVerticalS },
});

/** What came of reading this person again, in one sentence. */
function useRefreshNews(): (before: Teammate, after: Teammate) => string {
  const { t, i18n } = useTranslation('teammates');
  const formats = useFormats();
  return (before, after) => {
    const labels = new Map(after.fields.map((field) => [field.key, field.labels]));
    const fields = changedFields(before, after).map((field) => fieldName(i18n, field, labels.get(field) ?? null));
    return fields.length === 0 ? t('refresh.same') : t('refresh.changed', { fields: formats.list(fields) });
  };
}

interface Doing {
  readonly refresh: () => void;
  readonly restore: () => void;
  readonly isRefreshing: boolean;
  readonly isBusy: boolean;
  readonly error: unknown;
  /** What came of the last action, in one sentence. */
  readonly news: string | null;
}

function useDoing(teammate: Teammate): Doing {
  const { t } = useTranslation('teammates');
  const refresh = useRefreshTeammate();
  const restore = useRestoreTeammate();
  const refreshNews = useRefreshNews();
  const [news, setNews] = useState<string | null>(null);
  const { id } = teammate;
  return {
    refresh: () => {
      setNews(null);
      restore.reset();
      refresh.mutate(id, { onSuccess: (after) => setNews(refreshNews(teammate, after)) });
    },
    restore: () => {
      setNews(null);
      refresh.reset();
      restore.mutate(id, { onSuccess: () => setNews(t('restore.done')) });
    },
    isRefreshing: refresh.isPending,
    isBusy: refresh.isPending || restore.isPending,
    error: refresh.error ?? restore.error,
    news,
  };
}

/** A removed teammate can only be brought back; any other can be refreshed. */
function AdminAction({ status, doing }: { status: Teammate['status']; doing: Doing }) {
  const { t } = useTranslation('teammates');
  const { isBusy, isRefreshing } = doing;
  return status === 'removed' ? (
    <Button appearance="primary" icon={<ArrowUndoRegular />} onClick={doing.restore} disabledFocusable={isBusy}>
      {t('restore.action')}
    </Button>
  ) : (
    <Button
      appearance={status === 'disabled' ? 'primary' : 'secondary'}
      icon={<ArrowClockwiseRegular />}
      onClick={doing.refresh}
      disabledFocusable={isBusy}
    >
      {t(isRefreshing ? 'refresh.busy' : 'refresh.action')}
    </Button>
  );
}

/** Where what is kept of the person can be handed over or erased. */
function ToPrivacy({ teammate: { id, displayName } }: { teammate: Teammate }) {
  const { t } = useTranslation('teammates');
  const to = `/privacy?${new URLSearchParams({ person: id, name: displayName }).toString()}`;
  return (
    <RouterButton to={to} appearance="subtle">
      {t('detail.privacy')}
    </RouterButton>
  );
}

/** What can be done about one teammate, and what came of it. */
export function TeammateActions({ teammate }: { teammate: Teammate }) {
  const { t } = useTranslation('teammates');
  const styles = useStyles();
  const isAdmin = useSession().role === 'admin';
  const doing = useDoing(teammate);
  const { mail, status } = teammate;
  return (
    <div className={styles.root}>
      <div className={styles.actions}>
        {mail !== null && status === 'active' && (
          <RouterButton
            to={`/compose?from=${encodeURIComponent(mail)}`}
            appearance="primary"
            icon={<MailEditRegular />}
          >
            {t('detail.compose')}
          </RouterButton>
        )}
        {isAdmin && <AdminAction status={status} doing={doing} />}
        {isAdmin && <ToPrivacy teammate={teammate} />}
      </div>
      {doing.error !== null && <ProblemNotice error={doing.error} />}
      {doing.news !== null && (
        <MessageBar intent="success" layout="multiline" role="status" className={styles.bar}>
          <MessageBarBody>{doing.news}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
