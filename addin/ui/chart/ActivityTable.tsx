import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ActivityBucket } from '../../../server/src/contract/sync/sync.ts';
import { useFormats } from '../../i18n/useFormats.ts';

const useStyles = makeStyles({
  // A table of figures cannot wrap; it scrolls for itself so that the page does not.
  scroll: {
    overflowX: 'auto',
    maxHeight: '320px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
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

const columns = ['arrived', 'updated', 'left', 'held', 'failed'] as const;

interface ActivityTableProps {
  readonly title: string;
  readonly buckets: readonly ActivityBucket[];
  readonly nameOf: (at: string) => string;
  readonly isShown: boolean;
}

/** What the chart shows, in figures, newest first; out of sight it is still there for screen readers. */
export function ActivityTable({ title, buckets, nameOf, isShown }: ActivityTableProps) {
  const { t } = useTranslation('chart');
  const styles = useStyles();
  const formats = useFormats();
  const table = (
    <table className={styles.table}>
      <caption hidden={isShown}>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('when')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`kind.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...buckets].reverse().map((bucket) => (
          <tr key={bucket.at}>
            <th scope="row">{nameOf(bucket.at)}</th>
            {columns.map((column) => (
              <td key={column}>{formats.number(bucket[column])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (!isShown) return <div className={styles.hidden}>{table}</div>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it the keyboard could not scroll the table.
    <div className={mergeClasses(styles.scroll)} role="group" aria-label={title} tabIndex={0}>
      {table}
    </div>
  );
}
