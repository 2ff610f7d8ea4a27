import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/src/contract/sync/sync.ts';
import type { TeammateTotal } from '../../../server/src/contract/people/teammateTotal.ts';
import { Panel } from '../../ui/page/Panel.tsx';
import { RowSkeletons } from '../../ui/page/RowSkeletons.tsx';
import { Figures } from './Figures.tsx';

// The figures above them are what one comes for; the picture and the names may follow.
const ActivityChart = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'activity-chart' */ '../../ui/chart/ActivityChart.tsx')).ActivityChart,
}));
const LastChanges = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'last-changes' */ './LastChanges.tsx')).LastChanges,
}));

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'start',
    gap: tokens.spacingVerticalL,
    '@media (min-width: 1200px)': { gridTemplateColumns: 'minmax(0, 3fr) minmax(320px, 2fr)' },
  },
  coming: { minHeight: '176px' },
});

interface DashboardProps {
  readonly total: TeammateTotal;
  readonly held: number;
  readonly seen: number;
  readonly runs: readonly Run[];
}

/** As high as the picture that takes its place. */
function Coming({ title }: { title: string }) {
  const styles = useStyles();
  return (
    <Panel title={title}>
      <div className={styles.coming}>
        <RowSkeletons rows={3} />
      </div>
    </Panel>
  );
}

/** How it stands after the first sync: five figures, thirty days, the last changes. */
export function Dashboard({ total, held, seen, runs }: DashboardProps) {
  const { t } = useTranslation('overview');
  const styles = useStyles();
  const title = t('chart:title.month');
  return (
    <>
      <Figures total={total} held={held} seen={seen} />
      <div className={styles.columns}>
        <Suspense fallback={<Coming title={title} />}>
          <ActivityChart span="month" title={title} />
        </Suspense>
        <Suspense fallback={<Coming title={t('last.title')} />}>
          <LastChanges runs={runs} />
        </Suspense>
      </div>
    </>
  );
}
