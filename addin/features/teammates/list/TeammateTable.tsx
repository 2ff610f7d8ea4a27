import { Caption1, Checkbox, Link, makeStyles, tokens } from '@fluentui/react-components';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useHref, useLinkClickHandler } from 'react-router';
import type { TeammateSummary } from '../../../../server/src/contract/people/teammates.ts';
import { CompletenessBar } from '../../../ui/people/CompletenessBar.tsx';
import { TeammateAvatar } from '../../../ui/people/TeammateAvatar.tsx';
import { useFormats } from '../../../i18n/useFormats.ts';
import { useNow } from '../../../ui/state/useNow.ts';
import { useIsWide } from '../../../ui/window/useIsWide.ts';
import type { MorePages } from '../../../ui/lists/useWindowRows.ts';
import { VirtualTable, type TableColumn, type TableOrder } from '../../../ui/lists/VirtualTable.tsx';
import { TeammateBadges } from '../TeammateBadges.tsx';
import { useDeadline } from '../useDeadline.ts';
import type { ListSort } from './listChoice.ts';
import { usePersonAddress, usePersonBeside } from './personBesideList.ts';
import type { Marked } from './useMarked.ts';

const clipped = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

const useStyles = makeStyles({
  person: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, minWidth: 0 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1 },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  name: {
    ...clipped,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    minWidth: 0,
    textAlign: 'left',
    '&[aria-current]': { color: tokens.colorBrandForeground1, textDecorationLine: 'underline' },
  },
  badges: { display: 'flex', flexShrink: 0, gap: tokens.spacingHorizontalXS, ':empty': { display: 'none' } },
  faint: { ...clipped, color: tokens.colorNeutralForeground2 },
  text: { ...clipped, display: 'block', color: tokens.colorNeutralForeground1 },
});

function PersonCell({ teammate, isCompact }: { teammate: TeammateSummary; isCompact: boolean }) {
  const styles = useStyles();
  const to = usePersonAddress()(teammate.id);
  const beside = usePersonBeside();
  const follow = useLinkClickHandler<HTMLAnchorElement>(to);
  const deadline = useDeadline()(teammate);
  const badges = (
    <span className={styles.badges}>
      <TeammateBadges teammate={teammate} isShort />
    </span>
  );
  return (
    <span className={styles.person}>
      <TeammateAvatar teammate={teammate} size={isCompact ? 24 : 32} />
      <span className={styles.words}>
        <span className={styles.line}>
          <Link
            href={useHref(to)}
            onClick={follow}
            className={styles.name}
            title={teammate.displayName}
            dir="auto"
            data-person={teammate.id}
            aria-current={beside.hasRoom && beside.id === teammate.id ? 'true' : undefined}
          >
            {teammate.displayName}
          </Link>
          {isCompact && badges}
        </span>
        {!isCompact && (
          <span className={styles.line}>
            {badges}
            <Caption1 className={styles.faint}>{deadline ?? teammate.mail ?? teammate.userPrincipalName}</Caption1>
          </span>
        )}
      </span>
    </span>
  );
}

type Column = TableColumn<TeammateSummary, ListSort>;

function TextCell({ value }: { value: string | null }) {
  const styles = useStyles();
  return (
    <span className={styles.text} {...(value === null ? {} : { title: value })}>
      <bdi>{value}</bdi>
    </span>
  );
}

function AgoCell({ instant, now }: { instant: string; now: number }) {
  const styles = useStyles();
  const formats = useFormats();
  return (
    <time dateTime={instant} title={formats.instant(instant)} className={styles.faint}>
      {formats.fromNow(instant, now)}
    </time>
  );
}

interface TeammateTableProps {
  readonly items: readonly TeammateSummary[];
  readonly order: TableOrder<ListSort>;
  readonly onOrder: (order: TableOrder<ListSort>) => void;
  readonly isCompact: boolean;
  /** Null for those who may only look. */
  readonly marked: Marked | null;
  readonly more: MorePages;
}

