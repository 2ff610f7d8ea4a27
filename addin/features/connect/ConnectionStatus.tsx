import { Badge, Button, Spinner, Subtitle1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../server/src/contract/connection.ts';
import { useSession } from '../../api/ApiContext.tsx';
import {
  CheckmarkCircleRegular,
  PlugConnectedRegular,
  PlugDisconnectedRegular,
  ProhibitedRegular,
  WarningRegular,
} from '../../ui/icons.ts';
import { Panel } from '../../ui/Panel.tsx';
import type { Consent } from './useConsent.ts';

type State = Connection['state'];

const look: Readonly<
  Record<
    State,
    {
      icon: ReactElement;
      tone: 'good' | 'bad' | 'warn' | 'plain';
      badge: 'success' | 'danger' | 'warning' | 'informative';
    }
  >
> = {
  notConnected: { icon: <PlugConnectedRegular />, tone: 'plain', badge: 'informative' },
  refused: { icon: <ProhibitedRegular />, tone: 'bad', badge: 'danger' },
  incomplete: { icon: <WarningRegular />, tone: 'warn', badge: 'warning' },
  connected: { icon: <CheckmarkCircleRegular />, tone: 'good', badge: 'success' },
  revoked: { icon: <PlugDisconnectedRegular />, tone: 'bad', badge: 'danger' },
};

const useStyles = makeStyles({
  root: { display: 'flex', gap: tokens.spacingHorizontalL },
  icon: {
    display: 'none',
    flexShrink: 0,
    alignSelf: 'flex-start',
    padding: tokens.spacingHorizontalMNudge,
    borderRadius: tokens.borderRadiusXLarge,
    fontSize: '28px',
    '@media (min-width: 520px)': { display: 'flex' },
  },
  plain: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2 },
  good: { backgroundColor: tokens.colorStatusSuccessBackground1, color: tokens.colorStatusSuccessForeground1 },
  warn: { backgroundColor: tokens.colorStatusWarningBackground1, color: tokens.colorStatusWarningForeground1 },
  bad: { backgroundColor: tokens.colorStatusDangerBackground1, color: tokens.colorStatusDangerForeground1 },
  words: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
  },
  text: { margin: 0, maxWidth: '60ch' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

function Waiting({ consent }: { consent: Consent }) {
  const { t } = useTranslation('connect');
  const styles = useStyles();
  return (
    <>
      <Spinner size="small" labelPosition="after" label={t('waiting.text')} role="status" />
      <div className={styles.actions}>
        <Button onClick={() => void consent.start()}>{t('waiting.again')}</Button>
        {window.top === window && <Button onClick={() => void consent.startOnThisPage()}>{t('waiting.here')}</Button>}
        <Button appearance="subtle" onClick={consent.stopWaiting}>
          {t('waiting.cancel')}
        </Button>
      </div>
    </>
  );
}

const connectText = (state: State) =>
  state === 'notConnected' ? 'connect' : state === 'incomplete' ? 'grantAgain' : 'connectAgain';

interface ConnectionStatusProps {
  readonly connection: Connection;
  readonly consent: Consent;
  readonly canConsent: boolean;
  readonly children?: ReactNode;
}

/** The state in one sentence, what it means, and what to do now. */
export function ConnectionStatus({ connection, consent, canConsent, children }: ConnectionStatusProps) {
  const { t } = useTranslation('connect');
  const styles = useStyles();
  const { state } = connection;
  const isAdmin = useSession().role === 'admin';
  const name = connection.organization?.displayName ?? '';
  return (
    <Panel>
      <div className={styles.root}>
        <span className={mergeClasses(styles.icon, styles[look[state].tone])} aria-hidden>
          {look[state].icon}
        </span>
        <div className={styles.words}>
          <Badge appearance="tint" color={look[state].badge} size="large">
            {t(`state.${state}`)}
          </Badge>
          <Subtitle1 as="h2">{t(`headline.${state}`, { name })}</Subtitle1>
          <p className={styles.text}>
            {t(state === 'connected' && !isAdmin ? 'advice.connectedForOthers' : `advice.${state}`)}
          </p>
          {consent.isWaiting ? (
            <Waiting consent={consent} />
          ) : (
            <div className={styles.actions}>
              {canConsent && state !== 'connected' && (
                <Button
                  appearance="primary"
                  onClick={() => void consent.start()}
                  disabledFocusable={consent.isStarting}
                >
                  {t(connectText(state))}
                </Button>
              )}
              {children}
            </div>
          )}
        </div>
      </div>
    </Panel>
  );
}
