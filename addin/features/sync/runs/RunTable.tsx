import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../../server/src/contract/sync/sync.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { RouterLink } from '../../../ui/buttons/RouterLink.tsx';
import { RunStatusBadge } from './RunStatusBadge.tsx';
import { Took } from './Took.tsx';

const useStyles = makeStyles({
  // Where longer words need more room than there is, it scrolls for itself so that the page does not.
  scroll: { overflowX: 'auto', ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': {
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
      textAlign: 'start',
      verticalAlign: 'middle',
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    },
    '& thead th': { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
    '& tbody th': { fontWeight: tokens.fontWeightRegular },
    '& tbody tr:hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  number: { '&&': { textAlign: 'end' }, fontVariantNumeric: 'tabular-nums' },
  none: { color: tokens.colorNeutralForeground3 },
  when: { whiteSpace: 'nowrap' },
  words: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '2px' },
  faint: { color: tokens.colorNeutralForeground2 },
});

const figures = ['added', 'updated', 'left', 'held'] as const;

const figuresOf = ({ counts }: Run): Readonly<Record<(typeof figures)[number], number>> => ({
  added: counts.add + counts.enable,
  updated: counts.update,
  left: counts.disable + counts.remove,
  held: counts.hold,
});

function Row({ run }: { run: Run }) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const formats = useFormats();
  const counts = figuresOf(run);
  return (
    <tr>
      <th scope="row" className={styles.when}>
        <RouterLink to={`/sync/runs/${run.id}`}>{formats.instant(run.startedAt)}</RouterLink>
      </th>
      <td>
        <span className={styles.words}>
          {t(`run.${run.kind}`)}
          {run.kind === 'sync' && <Caption1 className={styles.faint}>{t(`mode.${run.mode}`)}</Caption1>}
        </span>
      </td>
      <td>
        <RunStatusBadge run={run} />
      </td>
      <td>{run.startedBy === null ? t(`filter.trigger.${run.trigger}`) : run.startedBy.displayName}</td>
      {figures.map((figure) => (
        <td key={figure} className={styles.number}>
          {counts[figure] === 0 ? (
            <span className={styles.none}>{formats.number(0)}</span>
          ) : (
            formats.number(counts[figure])
          )}
        </td>
      ))}
      <td className={styles.number}>
        <Took run={run} />
      </td>
    </tr>
  );
}

/** What ran before, newest first, in figures. */
export function RunTable({ runs }: { runs: readonly Run[] }) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without it the keyboard could not scroll the table.
    <div className={styles.scroll} role="group" aria-label={t('history.list')} tabIndex={0}>
      <table className={styles.table} aria-label={t('history.list')}>
        <thead>
          <tr>
            <th scope="col">{t('column.when')}</th>
            <th scope="col">{t('column.kind')}</th>
            <th scope="col">{t('column.outcome')}</th>
            <th scope="col">{t('column.trigger')}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col" className={styles.number}>
                {t(`column.${figure}`)}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              {t('column.took')}
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <Row key={run.id} run={run} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
