import './start/zodWithoutEval.ts';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { openApiClient } from '../api/client/apiClient.ts';
import { ApiProblem } from '../api/client/apiProblem.ts';
import { noteContract } from '../api/client/contractMark.ts';
import { fetchConfig } from '../api/client/fetchConfig.ts';
import { forgetOthers } from '../api/client/forgetOthers.ts';
import { openQueryClient } from '../api/client/openQueryClient.ts';
import { openAuthSession } from '../auth/session/authSession.ts';
import { mayBeSignedIn } from '../auth/keptSignIn.ts';
import { openTexts } from '../i18n/openTexts.ts';
import { openBrowserHost } from '../office/browserHost.ts';
import { hasDialogs } from '../office/officeDialog.ts';
import type { OfficeHost } from '../office/officeHost.ts';
import { openOfficeHost } from '../office/outlookHost.ts';
import { App, type AppParts } from './App.tsx';
import { loadSignedInPane } from './signIn/loadSignedInPane.ts';
import { loadSignIn } from './signIn/loadSignIn.ts';
import { StartFailure } from './start/StartFailure.tsx';
import { takeStartOrders, withSignInOrder } from './start/startOrders.ts';

// Asked for at once, and waited for only where somebody may be signed in: the first page needs none of it.
const loadAuth = () => import(/* webpackChunkName: 'auth' */ '../auth/openAuthClient.ts');

// Hardly anybody needs it: only where windows are blocked.
const loadDialogAuth = () => import(/* webpackChunkName: 'auth-in-dialog' */ '../auth/dialog/openDialogClient.ts');

async function openParts(host: OfficeHost, texts: AppParts['texts']): Promise<AppParts> {
  const inOutlook = host.kind === 'outlook';
  const mayBe = mayBeSignedIn();
  const isExpected = inOutlook || mayBe;
  if (inOutlook || !mayBe) void loadSignIn();
  const auth = loadAuth();
  if (isExpected) void loadSignedInPane();
  const config = await fetchConfig(noteContract);
  const client = auth.then(({ openAuthClient }) => openAuthClient(config, inOutlook));
  const session = openAuthSession(isExpected && !inOutlook ? await client : client, {
    scopes: [config.apiScope],
    inOutlook,
    isNested: host.signsIn,
    mailbox: host.mailbox,
    canRedirect: !inOutlook && window.top === window,
    restartOnThisPage: () => window.location.assign(withSignInOrder(window.location.href)),
    openDialogClient: inOutlook && hasDialogs() ? async () => (await loadDialogAuth()).openDialogClient(config) : null,
  });
  const api = { client: openApiClient(session.getToken), config };
  const queries = openQueryClient();
  forgetOthers(session, queries);
  return { host, texts, session, api, queries, consent: null };
}

/** How long anybody looks at a sign that something is coming before there is a way on. */
const patience = 5_000;

const afterPatience = () => new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));

/** Office's script may never answer. Then the pane works as a page does, with windows to sign in. */
const openHost = async (): Promise<OfficeHost> =>
  (await Promise.race([openOfficeHost(), afterPatience()])) ?? openBrowserHost();

async function start(root: Root): Promise<void> {
  const host = await openHost();
  const texts = await openTexts(host.displayLanguage);
  const fail = (error: unknown) => root.render(<StartFailure host={host} texts={texts} error={error} />);
  try {
    const orders = takeStartOrders();
    const opening = openParts(host, texts);
    // A server that takes its time may still answer; whoever waits can try again meanwhile.
    const isSlow = await Promise.race([opening.then(() => false), afterPatience()]);
    if (isSlow === null) fail(new ApiProblem({ code: 'slow' }));
    const parts = { ...(await opening), consent: orders.consent };
    if (host.kind === 'outlook') void parts.session.checkSilently();
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
    fail(error);
  }
}

// Nobody writes or translates before there is something to see, so nothing waits for it.
void import('./start/bearBrowser.ts');

const element = document.getElementById('root');
if (element) void start(createRoot(element));
