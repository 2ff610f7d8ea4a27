import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Connection } from '../../../server/src/contract/manage/connection.ts';
import { asConsentOutcome, type ConsentOutcome } from '../../../server/src/contract/manage/consentOutcome.ts';
import { useSession } from '../../api/client/ApiContext.tsx';
import { useCheckConnection, useConnection, useDisconnect } from '../../api/manage/connectionApi.ts';
import { Loaded } from '../../ui/page/Loaded.tsx';
import { ManifestPanel } from '../../ui/outlook/ManifestPanel.tsx';
import { Page } from '../../ui/page/Page.tsx';
import { Panel } from '../../ui/page/Panel.tsx';
import { ProblemNotice } from '../../ui/notices/ProblemNotice.tsx';
import { connectionState } from '../../ui/tenantState.ts';
import { AdminNote } from './AdminNote.tsx';
import { ColleaguesPanel } from './ColleaguesPanel.tsx';
import { complaintText } from './registration/complaintText.ts';
import { ClosedNote } from './ClosedNote.tsx';
import { ConnectionActions } from './ConnectionActions.tsx';
import { ConnectionDetails } from './ConnectionDetails.tsx';
import { ConnectionStatus } from './ConnectionStatus.tsx';
import { ExpiryNotice } from './registration/ExpiryNotice.tsx';
import { PermissionList } from './PermissionList.tsx';
import { useConsent, type Consent } from './useConsent.ts';
import { WaysIn } from './WaysIn.tsx';

const outcomeIntent: Partial<Record<ConsentOutcome, 'success' | 'info' | 'warning'>> = {
  connected: 'success',
  approved: 'success',
  granting: 'info',
  incomplete: 'warning',
};

/** How the last consent ended. */
function Outcome({ outcome }: { outcome: NonNullable<Consent['outcome']> }) {
  const { t } = useTranslation('connect');
  const intent = outcomeIntent[outcome] ?? 'error';
  return (
    <MessageBar intent={intent} layout="multiline" role="alert">
      <MessageBarBody>{t(`outcome.${outcome}`)}</MessageBarBody>
    </MessageBar>
  );
}

/** What was on its way has arrived by now, or has not. */
function settledOutcome(outcome: Consent['outcome'], { isGranting, state }: Connection): Consent['outcome'] {
  if (outcome !== 'granting' || isGranting) return outcome;
  return state === 'connected' || state === 'incomplete' ? state : 'failed';
}

/** What just happened: a consent that ended, a check that was made, or something that did not work. */
function News({
  connection,
  consent,
  check,
  error,
}: {
  connection: Connection;
  consent: Consent;
  check: ReturnType<typeof useCheckConnection>;
  error: unknown;
}) {
  const { t, i18n } = useTranslation('connect');
  if (error !== null && error !== undefined) return <ProblemNotice error={error} />;
  const outcome = settledOutcome(consent.outcome, connection);
  if (outcome) return <Outcome outcome={outcome} />;
  if (!check.data) return null;
  const { state, problem } = check.data;
  const isGood = state === 'connected' && problem === null;
  return (
    <MessageBar intent={isGood ? 'success' : 'warning'} layout="multiline" role="status">
      <MessageBarBody>
        {problem === null
          ? t('checked', { state: t(`tenant:state.${connectionState(check.data)}`) })
          : complaintText(i18n, problem)}
      </MessageBarBody>
    </MessageBar>
  );
}

const isKnown = ({ organization, lastError, checkedAt }: Connection) =>
  organization !== null || lastError !== null || checkedAt !== null;

/** Once everything has arrived the other pages have more to show. */
function useFreshAfterGrant({ isGranting }: Connection): void {
  const queries = useQueryClient();
  const wasGranting = useRef(isGranting);
  useEffect(() => {
    if (wasGranting.current && !isGranting) void queries.invalidateQueries();
    wasGranting.current = isGranting;
  }, [isGranting, queries]);
}

/** The other way to connect; once connected, what to do next outside this page. */
function ForAdmins({ connection, consent }: { connection: Connection; consent: Consent }) {
  const { canConsent } = useSession();
  return (
    <>
      <WaysIn connection={connection} consent={consent} canConsent={canConsent} />
      {connection.state === 'connected' && (
        <>
          <ColleaguesPanel consent={consent} canConsent={canConsent} />
          <ManifestPanel />
        </>
      )}
    </>
  );
}

function Content({ connection }: { connection: Connection }) {
  const { t } = useTranslation('connect');
  const { canConsent, role } = useSession();
  const [query, setQuery] = useSearchParams();
  const consent = useConsent(asConsentOutcome(query.get('outcome')), connection);
  useEffect(() => {
    // Shown once; a reload must not tell it again.
    if (query.has('outcome')) setQuery({}, { replace: true });
  }, [query, setQuery]);
  const check = useCheckConnection();
  const disconnect = useDisconnect();
  useFreshAfterGrant(connection);
  return (
    <>
      <News
        connection={connection}
        consent={consent}
        check={check}
        error={consent.error ?? check.error ?? disconnect.error}
      />
      <ExpiryNotice registration={connection.registration} />
      <ConnectionStatus connection={connection} consent={consent} canConsent={canConsent}>
        {role === 'admin' && <ConnectionActions connection={connection} check={check} disconnect={disconnect} />}
      </ConnectionStatus>
      {!canConsent && connection.state !== 'connected' && <AdminNote connection={connection} />}
      {role === 'admin' && <ForAdmins connection={connection} consent={consent} />}
      {isKnown(connection) && (
        <Panel title={t('details.title')}>
          <ConnectionDetails connection={connection} />
        </Panel>
      )}
      <Panel title={t('permissions.title')}>
        <PermissionList connection={connection} />
      </Panel>
    </>
  );
}

/** Connecting the tenant by consent, and how the connection is doing. */
export function ConnectPage() {
  // What is said about registrations comes with the page, before any part of it asks for single sentences.
  useTranslation('registration');
  const { t } = useTranslation('connect');
  const connection = useConnection();
  return (
    <Page title={t('title')}>
      <Loaded query={connection} rows={4}>
        {(data) => (data.mayConnect === false ? <ClosedNote /> : <Content connection={data} />)}
      </Loaded>
    </Page>
  );
}
