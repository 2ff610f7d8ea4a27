import { FluentProvider } from '@fluentui/react-components';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import { ApiProvider, type PaneApi } from '../api/ApiContext.tsx';
import { AuthProvider, useAuth } from '../auth/AuthContext.tsx';
import type { AuthSession } from '../auth/authSession.ts';
import type { OfficeHost } from '../office/officeHost.ts';
import { usePaneTheme } from '../theme/usePaneTheme.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { Backdrop } from '../ui/Backdrop.tsx';
import { Crash } from './shell/Crash.tsx';
import type { PaneRouter } from './navigation/openRouter.tsx';
import { SignedInPane } from './signIn/SignedInPane.tsx';
import { SignInPage } from './signIn/SignInPage.tsx';

export interface AppParts {
  readonly host: OfficeHost;
  readonly texts: i18n;
  readonly session: AuthSession;
  readonly api: PaneApi;
  readonly queries: QueryClient;
  readonly router: PaneRouter;
}

function Content({ host, router }: Pick<AppParts, 'host' | 'router'>) {
  const { state } = useAuth();
  if (state.status === 'signedIn') return <SignedInPane router={router} />;
  return <SignInPage canLeavePage={host.kind === 'browser'} />;
}

/** The whole pane. */
export function App({ host, texts, session, api, queries, router }: AppParts) {
  const { theme, isDark } = usePaneTheme(host);
  return (
    <FluentProvider theme={theme} style={{ height: '100%', colorScheme: isDark ? 'dark' : 'light' }}>
      <I18nextProvider i18n={texts}>
        <Backdrop>
          <ErrorBoundary fallback={<Crash />}>
            <QueryClientProvider client={queries}>
              <ApiProvider api={api}>
                <AuthProvider session={session}>
                  <Content host={host} router={router} />
                </AuthProvider>
              </ApiProvider>
            </QueryClientProvider>
          </ErrorBoundary>
        </Backdrop>
      </I18nextProvider>
    </FluentProvider>
  );
}
