import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../server/src/contract/sync/sync.ts';
import { useSession } from '../../../api/client/ApiContext.tsx';
import { useSyncStatus } from '../../../api/sync/syncApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { ActionNotice } from '../../../ui/notices/ActionNotice.tsx';
import { EmptyState } from '../../../ui/page/EmptyState.tsx';
import { CheckmarkCircleRegular } from '../../../ui/icons.ts';
import { Panel } from '../../../ui/page/Panel.tsx';
import { RouterButton } from '../../../ui/buttons/RouterButton.tsx';
import { planActions } from '../../../ui/changes/actionLook.tsx';
import { ChangeEntries } from '../run/ChangeEntries.tsx';
import { DriftNotice } from './DriftNotice.tsx';
import { PlanFigures } from '../run/PlanFigures.tsx';
import { PlanWarnings } from '../run/PlanWarnings.tsx';

/** Those whom the sync held; some of them may be decided about by now. */
function HeldByRun({ run }: { run: Run }) {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  const isAdmin = useSession().role === 'admin';
  const waiting = useSyncStatus().data?.held ?? 0;
  const count = Math.min(run.counts.hold, waiting);
  if (count === 0) return null;
  return (
    <ActionNotice
      intent="warning"
      action={<RouterButton to="/sync/held">{t(isAdmin ? 'result.heldAction' : 'result.heldShow')}</RouterButton>}
    >
      {t('result.held', { count, formatted: formats.number(count) })}
    </ActionNotice>
  );
}

/** A sync that is over, done or broken off: what it changed and what is left to decide. */
export function SyncResult({ run }: { run: Run }) {
  const { t } = useTranslation('sync');
  const isNothing = planActions.every((action) => run.counts[action] === 0);
  return (
    <>
      {run.status === 'succeeded' && (
        <ActionNotice
          intent="success"
          role="status"
          action={
            <RouterButton to="/teammates" appearance="primary">
              {t('result.toTeammates')}
            </RouterButton>
          }
        >
          {t('result.done')}
        </ActionNotice>
      )}
      {run.status === 'succeeded' && run.trigger === 'nightly' && <DriftNotice counts={run.counts} />}
      <HeldByRun run={run} />
      <PlanWarnings warnings={run.warnings} />
      {isNothing ? (
        run.status === 'succeeded' && (
          <Panel>
            <EmptyState
              icon={<CheckmarkCircleRegular />}
              title={t('changes.nothing')}
              text={t('changes.nothingText')}
            />
          </Panel>
        )
      ) : (
        <Panel title={t('changes.title')}>
          {/* A refresh counts only those it touched; “1 person in scope” would frighten. */}
          {run.mode === 'full' && <PlanFigures counts={run.counts} />}
          <ChangeEntries run={run} />
        </Panel>
      )}
    </>
  );
}
