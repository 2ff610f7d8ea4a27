import { Caption1, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useHref, useLinkClickHandler } from 'react-router';
import type { TeammateTotal } from '../../../server/src/contract/people/teammateTotal.ts';
import { useActivity } from '../../api/sync/activityApi.ts';
import { useCompleteness } from '../../api/people/completenessApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { changesOf } from '../../ui/chart/barParts.ts';
import { shareOf } from '../../ui/people/shareOf.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    // Beside each other as far as their words fit, however long those are.
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 104px), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  figure: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: 'inherit',
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  number: { ...typographyStyles.title2, fontVariantNumeric: 'tabular-nums' },
  name: { color: tokens.colorNeutralForeground2 },
});

interface FigureProps {
  readonly name: string;
  readonly count: number | undefined;
  /** The same in another notation. */
  readonly text?: string;
  readonly to: string;
}

function Figure({ name, count, text, to }: FigureProps) {
  const styles = useStyles();
  const formats = useFormats();
  const href = useHref(to);
  const follow = useLinkClickHandler<HTMLAnchorElement>(to);
  return (
    <li>
      <a href={href} onClick={follow} className={styles.figure}>
        <span className={styles.number}>{count === undefined ? '–' : (text ?? formats.number(count))}</span>
        <Caption1 className={styles.name}>{name}</Caption1>
      </a>
    </li>
  );
}

interface FiguresProps {
  readonly total: TeammateTotal;
  readonly held: number;
  /** Teammates whose Outlook has asked for a signature. */
  readonly seen: number;
}

/** How much of what signatures show is known, and how many cannot be called. */
function Filled() {
  const { t } = useTranslation('overview');
  const { number, percent } = useFormats();
  const counts = useCompleteness().data;
  if (counts === undefined) return <Figure name={t('figures.filled')} count={undefined} to="/completeness" />;
  const { filled, of, withoutPhone } = counts;
  const lacking = t('figures.withoutPhone', { count: withoutPhone, formatted: number(withoutPhone) });
  const name = withoutPhone === 0 ? t('figures.filled') : `${t('figures.filled')}; ${lacking}`;
  const share = shareOf(filled, of);
  return <Figure name={name} count={share} text={percent(share)} to="/completeness" />;
}

/** Five numbers that are true now, each leading to those it counts. */
export function Figures({ total, held, seen }: FiguresProps) {
  const { t } = useTranslation('overview');
  const styles = useStyles();
  const month = useActivity('month').data?.buckets;
  const changed = month?.reduce((sum, bucket) => sum + changesOf(bucket), 0);
  return (
    <ul className={styles.list} aria-label={t('figures.label')}>
      <Figure name={t('figures.active')} count={total.active} to="/teammates?status=active" />
      <Filled />
      <Figure name={t('figures.changed')} count={changed} to="/sync" />
      <Figure name={t('figures.held')} count={held} to="/sync/held" />
      <Figure name={t('figures.seen')} count={seen} to="/rollout" />
    </ul>
  );
}
