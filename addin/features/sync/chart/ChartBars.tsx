import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/useFormats.ts';
import { ChartPicture, type Pointing } from './ChartPicture.tsx';
import { useChartStyles } from './chartStyles.ts';
import { stack, type RunPoint } from './runSeries.ts';

const height = 110;
/** Room above the highest bar for parts that are drawn higher than they are, so that they can be seen. */
const head = 6;

interface ChartBarsProps extends Pointing {
  readonly points: readonly RunPoint[];
}

/** The changes of each run as stacked bars. */
export function ChartBars({ points, ...pointing }: ChartBarsProps) {
  const { t } = useTranslation('sync');
  const styles = useChartStyles();
  const formats = useFormats();
  const most = Math.max(0, ...points.map(({ changed }) => changed));
  const label = t('chart.changesLabel', { count: points.length, most: formats.number(most) });
  return (
    <ChartPicture
      name={t('chart.changesPerRun')}
      most={t('chart.most', { formatted: formats.number(most) })}
      label={label}
      slots={points.length}
      height={height}
      {...pointing}
    >
      {points.map((point, index) =>
        stack(point, most, height - head).map((part) => (
          <rect
            key={`${point.id} ${part.kind}`}
            className={styles[part.kind]}
            x={index + 0.15}
            width={0.7}
            y={height - part.from - part.height}
            height={part.height}
          />
        )),
      )}
    </ChartPicture>
  );
}
