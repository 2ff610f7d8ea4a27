import { Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ActivitySpan } from '../../../api/sync/activityApi.ts';
import { ActivityChart } from '../../../ui/chart/ActivityChart.tsx';
import { useFromAddress } from '../../../ui/state/useFromAddress.ts';
import { useKeptInAddress } from '../../../ui/state/useKeptInAddress.ts';

// Beside each other or one below the other, as their words need.
const useStyles = makeStyles({
  tabs: { flexWrap: 'wrap', minWidth: 0, marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalSNudge})` },
});

const spans = ['month', 'day'] as const;

const spanOf = (address: URLSearchParams): ActivitySpan => (address.get('span') === 'day' ? 'day' : 'month');

/** What changed, over a month or a day. */
export function Activity() {
  const { t } = useTranslation('chart');
  const styles = useStyles();
  const [span, setSpan] = useFromAddress(spanOf);
  useKeptInAddress({ span: span === 'month' ? '' : span });
  const choice = (
    <TabList
      size="small"
      className={styles.tabs}
      aria-label={t('span')}
      selectedValue={span}
      onTabSelect={(_, { value }) => setSpan(value === 'day' ? 'day' : 'month')}
    >
      {spans.map((name) => (
        <Tab key={name} value={name}>
          {t(`title.${name}`)}
        </Tab>
      ))}
    </TabList>
  );
  return <ActivityChart span={span} title={t('changed')} choice={choice} />;
}
