import type { ConsentOutcome } from '../../contract/manage/consentOutcome.ts';
import { languages, type Language } from '../../contract/signatures/languages.ts';

const words: Readonly<Record<Language, { readonly thanks: string; readonly text: string }>> = {
  en: { thanks: 'Thank you', text: 'You can close this window and go back to Undersign.' },
  nl: { thanks: 'Dank je wel', text: 'Je kunt dit venster sluiten en teruggaan naar Undersign.' },
  de: { thanks: 'Vielen Dank', text: 'Sie können dieses Fenster schließen und zu Undersign zurückkehren.' },
  fr: { thanks: 'Merci', text: 'Vous pouvez fermer cette fenêtre et revenir à Undersign.' },
};

/**
 * What the consent pop-up shows for a moment, in the language that was asked for or else in English: it tells the pane
 * how it went and closes. The script is a file of its own because the content security policy allows no inline scripts.
 */
export const consentReturnPage = (outcome: ConsentOutcome, asked: string | false): string => {
  const language = languages.find((each) => each === asked) ?? 'en';
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Undersign</title>
    <style>body { font-family: 'Segoe UI', Arial, sans-serif; margin: 2rem; color-scheme: light dark; }</style>
    <script src="/consent-return.js" data-outcome="${outcome}" defer></script>
  </head>
  <body>
    <main><h1>${words[language].thanks}</h1><p>${words[language].text}</p></main>
  </body>
</html>
`;
};

/**
 * Served as /consent-return.js. Windows of ours hear the channel; a pane in Outlook on the web is in a frame of another
 * site, which has channels of its own, and hears only what is said to the one that opened this window.
 */
export const consentReturnScript = `const { outcome } = document.querySelector('script[data-outcome]').dataset;
const told = { type: 'undersign-consent', outcome };
new BroadcastChannel('undersign-consent').postMessage(told);
window.opener?.postMessage(told, window.location.origin);
window.close();
`;
