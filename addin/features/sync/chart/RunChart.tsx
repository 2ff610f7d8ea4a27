import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLatestRuns } from '../../../api/runsApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { ChartLine } from './ChartLine.tsx';
import { ChartBars } from './ChartBars.tsx';
import { ChartKey } from './ChartKey.tsx';
import { RunTable } from '../runs/RunTable.tsx';
import { runSeries, type RunPoint } from './runSeries.ts';

const shown = 30;

const useStyles = makeStyles({
  strips: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  reading: {
    margin: 0,
    minHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  toggle: { alignSelf: 'flex-start' },
});

/** One run in words: what the pointer is on, or the latest. */
function useReading(): (point: RunPoint) => string {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  const counted = (key: string, count: number) => t(key, { count, formatted: formats.number(count) });
  return ({ startedAt, finishedAt, changed, held, people }) =>
    [
      `${formats.instant(startedAt)}: ${counted('chart.changes', changed)}`,
      ...(held > 0 ? [counted('chart.heldCount', held)] : []),
      ...(people === null ? [] : [counted('chart.people', people)]),
      formats.duration(startedAt, finishedAt),
    ].join(' · ');
}

function Strips({ points }: { points: readonly RunPoint[] }) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const formats = useFormats();
  const reading = useReading();
  const [pointed, setPointed] = useState<number | null>(null);
  const current = points[pointed ?? points.length - 1] ?? points.at(-1);
  const people = points.flatMap((point) => (point.people === null ? [] : [point.people]));
  const fastest = new Date(0).toISOString();
  return (
    <div className={styles.strips}>
      <ChartKey />
      <ChartBars points={points} pointed={pointed} onPoint={setPointed} />
      <ChartLine
        label={t('chart.duration')}
        values={points.map(({ seconds }) => seconds)}
        format={(seconds) => formats.duration(fastest, new Date(seconds * 1000).toISOString())}
        pointed={pointed}
        onPoint={setPointed}
      />
      {people.length === points.length && (
        <ChartLine
          label={t('chart.inScope')}
          values={people}
          format={formats.number}
          pointed={pointed}
          onPoint={setPointed}
        />
      )}
      {/* The table below says the same to those who do not point. */}
      <p className={styles.reading} aria-hidden>
        {current && reading(current)}
      </p>
    </div>
  );
}

/** The latest syncs as a picture: what changed, how long it took and how many people there were; and as a table. */
export function RunChart() {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const runs = useLatestRuns(100);
  const [isTable, setIsTable] = useState(false);
  const points = useMemo(() => runSeries(runs.data ?? [], shown), [runs.data]);
  // One bar is no comparison; the history below shows a single run better.
  if (points.length < 2) return null;
  return (
    <Panel title={t('chart.title')}>
      {isTable ? <RunTable points={points} /> : <Strips points={points} />}
      <Button
        className={styles.toggle}
        appearance="subtle"
        size="small"
        aria-pressed={isTable}
        onClick={() => setIsTable(!isTable)}
      >
        {t('chart.asTable')}
      </Button>
    </Panel>
  );
}
