/**
 * The part of Outlook that nested app authentication speaks to (@azure/msal-browser `src/naa/AuthBridge.ts`). It mints
 * nothing: every token is the one the pane's own MSAL got from Entra for the person who is signed in.
 */
export interface StandInBridge {
  addEventListener(name: string, listener: (message: string) => void): void;
  removeEventListener(name: string, listener: (message: string) => void): void;
  postMessage(message: string): void;
}

interface BridgeRequest {
  method: 'GetInitContext' | 'GetToken' | 'GetTokenPopup';
  requestId: string;
}

/** So short that MSAL asks again for every mail: the pane decides each time who is signed in. */
const LIFETIME_SECONDS = 60;

const tokenAnswer = (token: string) => ({
  success: true,
  // MSAL only takes claims from the id token; the access token carries the same person.
  token: { access_token: token, id_token: token, expires_in: LIFETIME_SECONDS, properties: null },
  account: { environment: 'login.microsoftonline.com', username: '' },
});

const refusal = { success: false, error: { status: 'USER_INTERACTION_REQUIRED', code: 'interaction_required' } };

const context = { success: true, initContext: { sdkName: 'undersign-compose-preview', sdkVersion: '1' } };

/** `askToken` answers the signed-in person's access token, or null. Windows are refused: the handler may open none. */
export function openStandInBridge(askToken: () => Promise<string | null>): StandInBridge {
  const listeners = new Set<(message: string) => void>();
  const answer = async (request: BridgeRequest): Promise<object> => {
    if (request.method === 'GetInitContext') return context;
    const token = request.method === 'GetToken' ? await askToken() : null;
    return token === null ? refusal : tokenAnswer(token);
  };
  return {
    addEventListener: (_name, listener) => void listeners.add(listener),
    removeEventListener: (_name, listener) => void listeners.delete(listener),
    postMessage: (message) => {
      const request = JSON.parse(message) as BridgeRequest;
      const reply = (body: object): void => {
        const envelope = { messageType: 'NestedAppAuthResponse', requestId: request.requestId, ...body };
        listeners.forEach((listener) => listener(JSON.stringify(envelope)));
      };
      void answer(request).then(reply, () => reply(refusal));
    },
  };
}
