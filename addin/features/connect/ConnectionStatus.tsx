import { Button, Link, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../../server/src/contract/manage/connection.ts';
import {
  CheckmarkCircleRegular,
  HourglassRegular,
  PlugConnectedRegular,
  PlugDisconnectedRegular,
  ProhibitedRegular,
  WarningRegular,
} from '../../ui/icons.ts';
import { StatusPanel, type StatusLook } from '../../ui/page/StatusPanel.tsx';
import { connectionState, type ConnectionState } from '../../ui/tenantState.ts';
import { complaintText } from './registration/complaintText.ts';
import type { Consent } from './useConsent.ts';
import { useNobodyPicked } from './useNobodyPicked.ts';

const look: Readonly<Record<ConnectionState, StatusLook>> = {
  notConnected: { icon: <PlugConnectedRegular />, tone: 'plain', badge: 'informative' },
  refused: { icon: <ProhibitedRegular />, tone: 'bad', badge: 'danger' },
  granting: { icon: <HourglassRegular />, tone: 'plain', badge: 'informative' },
  incomplete: { icon: <WarningRegular />, tone: 'warn', badge: 'warning' },
  connected: { icon: <CheckmarkCircleRegular />, tone: 'good', badge: 'success' },
  revoked: { icon: <PlugDisconnectedRegular />, tone: 'bad', badge: 'danger' },
  credentialEnded: { icon: <PlugDisconnectedRegular />, tone: 'bad', badge: 'danger' },
  troubled: { icon: <WarningRegular />, tone: 'bad', badge: 'danger' },
};

const useStyles = makeStyles({
  text: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

/** Where no window could be opened, one that opens by a click on a link; `rel`: it tells this one how it ended. */
function ByLink({ link }: { link: string }) {
  const { t } = useTranslation('connect');
  const styles = useStyles();
  return (
    <p className={styles.text} role="status">
      {t('waiting.blocked')}{' '}
      <Link href={link} target="_blank" rel="opener" inline>
        {t('waiting.open')}
      </Link>
    </p>
  );
}

function WaitingText({ consent: { link, isClosed } }: { consent: Consent }) {
  const { t } = useTranslation('connect');
  const styles = useStyles();
  if (link !== null) return <ByLink link={link} />;
  if (!isClosed) return <Spinner size="small" labelPosition="after" label={t('waiting.text')} role="status" />;
  return (
    <p className={styles.text} role="status">
      {t('waiting.closed')}
    </p>
  );
}

function Waiting({ consent }: { consent: Consent }) {
  const { t } = useTranslation('connect');
  const styles = useStyles();
  return (
    <>
      <WaitingText consent={consent} />
      <div className={styles.actions}>
        <Button onClick={() => void consent.start(consent.aim)}>{t('waiting.again')}</Button>
        {window.top === window && (
          <Button onClick={() => void consent.startOnThisPage(consent.aim)}>{t('waiting.here')}</Button>
        )}
        <Button appearance="subtle" onClick={consent.stopWaiting}>
          {t('waiting.cancel')}
        </Button>
      </div>
    </>
  );
}

const connectText = (state: Connection['state']) =>
  state === 'notConnected' ? 'connect' : state === 'incomplete' ? 'grantAgain' : 'connectAgain';

interface ConnectionStatusProps {
  readonly connection: Connection;
  readonly consent: Consent;
  readonly canConsent: boolean;
  readonly children?: ReactNode;
}

/** What the state means. Except for consent that is missing, what Microsoft answered says more than the state. */
function useAdvice({ state, kind, problem }: Connection): string {
  const { t, i18n } = useTranslation('connect');
  const nobodyPicked = useNobodyPicked();
  const saysMore =
    problem !== null && state !== 'granting' && !(kind === 'consent' && problem.code === 'consent-missing');
  if (saysMore) return complaintText(i18n, problem);
  return t(state === 'connected' && !nobodyPicked ? 'advice.settled' : `advice.${state}`);
}

/** The state in one sentence, what it means, and what to do now. */
export function ConnectionStatus({ connection, consent, canConsent, children }: ConnectionStatusProps) {
  const { t } = useTranslation('connect');
  const styles = useStyles();
  const { state, kind } = connection;
  const mayConnect = canConsent && kind === 'consent' && state !== 'connected' && state !== 'granting';
  const shown = connectionState(connection);
  const name = connection.organization?.displayName ?? '';
  return (
    <StatusPanel
      look={look[shown]}
      state={t(`tenant:state.${shown}`)}
      headline={t(`headline.${shown}`, { name })}
      text={useAdvice(connection)}
    >
      {consent.isWaiting ? (
        <Waiting consent={consent} />
      ) : (
        <div className={styles.actions}>
          {mayConnect && (
            <Button appearance="primary" onClick={() => void consent.start()} disabledFocusable={consent.isStarting}>
              {t(connectText(state))}
            </Button>
          )}
          {children}
        </div>
      )}
    </StatusPanel>
  );
}
