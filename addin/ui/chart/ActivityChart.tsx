import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityBucket } from '../../../server/src/contract/sync/sync.ts';
import { useActivity, type ActivitySpan } from '../../api/sync/activityApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { Panel } from '../page/Panel.tsx';
import { ProblemNotice } from '../notices/ProblemNotice.tsx';
import { ActivityBars } from './ActivityBars.tsx';
import { ActivityTable } from './ActivityTable.tsx';
import { changesOf } from './barParts.ts';
import { ChartKey } from './ChartKey.tsx';

const useStyles = makeStyles({
  // As high before the figures arrive as after: what is below stays where it is.
  room: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minHeight: '176px' },
  axis: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  reading: {
    margin: 0,
    minHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  foot: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
});

/** One day or hour in words: what the pointer is on, or all of them. */
function useReading(nameOf: (at: string) => string) {
  const { t } = useTranslation('chart');
  const formats = useFormats();
  const counted = (key: string, count: number) => t(key, { count, formatted: formats.number(count) });
  return (name: string | null, buckets: readonly ActivityBucket[]): string => {
    const sum = (of: (bucket: ActivityBucket) => number) => buckets.reduce((all, bucket) => all + of(bucket), 0);
    const failed = sum((bucket) => bucket.failed);
    const held = sum((bucket) => bucket.held);
    const parts = [
      counted('changes', sum(changesOf)),
      ...(held > 0 ? [counted('heldCount', held)] : []),
      ...(failed > 0 ? [counted('failedCount', failed)] : []),
    ].join(' · ');
    return name === null ? parts : `${nameOf(name)}: ${parts}`;
  };
}

interface PictureProps {
  readonly buckets: readonly ActivityBucket[];
  readonly nameOf: (at: string) => string;
}

function Picture({ buckets, nameOf }: PictureProps) {
  const styles = useStyles();
  const reading = useReading(nameOf);
  const [pointed, setPointed] = useState<number | null>(null);
  const current = pointed === null ? undefined : buckets[pointed];
  return (
    <>
      <ActivityBars buckets={buckets} pointed={pointed} onPoint={setPointed} />
      <div className={styles.axis} aria-hidden>
        {[buckets[0], buckets.at(-1)].map((bucket) => bucket && <span key={bucket.at}>{nameOf(bucket.at)}</span>)}
      </div>
      <p className={styles.reading}>{current ? reading(current.at, [current]) : reading(null, buckets)}</p>
    </>
  );
}

interface ActivityChartProps {
  readonly span: ActivitySpan;
  readonly title: string;
  /** Where the reader may choose the time. */
  readonly choice?: ReactNode;
}

/** What syncs changed, as a picture over time and as a table. */
export function ActivityChart({ span, title, choice }: ActivityChartProps) {
  const { t } = useTranslation('chart');
  const styles = useStyles();
  const formats = useFormats();
  const activity = useActivity(span);
  const [isTable, setIsTable] = useState(false);
  const nameOf = (at: string) => (span === 'month' ? formats.shortDay(at) : formats.time(at));
  const buckets = activity.data?.buckets;
  return (
    <Panel title={title} aside={<ChartKey />}>
      {choice}
      <div className={styles.room}>
        {activity.isError && !buckets && (
          <ProblemNotice error={activity.error} onRetry={() => void activity.refetch()} />
        )}
        {buckets && !isTable && <Picture buckets={buckets} nameOf={nameOf} />}
        {buckets && <ActivityTable title={title} buckets={buckets} nameOf={nameOf} isShown={isTable} />}
        {buckets && (
          <div className={styles.foot}>
            <Button appearance="subtle" size="small" onClick={() => setIsTable(!isTable)}>
              {t(isTable ? 'asPicture' : 'asTable')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}
