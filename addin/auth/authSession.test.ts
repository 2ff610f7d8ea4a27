import { describe, expect, it, jest } from '@jest/globals';
import { BrowserAuthError, InteractionRequiredAuthError, type IPublicClientApplication } from '@azure/msal-browser';
import { openAuthSession, SignInNeeded, type AuthPlace } from './authSession.ts';

const account = { name: 'Anna', username: 'anna@x.example', homeAccountId: 'h', localAccountId: 'l' };

function stubs(overrides: Partial<Record<keyof IPublicClientApplication, unknown>>) {
  const client = {
    getActiveAccount: () => null,
    getAllAccounts: () => [],
    setActiveAccount: jest.fn(),
    loginPopup: () => Promise.resolve({ account }),
    loginRedirect: jest.fn(() => Promise.resolve()),
    acquireTokenSilent: () => Promise.resolve({ account, accessToken: 'token' }),
    ...overrides,
  } as unknown as IPublicClientApplication;
  const place: AuthPlace = {
    scopes: ['api'],
    inOutlook: false,
    canRedirect: true,
    restartOnThisPage: jest.fn(),
  };
  return { client, place };
}

describe('signing in', () => {
  it('ends signed in', async () => {
    const { client, place } = stubs({});
    const session = openAuthSession(client, place);
    await session.signIn();
    expect(session.state()).toMatchObject({ status: 'signedIn', account: { name: 'Anna' } });
  });

  it('leaves the page when the window is blocked', async () => {
    const loginPopup = () => Promise.reject(new BrowserAuthError('popup_window_error', ''));
    const { client, place } = stubs({ loginPopup });
    const session = openAuthSession(client, place);
    await session.signIn();
    expect(client.loginRedirect).toHaveBeenCalledTimes(1);
    expect(session.state().failure).toBe('popupBlocked');
  });

  it('stays put in a frame, and says why', async () => {
    const loginPopup = () => Promise.reject(new BrowserAuthError('popup_window_error', ''));
    const { client, place } = stubs({ loginPopup });
    const session = openAuthSession(client, { ...place, canRedirect: false });
    await session.signIn();
    expect(client.loginRedirect).not.toHaveBeenCalled();
    expect(session.state()).toMatchObject({ status: 'signedOut', failure: 'popupBlocked' });
  });

  it('is not disturbed by the end of an attempt that was given up', async () => {
    const answers: ((error: Error) => void)[] = [];
    const loginPopup = () => new Promise((_, reject) => answers.push(reject));
    const { client, place } = stubs({ loginPopup });
    const session = openAuthSession(client, place);
    const first = session.signIn();
    session.cancelSignIn();
    answers[0]?.(new BrowserAuthError('timed_out', ''));
    await first;
    expect(session.state()).toMatchObject({ status: 'signedOut', failure: null });
  });
});

describe('in Outlook', () => {
  it('the account of the window is used for the tokens that follow', async () => {
    const acquireTokenSilent = jest.fn<(request: object) => Promise<object>>(() =>
      Promise.resolve({ account, accessToken: 'token' }),
    );
    const { client, place } = stubs({ acquireTokenSilent });
    const session = openAuthSession(client, { ...place, inOutlook: true });
    await session.signIn();
    await expect(session.getToken()).resolves.toBe('token');
    expect(acquireTokenSilent).toHaveBeenCalledWith(expect.objectContaining({ account }));
    expect(client.setActiveAccount).not.toHaveBeenCalled();
  });
});

describe('a token', () => {
  const signedIn = { getActiveAccount: () => account };

  it('that cannot be renewed silently asks the person, who stays where they are', async () => {
    const acquireTokenSilent = () => Promise.reject(new InteractionRequiredAuthError('login_required', ''));
    const { client, place } = stubs({ ...signedIn, acquireTokenSilent });
    const session = openAuthSession(client, place);
    await expect(session.getToken()).rejects.toBeInstanceOf(SignInNeeded);
    expect(session.state()).toMatchObject({ status: 'signedIn', isExpired: true });
    await session.signIn();
    expect(session.state()).toMatchObject({ status: 'signedIn', isExpired: false });
  });

  it('that only the network keeps away is no reason to sign in again', async () => {
    const acquireTokenSilent = () => Promise.reject(new BrowserAuthError('no_network_connectivity', ''));
    const { client, place } = stubs({ ...signedIn, acquireTokenSilent });
    const session = openAuthSession(client, place);
    await expect(session.getToken()).rejects.not.toBeInstanceOf(SignInNeeded);
    expect(session.state().isExpired).toBe(false);
  });
});
