import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../server/src/contract/sync/sync.ts';
import { useSession } from '../../../api/client/ApiContext.tsx';
import { useFormats } from '../../../i18n/useFormats.ts';
import { EmptyState } from '../../../ui/page/EmptyState.tsx';
import { CheckmarkCircleRegular } from '../../../ui/icons.ts';
import { Panel } from '../../../ui/page/Panel.tsx';
import { planActions } from '../../../ui/changes/actionLook.tsx';
import { PlanEntries } from './PlanEntries.tsx';
import { PlanFigures } from './PlanFigures.tsx';
import { PlanWarnings } from './PlanWarnings.tsx';
import { SyncNow } from '../status/SyncNow.tsx';

/** A finished preview: what would change, and the way to make it so. */
export function PlanResult({ run }: { run: Run }) {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  const isAdmin = useSession().role === 'admin';
  const { unchanged } = run.counts;
  const isNothing = planActions.every((action) => run.counts[action] === 0);
  if (isNothing) {
    return (
      <>
        <PlanWarnings warnings={run.warnings} />
        <Panel>
          <EmptyState
            icon={<CheckmarkCircleRegular />}
            title={t('plan.nothing')}
            text={t('plan.nothingText', { count: unchanged, formatted: formats.number(unchanged) })}
          />
        </Panel>
      </>
    );
  }
  return (
    <>
      <PlanWarnings warnings={run.warnings} />
      {isAdmin && <SyncNow run={run} />}
      <Panel title={t('plan.title')}>
        <PlanFigures counts={run.counts} />
        <PlanEntries run={run} />
      </Panel>
    </>
  );
}
