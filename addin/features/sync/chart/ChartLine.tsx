import { useTranslation } from 'react-i18next';
import { ChartPicture, type Pointing } from './ChartPicture.tsx';
import { useChartStyles } from './chartStyles.ts';

const height = 36;

interface ChartLineProps extends Pointing {
  readonly label: string;
  readonly values: readonly number[];
  readonly format: (value: number) => string;
}

/** One figure of each run as a line from zero. */
export function ChartLine({ label, values, format, ...pointing }: ChartLineProps) {
  const { t } = useTranslation('sync');
  const styles = useChartStyles();
  const most = Math.max(0, ...values);
  const y = (value: number) => height - 2 - (most === 0 ? 0 : (value / most) * (height - 6));
  const points = values.map((value, index) => `${index + 0.5},${y(value)}`).join(' ');
  const latest = values.at(-1) ?? 0;
  return (
    <ChartPicture
      name={label}
      most={t('chart.most', { formatted: format(most) })}
      label={t('chart.lineLabel', { name: label, latest: format(latest), most: format(most) })}
      slots={values.length}
      height={height}
      {...pointing}
    >
      <polyline className={styles.line} points={points} />
    </ChartPicture>
  );
}
