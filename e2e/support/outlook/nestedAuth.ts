import type { BrowserContext } from 'playwright-core';

interface Person {
  readonly address: string;
  readonly accessToken: string;
}

/** Outlook's side of nested app authentication, as msal-browser speaks it with `window.nestedAppAuthBridge`. */
const openBridge = ({ address, accessToken }: Person): void => {
  // The window of Outlook itself has none.
  if (window === window.top) return;
  let listener: (message: string) => void = () => undefined;
  const bridge = {
    addEventListener: (_name: string, callback: (message: string) => void) => void (listener = callback),
    removeEventListener: () => undefined,
    postMessage: (message: string) => {
      const { requestId } = JSON.parse(message) as { readonly requestId: string };
      const answer = {
        messageType: 'NestedAppAuthResponse',
        requestId,
        success: true,
        initContext: { sdkName: 'fake-host', sdkVersion: '1' },
        token: { access_token: accessToken, id_token: accessToken, expires_in: 3600, properties: null },
        account: { environment: 'login.microsoftonline.com', username: address },
      };
      queueMicrotask(() => listener(JSON.stringify(answer)));
    },
  };
  Object.assign(window, { nestedAppAuthBridge: bridge });
};

/** Pages in a frame get tokens of this person without anybody being asked. */
export const signInThroughOutlook = (context: BrowserContext, person: Person): Promise<unknown> =>
  context.addInitScript(openBridge, person);
