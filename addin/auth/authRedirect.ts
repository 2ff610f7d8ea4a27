import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';
import { fetchConfig } from '../api/client/fetchConfig.ts';
import { noticeText } from '../i18n/noticeTexts.ts';
import { takeDialogMark } from './dialog/dialogMark.ts';
import { isOfAuthority, readRelayRequest, relaySignIn } from './relaySignIn.ts';

/** Opened by hand or from history: the pane is the only useful place to go. */
const leave = (): void => window.location.replace('/');

async function relay(request: NonNullable<ReturnType<typeof readRelayRequest>>): Promise<void> {
  const frame = window.opener as Window | null;
  window.history.replaceState(null, '', window.location.pathname);
  const config = await fetchConfig();
  if (!frame || !isOfAuthority(request.url, config)) throw new Error('This is no sign-in of ours.');
  const label = noticeText(/\/logout\?/.test(request.url) ? 'signOut' : 'action');
  relaySignIn({ request, frame, label });
}

/** Only a page with Office's script can say something out of a dialog, and this page must not have it. */
const answerInDialog = (): Promise<void> =>
  Promise.resolve(window.location.replace(`/auth-dialog.html${window.location.search}${window.location.hash}`));

/**
 * The page Entra returns to. It hands the answer to the window that asked (popup, hidden frame) or, after a full page
 * sign-in, sends the browser back to where the person was.
 * https://learn.microsoft.com/entra/msal/javascript/browser/redirect-bridge
 */
const request = readRelayRequest(window.location.hash);
const answer = takeDialogMark() ? answerInDialog : broadcastResponseToMainFrame;
(request ? relay(request) : answer()).catch(leave);
