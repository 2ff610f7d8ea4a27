import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../../server/src/contract/manage/connection.ts';
import type { SyncStatus } from '../../../../server/src/contract/sync/sync.ts';
import { useSession } from '../../../api/client/ApiContext.tsx';
import { useSavedSettings } from '../../../api/manage/settingsApi.ts';
import { useFormats } from '../../../i18n/useFormats.ts';
import { FactList } from '../../../ui/lists/FactList.tsx';
import {
  ArrowSyncRegular,
  EyeRegular,
  PauseCircleRegular,
  PeopleCheckmarkRegular,
  PlugDisconnectedRegular,
  WarningRegular,
} from '../../../ui/icons.ts';
import { Moment } from '../../../ui/Moment.tsx';
import { RouterLink } from '../../../ui/buttons/RouterLink.tsx';
import { StatusPanel, type StatusLook } from '../../../ui/page/StatusPanel.tsx';
import { failureText } from '../runs/failureText.ts';
import { SyncButtons } from './SyncButtons.tsx';
import { isUnreached, tenantState, type TenantState } from '../../../ui/tenantState.ts';
import { useSyncActions } from './useSyncActions.ts';

const look: Readonly<Record<TenantState, StatusLook>> = {
  notConnected: { icon: <PlugDisconnectedRegular />, tone: 'plain', badge: 'informative' },
  refused: { icon: <PlugDisconnectedRegular />, tone: 'plain', badge: 'informative' },
  granting: { icon: <ArrowSyncRegular />, tone: 'plain', badge: 'informative' },
  incomplete: { icon: <WarningRegular />, tone: 'warn', badge: 'warning' },
  revoked: { icon: <PlugDisconnectedRegular />, tone: 'bad', badge: 'danger' },
  credentialEnded: { icon: <PlugDisconnectedRegular />, tone: 'bad', badge: 'danger' },
  troubled: { icon: <WarningRegular />, tone: 'bad', badge: 'danger' },
  nothingPicked: { icon: <PeopleCheckmarkRegular />, tone: 'plain', badge: 'informative' },
  paused: { icon: <PauseCircleRegular />, tone: 'warn', badge: 'warning' },
  failing: { icon: <WarningRegular />, tone: 'bad', badge: 'danger' },
  waiting: { icon: <EyeRegular />, tone: 'plain', badge: 'brand' },
  active: { icon: <ArrowSyncRegular />, tone: 'good', badge: 'success' },
};

const useStyles = makeStyles({ facts: { marginTop: tokens.spacingVerticalS } });

const moment = (iso: string | null | undefined) => iso && <Moment iso={iso} />;

/** When changes arrive: at once, or only as often as the schedule looks, and why. */
function useArrival(): (status: SyncStatus) => string | null {
  const { t } = useTranslation('sync');
  const settings = useSavedSettings();
  const formats = useFormats();
  const minutes = settings.data?.settings.everyMinutes;
  return ({ notifications, isActive }) => {
    if (!isActive || minutes === undefined) return null;
    return t(`arrival.${notifications}`, { count: minutes, formatted: formats.number(minutes) });
  };
}

function Facts({ status }: { status: SyncStatus }) {
  const { t, i18n } = useTranslation('sync');
  const formats = useFormats();
  const arrival = useArrival()(status);
  const { lastSync, lastCheckedAt, nextSyncAt, lastFailure, held } = status;
  return (
    <FactList
      facts={[
        { name: t('facts.lastSync'), value: moment(lastSync?.at) },
        { name: t('facts.lastChecked'), value: moment(lastCheckedAt) },
        { name: t('facts.lastFull'), value: moment(lastSync?.fullAt) },
        { name: t('facts.next'), value: moment(nextSyncAt) },
        { name: t('facts.arrival'), value: arrival },
        {
          name: t('facts.failure'),
          value: lastFailure && (
            <>
              {failureText(i18n, lastFailure)} {moment(lastFailure.at)}
            </>
          ),
        },
        {
          name: t('facts.held'),
          value:
            held > 0 ? (
              <RouterLink to="/sync/held">
                {t('facts.heldCount', { count: held, formatted: formats.number(held) })}
              </RouterLink>
            ) : (
              t('facts.heldNone')
            ),
        },
      ]}
    />
  );
}

function textOf(state: TenantState, { held }: SyncStatus): string {
  if (isUnreached(state)) return 'health.stopped';
  return state === 'active' && held > 0 ? 'health.active.textHeld' : `health.${state}.text`;
}

interface SyncStatusPanelProps {
  readonly status: SyncStatus;
  readonly connection: Connection;
  readonly isRunning: boolean;
}

/** The home of the integration: whether people are kept current by themselves, since when, and what can be done. */
export function SyncStatusPanel({ status, connection, isRunning }: SyncStatusPanelProps) {
  const { t } = useTranslation(['sync', 'connect']);
  const styles = useStyles();
  const isAdmin = useSession().role === 'admin';
  const actions = useSyncActions();
  const state = tenantState(status, connection);
  return (
    <StatusPanel
      look={look[state]}
      state={t(`tenant:state.${state}`)}
      headline={t(isUnreached(state) ? `connect:headline.${state}` : `health.${state}.headline`)}
      text={t(textOf(state, status))}
    >
      <div className={styles.facts}>
        <Facts status={status} />
      </div>
      {isAdmin && <SyncButtons state={state} actions={actions} isRunning={isRunning} />}
    </StatusPanel>
  );
}
