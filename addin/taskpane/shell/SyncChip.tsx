import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useHref, useLinkClickHandler } from 'react-router';
import { useConnection } from '../../api/connectionApi.ts';
import { useFreshRuns } from '../../api/useFreshRuns.ts';
import { useFormats } from '../../i18n/useFormats.ts';
import { syncHealth, type SyncHealth } from '../../ui/syncHealth.ts';
import { useIsWide } from '../../ui/useIsWide.ts';

const useStyles = makeStyles({
  link: {
    marginInlineStart: 'auto',
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusCircular,
    whiteSpace: 'nowrap',
    padding: '2px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

const colors = {
  notConnected: 'informative',
  permissionsMissing: 'warning',
  nothingPicked: 'informative',
  paused: 'warning',
  failing: 'danger',
  waiting: 'brand',
  active: 'success',
} as const satisfies Readonly<Record<SyncHealth, string>>;

/** How the sync is doing, on every page; it keeps the lists as fresh as itself. */
export function SyncChip() {
  const { t } = useTranslation('sync');
  const styles = useStyles();
  const formats = useFormats();
  const isWide = useIsWide(navigationAndChipFit);
  const status = useFreshRuns();
  const connection = useConnection();
  const href = useHref('/sync');
  const follow = useLinkClickHandler<HTMLAnchorElement>('/sync');
  if (!isWide || !status || !connection.data) return null;
  const health = syncHealth(status, connection.data.state);
  const waits = health === 'active' && status.held > 0;
  const text = waits
    ? t('facts.heldCount', { count: status.held, formatted: formats.number(status.held) })
    : t(`health.${health}.state`);
  return (
    <a href={href} onClick={follow} className={styles.link} aria-label={`${t('title')}: ${text}`}>
      <Badge appearance="tint" size="large" color={waits ? 'warning' : colors[health]}>
        {text}
      </Badge>
    </a>
  );
}

/** Beside the menu from here on. */
const navigationAndChipFit = 640;
