import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

/**
 * The page Entra returns to. It hands the answer to the window that asked (popup, hidden frame) or, after a full page
 * sign-in, sends the browser back to where the person was.
 * https://learn.microsoft.com/entra/msal/javascript/browser/redirect-bridge
 */
broadcastResponseToMainFrame().catch(() => {
  // Opened without an answer from Entra, by hand or from history: the pane is the only useful place to go.
  window.location.replace('/');
});
