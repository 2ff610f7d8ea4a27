import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/useFormats.ts';
import { RouterLink } from '../../../ui/RouterLink.tsx';
import { changeKinds, type RunPoint } from '../chart/runSeries.ts';

const useStyles = makeStyles({
  // A table of figures cannot wrap; it scrolls for itself so that the page does not.
  scroll: { overflowX: 'auto', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      paddingBlock: tokens.spacingVerticalXS,
      paddingInlineEnd: tokens.spacingHorizontalL,
      textAlign: 'end',
      whiteSpace: 'nowrap',
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    },
    '& th:first-child': { textAlign: 'start' },
    '& thead th': { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
    '& tbody th': { fontWeight: tokens.fontWeightRegular },
  },
});

/** What the chart shows, in figures, newest first. */
export function RunTable({ points }: { points: readonly RunPoint[] }) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const formats = useFormats();
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it the keyboard could not scroll the table.
    <div className={styles.scroll} role="region" aria-label={t('chart.title')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('chart.run')}</th>
            {changeKinds.map((kind) => (
              <th key={kind} scope="col">
                {t(`chart.kind.${kind}`)}
              </th>
            ))}
            <th scope="col">{t('changes:action.hold')}</th>
            <th scope="col">{t('chart.inScope')}</th>
            <th scope="col">{t('chart.duration')}</th>
          </tr>
        </thead>
        <tbody>
          {[...points].reverse().map((point) => (
            <tr key={point.id}>
              <th scope="row">
                <RouterLink to={`/sync/runs/${point.id}`}>{formats.instant(point.startedAt)}</RouterLink>
              </th>
              {changeKinds.map((kind) => (
                <td key={kind}>{formats.number(point.changes[kind])}</td>
              ))}
              <td>{formats.number(point.held)}</td>
              <td>{point.people === null ? '–' : formats.number(point.people)}</td>
              <td>{formats.duration(point.startedAt, point.finishedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
