import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { changeKinds } from './barParts.ts';
import { useChartStyles } from './chartStyles.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
  },
  item: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

/** What the colours mean. */
export function ChartKey() {
  const { t } = useTranslation('chart');
  const styles = useStyles();
  const chart = useChartStyles();
  return (
    <ul className={styles.list} aria-hidden>
      {([...changeKinds, 'failed'] as const).map((kind) => (
        <li key={kind} className={styles.item}>
          <svg width="10" height="10" aria-hidden>
            <rect
              className={chart[kind]}
              width="10"
              height={kind === 'failed' ? 4 : 10}
              y={kind === 'failed' ? 3 : 0}
              rx="1"
            />
          </svg>
          {t(`kind.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
