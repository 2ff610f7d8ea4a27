import { Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useHref, useLinkClickHandler } from 'react-router';
import type { Run, RunChange } from '../../../server/src/contract/sync/sync.ts';
import { useLastChanges } from '../../api/sync/lastChangesApi.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { ActionBadge } from '../../ui/changes/ActionBadge.tsx';
import { useChangeName } from '../../ui/changes/useChangeName.ts';
import { Panel } from '../../ui/page/Panel.tsx';
import { RowSkeletons } from '../../ui/page/RowSkeletons.tsx';
import { twoLines } from '../../ui/page/twoLines.ts';
import { useNow } from '../../ui/state/useNow.ts';

const useStyles = makeStyles({
  list: { minHeight: '176px', margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    color: 'inherit',
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, ':last-child': { borderBottom: 'none' } },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  name: twoLines,
  faint: { color: tokens.colorNeutralForeground2 },
});

/** The fields by name, as far as they fit in a line. */
const namedFields = 3;

function Change({ change }: { change: RunChange }) {
  const { t } = useTranslation('overview');
  const styles = useStyles();
  const formats = useFormats();
  const now = useNow();
  const to = `/teammates/${change.teammateId}`;
  const href = useHref(to);
  const follow = useLinkClickHandler<HTMLAnchorElement>(to);
  const fields = change.changes.map(({ field }) => field);
  const nameOf = useChangeName(fields.slice(0, namedFields));
  const more = fields.length - namedFields;
  const named = [
    ...fields.slice(0, namedFields).map(nameOf),
    ...(more > 0 ? [t('last.more', { count: more, formatted: formats.number(more) })] : []),
  ];
  return (
    <li className={styles.item}>
      <a href={href} onClick={follow} className={styles.row}>
        <span className={styles.words}>
          <Body1Strong className={styles.name} title={change.displayName}>
            <bdi>{change.displayName}</bdi>
          </Body1Strong>
          <Caption1 className={styles.faint}>
            {formats.fromNow(change.at, now)}
            {change.action === 'update' && ` · ${formats.list(named)}`}
          </Caption1>
        </span>
        <ActionBadge action={change.action} words="action" />
      </a>
    </li>
  );
}

/** The last people a sync touched, and what about them. */
export function LastChanges({ runs }: { runs: readonly Run[] }) {
  const { t } = useTranslation('overview');
  const styles = useStyles();
  const { changes, isLoading } = useLastChanges(runs);
  return (
    <Panel title={t('last.title')}>
      {isLoading ? (
        <RowSkeletons rows={5} />
      ) : changes.length === 0 ? (
        <p className={styles.faint}>{t('last.none')}</p>
      ) : (
        <ul className={styles.list}>
          {changes.map((change) => (
            <Change key={`${change.runId} ${change.teammateId}`} change={change} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