interface MarkProps {
  readonly teammate: TeammateSummary;
  readonly isMarked: boolean;
  readonly onToggle: Marked['toggle'];
}

/** With one tick, of all in sight only one is drawn again. */
const Mark = memo(function Mark({ teammate, isMarked, onToggle }: MarkProps) {
  const { t } = useTranslation('teammates');
  const label = t('bulk.one', { name: teammate.displayName });
  return <Checkbox aria-label={label} checked={isMarked} onChange={() => onToggle(teammate)} />;
});

function useMarkColumn(marked: Marked, items: readonly TeammateSummary[]): Column {
  const { t } = useTranslation('teammates');
  const { ids, toggle, setAll } = marked;
  return useMemo(() => {
    const count = items.filter(({ id }) => ids.has(id)).length;
    return {
      key: 'mark',
      width: '32px',
      head: (
        <Checkbox
          aria-label={t('bulk.all')}
          checked={count === 0 ? false : count === items.length ? true : 'mixed'}
          onChange={() => setAll(count === items.length ? [] : items)}
        />
      ),
      render: (teammate) => <Mark teammate={teammate} isMarked={ids.has(teammate.id)} onToggle={toggle} />,
    };
  }, [t, ids, toggle, setAll, items]);
}

/** Columns there is no room for, because the window is narrow or somebody stands beside the list. */
const leftOut: Readonly<Record<'narrow' | 'beside', readonly string[]>> = {
  narrow: ['phone'],
  beside: ['phone', 'department', 'updatedAt'],
};

function useColumns(isCompact: boolean): readonly Column[] {
  const { t } = useTranslation('teammates');
  const { id, hasRoom } = usePersonBeside();
  const isBeside = hasRoom && id !== null;
  const isWide = useIsWide(1280);
  const now = useNow();
  const all = useMemo(
    (): readonly Column[] => [
      {
        ...{ key: 'name', sort: 'name', head: t('column.person'), width: 'minmax(0, 2.2fr)' },
        render: (teammate) => <PersonCell teammate={teammate} isCompact={isCompact} />,
      },
      {
        ...{ key: 'title', sort: 'title', head: t('column.title'), width: 'minmax(0, 1.4fr)' },
        render: ({ jobTitle }) => <TextCell value={jobTitle} />,
      },
      {
        ...{ key: 'department', sort: 'department', head: t('column.department'), width: 'minmax(0, 1.1fr)' },
        render: ({ department }) => <TextCell value={department} />,
      },
      {
        ...{ key: 'phone', head: t('column.phone'), width: '150px' },
        render: ({ phone }) => <TextCell value={phone} />,
      },
      {
        ...{ key: 'filled', head: t('column.filled'), width: '72px' },
        render: ({ completeness }) => <CompletenessBar completeness={completeness} />,
      },
    ],
    [t, isCompact],
  );
  return useMemo(() => {
    const updated: Column = {
      ...{ key: 'updatedAt', sort: 'updatedAt', head: t('column.updated'), width: '118px' },
      render: ({ updatedAt }) => <AgoCell instant={updatedAt} now={now} />,
    };
    const left = isBeside ? leftOut.beside : isWide ? [] : leftOut.narrow;
    return [...all, updated].filter(({ key }) => !left.includes(key));
  }, [t, all, now, isBeside, isWide]);
}

/** For those who may not tick. */
const nobodyMarked: Marked = { ids: new Set(), people: [], toggle: () => undefined, setAll: () => undefined };

/** Teammates in columns, for where there is room. */
export function TeammateTable({ items, order, onOrder, isCompact, marked, more }: TeammateTableProps) {
  const { t } = useTranslation('teammates');
  const columns = useColumns(isCompact);
  const mark = useMarkColumn(marked ?? nobodyMarked, items);
  return (
    <VirtualTable
      label={t('title')}
      columns={marked === null ? columns : [mark, ...columns]}
      items={items}
      keyOf={({ id }) => id}
      rowHeight={isCompact ? 40 : 56}
      order={order}
      onOrder={onOrder}
      more={more}
    />
  );
}
