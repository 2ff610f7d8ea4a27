/** @isolated: mocks */
import { describe, expect, it, jest } from '@jest/globals';
import { BrowserAuthError, InteractionRequiredAuthError, type IPublicClientApplication } from '@azure/msal-browser';
import { openAuthSession, SignInNeeded } from './authSession.ts';
import type { AuthPlace } from '../authPlace.ts';

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
    isNested: false,
    mailbox: null,
    canRedirect: true,
    restartOnThisPage: jest.fn(),
    openDialogClient: null,
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

describe('a check without asking', () => {
  const checked = async (error: unknown) => {
    const { client, place } = stubs({ acquireTokenSilent: () => Promise.reject(error) });
    const session = openAuthSession(Promise.resolve(client), { ...place, inOutlook: true });
    const check = session.checkSilently();
    expect(session.state().status).toBe('checking');
    await check;
    return session.state();
  };

  it('ends signed in where Outlook has a token', async () => {
    const { client, place } = stubs({});
    const session = openAuthSession(Promise.resolve(client), { ...place, inOutlook: true });
    await session.checkSilently();
    expect(session.state().status).toBe('signedIn');
  });

  it('blames nobody who has simply not signed in yet', async () => {
    const state = await checked(new InteractionRequiredAuthError('login_required', ''));
    expect(state).toMatchObject({ status: 'signedOut', failure: null });
  });

  it('says when an administrator has to consent, or when nothing can be reached', async () => {
    const consent = new InteractionRequiredAuthError('consent_required', 'AADSTS65001: not consented');
    expect(await checked(consent)).toMatchObject({ status: 'signedOut', failure: 'consentNeeded' });
    const offline = new BrowserAuthError('no_network_connectivity', '');
    expect(await checked(offline)).toMatchObject({ status: 'signedOut', failure: 'offline' });
  });

  it('that never ends keeps nobody from signing in, and undoes nothing when it ends late', async () => {
    let refuse: (error: Error) => void = () => undefined;
    const acquireTokenSilent = () => new Promise((_, reject) => (refuse = reject));
    const { client, place } = stubs({ acquireTokenSilent });
    const session = openAuthSession(Promise.resolve(client), { ...place, inOutlook: true });
    const check = session.checkSilently();
    await session.signIn();
    refuse(new InteractionRequiredAuthError('login_required', ''));
    await check;
    expect(session.state().status).toBe('signedIn');
  });
});

describe('of several accounts', () => {
  const other = { ...account, username: 'other@x.example' };

  it('that of the mailbox is asked for', async () => {
    const acquireTokenSilent = jest.fn<(request: object) => Promise<object>>(() =>
      Promise.resolve({ account, accessToken: 'token' }),
    );
    const { client, place } = stubs({ acquireTokenSilent, getAllAccounts: () => [other, account] });
    const session = openAuthSession(Promise.resolve(client), { ...place, inOutlook: true, mailbox: 'ANNA@x.example' });
    await session.getToken();
    expect(acquireTokenSilent).toHaveBeenCalledWith(expect.objectContaining({ account }));
  });

  it('the window names it too, unless another one is wished for', async () => {
    const loginPopup = jest.fn<(request: object) => Promise<object>>(() => Promise.resolve({ account }));
    const { client, place } = stubs({ loginPopup });
    const session = openAuthSession(client, { ...place, inOutlook: true, mailbox: 'anna@x.example' });
    await session.signIn();
    expect(loginPopup).toHaveBeenLastCalledWith(expect.objectContaining({ loginHint: 'anna@x.example' }));
    await session.signIn({ another: true });
    expect(loginPopup).toHaveBeenLastCalledWith(expect.objectContaining({ prompt: 'select_account' }));
  });
});

describe('what Microsoft wants proven', () => {
  it('goes into the next window, and not into the one after', async () => {
    const claims = '{"access_token":{"acrs":{"value":"c1"}}}';
    const refusal = Object.assign(new InteractionRequiredAuthError('interaction_required', 'AADSTS50076'), { claims });
    const loginPopup = jest.fn<(request: object) => Promise<object>>(() => Promise.resolve({ account }));
    const { client, place } = stubs({ loginPopup, acquireTokenSilent: () => Promise.reject(refusal) });
    const session = openAuthSession(client, place);
    await expect(session.getToken()).rejects.toBeInstanceOf(SignInNeeded);
    await session.signIn();
    expect(loginPopup).toHaveBeenLastCalledWith(expect.objectContaining({ claims }));
    await session.signIn();
    expect(loginPopup.mock.lastCall?.[0]).not.toHaveProperty('claims');
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
