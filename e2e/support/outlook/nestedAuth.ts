import type { BrowserContext } from 'playwright-core';

/** A token, or why Microsoft gives none without asking. */
export type SilentAnswer = { readonly accessToken: string } | { readonly refusal: string };

interface Person {
  readonly address: string;
  /** Asks Microsoft as Outlook does, which never asks the person. */
  readonly ask: () => Promise<SilentAnswer>;
}

declare global {
  interface Window {
    readonly askOutlookForToken: () => Promise<SilentAnswer>;
  }
}

/** Outlook's side of nested app authentication, as msal-browser speaks it with `window.nestedAppAuthBridge`. */
const openBridge = (address: string): void => {
  // The window of Outlook itself has none.
  if (window === window.top) return;
  let listener: (message: string) => void = () => undefined;
  const tokenIn = (answer: SilentAnswer): object =>
    'accessToken' in answer
      ? {
          success: true,
          token: {
            access_token: answer.accessToken,
            id_token: answer.accessToken,
            expires_in: 3600,
            properties: null,
          },
          account: { environment: 'login.microsoftonline.com', username: address },
        }
      : {
          success: false,
          error: { status: 'USER_INTERACTION_REQUIRED', code: 'consent_required', description: answer.refusal },
        };
  const answerTo = async (method: string): Promise<object> =>
    method === 'GetInitContext'
      ? { success: true, initContext: { sdkName: 'fake-host', sdkVersion: '1' } }
      : tokenIn(await window.askOutlookForToken());
  const bridge = {
    addEventListener: (_name: string, callback: (message: string) => void) => void (listener = callback),
    removeEventListener: () => undefined,
    postMessage: (message: string) => {
      const { requestId, method } = JSON.parse(message) as { readonly requestId: string; readonly method: string };
      void answerTo(method).then((answer) =>
        listener(JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...answer })),
      );
    },
  };
  Object.assign(window, { nestedAppAuthBridge: bridge });
};

/** Pages in a frame get tokens of this person without anybody being asked, or none. */
export async function signInThroughOutlook(context: BrowserContext, { address, ask }: Person): Promise<void> {
  await context.exposeFunction('askOutlookForToken', ask);
  await context.addInitScript(openBridge, address);
}
