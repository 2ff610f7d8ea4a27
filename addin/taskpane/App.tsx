import { FluentProvider } from '@fluentui/react-components';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { lazy, Suspense } from 'react';
import { I18nextProvider } from 'react-i18next';
import { ApiProvider, type PaneApi } from '../api/client/ApiContext.tsx';
import { AuthProvider, useAuth } from '../auth/AuthContext.tsx';
import type { ConsentOutcome } from '../../server/src/contract/manage/consentOutcome.ts';
import type { AuthSession } from '../auth/session/authSession.ts';
import type { OfficeHost } from '../office/officeHost.ts';
import { usePaneTheme } from '../theme/usePaneTheme.ts';
import { ErrorBoundary } from '../ui/page/ErrorBoundary.tsx';
import { Backdrop } from '../ui/page/Backdrop.tsx';
import { Crash } from './shell/notices/Crash.tsx';
import { loadSignIn } from './signIn/loadSignIn.ts';
import { loadSignedInPane } from './signIn/loadSignedInPane.ts';

export interface AppParts {
  readonly host: OfficeHost;
  readonly texts: i18n;
  readonly session: AuthSession;
  readonly api: PaneApi;
  readonly queries: QueryClient;
  /** How a consent that took over the whole page ended. */
  readonly consent: ConsentOutcome | null;
}

const SignInPages = lazy(async () => ({ default: (await loadSignIn()).SignInPages }));
const SignedInPane = lazy(async () => ({ default: (await loadSignedInPane()).SignedInPane }));

function Content({ host, consent }: Pick<AppParts, 'host' | 'consent'>) {
  const { state } = useAuth();
  const inOutlook = host.kind === 'outlook';
  return (
    <Suspense fallback={null}>
      {state.status === 'signedIn' ? (
        <SignedInPane key={state.account?.username} mailbox={host.mailbox} inOutlook={inOutlook} consent={consent} />
      ) : (
        <SignInPages canLeavePage={!inOutlook} inOutlook={inOutlook} />
      )}
    </Suspense>
  );
}

/** The whole pane. */
export function App({ host, texts, session, api, queries, consent }: AppParts) {
  const { theme, isDark } = usePaneTheme(host);
  return (
    <FluentProvider theme={theme} style={{ height: '100%', colorScheme: isDark ? 'dark' : 'light' }}>
      <I18nextProvider i18n={texts}>
        <Backdrop>
          <ErrorBoundary fallback={(error) => <Crash error={error} />}>
            <QueryClientProvider client={queries}>
              <ApiProvider api={api}>
                <AuthProvider session={session}>
                  <Content host={host} consent={consent} />
                </AuthProvider>
              </ApiProvider>
            </QueryClientProvider>
          </ErrorBoundary>
        </Backdrop>
      </I18nextProvider>
    </FluentProvider>
  );
}
