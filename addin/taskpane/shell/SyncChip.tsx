import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useHref, useLinkClickHandler } from 'react-router';
import type { SyncStatus } from '../../../server/src/contract/sync/sync.ts';
import { useConnection } from '../../api/manage/connectionApi.ts';
import { useFreshRuns } from '../../api/live/useFreshRuns.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import {
  ArrowSyncRegular,
  CheckmarkCircleRegular,
  ErrorCircleRegular,
  PauseCircleRegular,
  PersonClockRegular,
  PlugDisconnectedRegular,
  WarningRegular,
} from '../../ui/icons.ts';
import { tenantState, type TenantState } from '../../ui/tenantState.ts';
import { useIsWide } from '../../ui/window/useIsWide.ts';
import { useNow } from '../../ui/state/useNow.ts';

const useStyles = makeStyles({
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '24px',
    padding: `2px ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusCircular,
    border: '1px solid transparent',
    fontSize: tokens.fontSizeBase200,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '& svg': { fontSize: '16px', flexShrink: 0 },
  },
  good: { backgroundColor: tokens.colorStatusSuccessBackground1, color: tokens.colorStatusSuccessForeground1 },
  warn: { backgroundColor: tokens.colorStatusWarningBackground1, color: tokens.colorStatusWarningForeground3 },
  bad: { backgroundColor: tokens.colorStatusDangerBackground1, color: tokens.colorStatusDangerForeground1 },
  plain: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
});

type Look = { readonly tone: 'good' | 'warn' | 'bad' | 'plain'; readonly icon: ReactElement };

const looks: Readonly<Record<TenantState | 'held' | 'running', Look>> = {
  notConnected: { tone: 'plain', icon: <PlugDisconnectedRegular /> },
  refused: { tone: 'plain', icon: <PlugDisconnectedRegular /> },
  granting: { tone: 'plain', icon: <ArrowSyncRegular /> },
  incomplete: { tone: 'warn', icon: <WarningRegular /> },
  revoked: { tone: 'bad', icon: <PlugDisconnectedRegular /> },
  credentialEnded: { tone: 'bad', icon: <PlugDisconnectedRegular /> },
  troubled: { tone: 'bad', icon: <ErrorCircleRegular /> },
  nothingPicked: { tone: 'plain', icon: <WarningRegular /> },
  paused: { tone: 'warn', icon: <PauseCircleRegular /> },
  failing: { tone: 'bad', icon: <ErrorCircleRegular /> },
  waiting: { tone: 'plain', icon: <WarningRegular /> },
  active: { tone: 'good', icon: <CheckmarkCircleRegular /> },
  held: { tone: 'warn', icon: <PersonClockRegular /> },
  running: { tone: 'plain', icon: <ArrowSyncRegular /> },
};

/** Trouble first, then what is under way, then who waits. */
function shownState(state: TenantState, { activeRunId, held }: SyncStatus): keyof typeof looks {
  if (state === 'active' || state === 'waiting') {
    if (activeRunId !== null) return 'running';
    if (held > 0) return 'held';
  }
  return state;
}

/** How the sync is doing, on every page; it keeps the lists as fresh as itself. Where there is no room, its icon alone. */
export function SyncChip() {
  const { t } = useTranslation('tenant');
  const styles = useStyles();
  const formats = useFormats();
  const now = useNow();
  const hasRoom = useIsWide(560);
  const status = useFreshRuns();
  const connection = useConnection();
  const href = useHref('/sync');
  const follow = useLinkClickHandler<HTMLAnchorElement>('/sync');
  if (!status || !connection.data) return null;
  const state = shownState(tenantState(status, connection.data), status);
  const seenAt = status.lastCheckedAt ?? status.lastSync?.at;
  const texts = {
    held: () => t('chip.held', { count: status.held, formatted: formats.number(status.held) }),
    running: () => t('chip.running'),
    active: () => (seenAt === undefined ? t('state.active') : t('chip.active', { when: formats.fromNow(seenAt, now) })),
  };
  const text = state in texts ? texts[state as keyof typeof texts]() : t(`state.${state}`);
  const { tone, icon } = looks[state];
  return (
    <a
      href={href}
      onClick={follow}
      className={mergeClasses(styles.link, styles[tone])}
      aria-label={`${t('sync')}: ${text}`}
    >
      {icon}
      {hasRoom && text}
    </a>
  );
}
