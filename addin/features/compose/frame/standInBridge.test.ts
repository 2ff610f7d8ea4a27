import { describe, expect, it } from '@jest/globals';
import { openStandInBridge } from './standInBridge.ts';

/** Sends one request as MSAL would and answers what comes back. */
async function ask(method: string, token: () => Promise<string | null>): Promise<Record<string, unknown>> {
  const bridge = openStandInBridge(token);
  const answer = new Promise<string>((resolve) => bridge.addEventListener('message', resolve));
  bridge.postMessage(JSON.stringify({ messageType: 'NestedAppAuthRequest', method, requestId: 'r1' }));
  return JSON.parse(await answer) as Record<string, unknown>;
}

const given = () => Promise.resolve('e30.e30.x');

describe('the stand-in for Outlook’s sign-in', () => {
  it('says hello', async () => {
    expect(await ask('GetInitContext', given)).toMatchObject({ requestId: 'r1', success: true });
  });

  it('hands on the token of the signed-in person', async () => {
    expect(await ask('GetToken', given)).toMatchObject({ success: true, token: { access_token: 'e30.e30.x' } });
  });

  it.each([
    ['nobody is signed in', 'GetToken', () => Promise.resolve(null)],
    ['asking fails', 'GetToken', () => Promise.reject(new Error('offline'))],
    ['a window is asked for', 'GetTokenPopup', given],
  ])('refuses when %s', async (_name, method, token) => {
    expect(await ask(method, token)).toMatchObject({
      success: false,
      error: { status: 'USER_INTERACTION_REQUIRED' },
    });
  });
});
