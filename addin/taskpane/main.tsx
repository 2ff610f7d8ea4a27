import './start/zodWithoutEval.ts';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { openApiClient } from '../api/apiClient.ts';
import { loadConfig } from '../api/loadConfig.ts';
import { openQueryClient } from '../api/openQueryClient.ts';
import { openAuthSession, type AuthSession } from '../auth/authSession.ts';
import { mayBeSignedIn } from '../auth/keptSignIn.ts';
import { openTexts } from '../i18n/openTexts.ts';
import type { OfficeHost } from '../office/officeHost.ts';
import { openOfficeHost } from '../office/outlookHost.ts';
import { App, type AppParts } from './App.tsx';
import { loadSignedInPane } from './signIn/loadSignedInPane.ts';
import { StartFailure } from './start/StartFailure.tsx';
import { takeStartOrders, withSignInOrder } from './start/startOrders.ts';

// Asked for at once, and waited for only where somebody may be signed in: the first page needs none of it.
const loadAuth = () => import(/* webpackChunkName: 'auth' */ '../auth/openAuthClient.ts');

async function openParts(host: OfficeHost, texts: AppParts['texts']): Promise<AppParts> {
  const inOutlook = host.kind === 'outlook';
  const isExpected = inOutlook || mayBeSignedIn();
  const auth = loadAuth();
  if (isExpected) void loadSignedInPane();
  const config = await loadConfig();
  const client = auth.then(({ openAuthClient }) => openAuthClient(config, inOutlook));
  const session = openAuthSession(isExpected ? await client : client, {
    scopes: [config.apiScope],
    inOutlook,
    canRedirect: !inOutlook && window.top === window,
    restartOnThisPage: () => window.location.assign(withSignInOrder(window.location.href)),
  });
  const api = { client: openApiClient(session.getToken), config };
  return { host, texts, session, api, queries: openQueryClient(), consent: null };
}

/** In Outlook the person is signed in already: the pane only has to ask for a token. */
async function signInSilently(session: AuthSession): Promise<void> {
  await session.getToken().catch(() => undefined);
}

async function start(root: Root): Promise<void> {
  const host = await openOfficeHost();
  const texts = await openTexts(host.displayLanguage);
  try {
    const orders = takeStartOrders();
    const parts = { ...(await openParts(host, texts)), consent: orders.consent };
    if (host.kind === 'outlook') await signInSilently(parts.session);
    if (orders.signIn && parts.session.state().status !== 'signedIn') {
      await parts.session.signInOnThisPage();
      return;
    }
    root.render(
      <StrictMode>
        <App {...parts} />
      </StrictMode>,
    );
  } catch (error) {
    root.render(<StartFailure host={host} texts={texts} error={error} />);
  }
}

const element = document.getElementById('root');
if (element) void start(createRoot(element));
