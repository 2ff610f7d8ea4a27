import { Badge, Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useHref, useLinkClickHandler } from 'react-router';
import type { Run } from '../../../../server/src/contract/sync/sync.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { ChevronRightRegular } from '../../../ui/icons.ts';
import { RunStatusBadge } from './RunStatusBadge.tsx';
import { planActions } from '../../../ui/changes/actionLook.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, ':last-child': { borderBottom: 'none' } },
  link: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 20px',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    color: 'inherit',
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  words: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  faint: { color: tokens.colorNeutralForeground2 },
});

function useCountsText(): (run: Run) => string {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  return ({ kind, counts }) =>
    planActions
      .filter((action) => counts[action] > 0)
      .map(
        (action) =>
          `${t(`changes:${kind === 'preview' ? 'planAction' : 'action'}.${action}`)} ${formats.number(counts[action])}`,
      )
      .join(' · ');
}

function RunRow({ run }: { run: Run }) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const formats = useFormats();
  const countsText = useCountsText()(run);
  const to = `/sync/runs/${run.id}`;
  const follow = useLinkClickHandler<HTMLAnchorElement>(to);
  const took = run.finishedAt === null ? '' : ` · ${formats.duration(run.startedAt, run.finishedAt)}`;
  return (
    <a href={useHref(to)} onClick={follow} className={styles.link}>
      <span className={styles.words}>
        <span className={styles.head}>
          <Body1Strong>{t(`run.${run.kind}`)}</Body1Strong>
          <RunStatusBadge run={run} />
          {run.kind === 'sync' && (
            <Badge appearance="outline" color="informative">
              {t(`mode.${run.mode}`)}
            </Badge>
          )}
        </span>
        <Caption1 className={styles.faint}>
          {formats.instant(run.startedAt)}{' '}
          {run.startedBy === null ? t(`trigger.${run.trigger}`) : t('history.by', { name: run.startedBy.displayName })}
          {took}
        </Caption1>
        {countsText !== '' && <Caption1>{countsText}</Caption1>}
      </span>
      <ChevronRightRegular aria-hidden />
    </a>
  );
}

/** What ran before, newest first, where there is no room for a table. */
export function RunHistory({ runs }: { runs: readonly Run[] }) {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={t('history.list')}>
      {runs.map((run) => (
        <li key={run.id} className={styles.item}>
          <RunRow run={run} />
        </li>
      ))}
    </ul>
  );
}
