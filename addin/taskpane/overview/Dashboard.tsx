import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/src/contract/sync.ts';
import type { TeammatePage } from '../../../server/src/contract/teammates.ts';
import { ActivityChart } from '../../ui/chart/ActivityChart.tsx';
import { Figures } from './Figures.tsx';
import { LastChanges } from './LastChanges.tsx';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignItems: 'start',
    gap: tokens.spacingVerticalL,
    '@media (min-width: 1200px)': { gridTemplateColumns: 'minmax(0, 3fr) minmax(320px, 2fr)' },
  },
});

interface DashboardProps {
  readonly total: NonNullable<TeammatePage['total']>;
  readonly held: number;
  readonly seen: number;
  readonly runs: readonly Run[];
}

/** How it stands after the first sync: five figures, thirty days, the last changes. */
export function Dashboard({ total, held, seen, runs }: DashboardProps) {
  const { t } = useTranslation('overview');
  const styles = useStyles();
  return (
    <>
      <Figures total={total} held={held} seen={seen} />
      <div className={styles.columns}>
        <ActivityChart span="month" title={t('sync:chart.title.month')} />
        <LastChanges runs={runs} />
      </div>
    </>
  );
}
