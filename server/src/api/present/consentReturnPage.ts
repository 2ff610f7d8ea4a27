import type { ConsentOutcome } from '../../contract/connection.ts';

/**
 * What the consent pop-up shows for a moment: it tells the pane how it went and closes. The script is a file of its
 * own because the content security policy allows no inline scripts.
 */
export const consentReturnPage = (outcome: ConsentOutcome): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Undersign</title>
    <style>body { font-family: 'Segoe UI', Arial, sans-serif; margin: 2rem; color-scheme: light dark; }</style>
    <script src="/consent-return.js" data-outcome="${outcome}" defer></script>
  </head>
  <body>
    <main><h1>Thank you</h1><p>You can close this window and go back to Undersign.</p></main>
  </body>
</html>
`;

/** Served as /consent-return.js. */
export const consentReturnScript = `const { outcome } = document.querySelector('script[data-outcome]').dataset;
new BroadcastChannel('undersign-consent').postMessage({ type: 'undersign-consent', outcome });
window.close();
`;
