import type { AccountInfo, AuthenticationResult, IPublicClientApplication } from '@azure/msal-browser';
import { claimsOf, signInFailure, type SignInFailure } from './signInFailure.ts';

export interface AuthState {
  /** `checking`: whether a token is to be had without asking is not known yet. */
  readonly status: 'checking' | 'signedOut' | 'signingIn' | 'signedIn';
  readonly account: { readonly name: string; readonly username: string } | null;
  /** Why the last attempt did not work. */
  readonly failure: SignInFailure | null;
  /** The token could not be renewed silently. What is on the screen stays; the person is asked to sign in again. */
  readonly isExpired: boolean;
}

export interface AuthSession {
  readonly state: () => AuthState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks for a token without asking the person; meanwhile the state is `checking`. Never rejects. */
  readonly checkSilently: () => Promise<void>;
  /** Call it inside a click: it opens a window, or leaves the page when windows are blocked. */
  readonly signIn: (wish?: { readonly another?: boolean }) => Promise<void>;
  readonly signInOnThisPage: () => Promise<void>;
  /** Gives up waiting for the window; the window itself stays open. */
  readonly cancelSignIn: () => void;
  readonly signOut: () => Promise<void>;
  /** An access token for our API. Rejects with {@link SignInNeeded} when only the person can get one. */
  readonly getToken: (options?: { forceRefresh: boolean }) => Promise<string>;
  /** Outlook's own account cannot be signed out from inside it. */
  readonly canSignOut: boolean;
}

export class SignInNeeded extends Error {
  override readonly name = 'SignInNeeded';
  readonly reason: SignInFailure;

  constructor(reason: SignInFailure, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

export interface AuthPlace {
  readonly scopes: string[];
  readonly inOutlook: boolean;
  /** Whose mailbox is open; of several accounts, and in Microsoft's window, this one is meant. Null in a browser. */
  readonly mailbox: string | null;
  /** False inside a frame, where MSAL refuses to leave the page. */
  readonly canRedirect: boolean;
  /** Loads the page anew so that it starts with a full-page sign-in; the only way out of a window that never answers. */
  readonly restartOnThisPage: () => void;
}

const accountOf = (account: AuthenticationResult['account'] | null): AuthState['account'] =>
  account ? { name: account.name ?? account.username, username: account.username } : null;

const signedIn = (account: AuthState['account']): AuthState => ({
  status: 'signedIn',
  account,
  failure: null,
  isExpired: false,
});

const signedOut = (failure: SignInFailure | null): AuthState => ({
  status: 'signedOut',
  account: null,
  failure,
  isExpired: false,
});

const checking: AuthState = { status: 'checking', account: null, failure: null, isExpired: false };

function openState(initial: AuthState, known: AccountInfo | null) {
  let current = initial;
  let account = known;
  let challenge: { claims?: string } = {};
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    account: () => account,
    /** What Microsoft wants to see proven before the next token, such as a second factor; for the next window. */
    challenge: (next = challenge) => (challenge = next),
    signedInAs: (next: AccountInfo) => {
      account = next;
    },
    set: (next: AuthState) => {
      current = next;
      listeners.forEach((listener) => listener());
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

type State = ReturnType<typeof openState>;

/** MSAL, or the promise of it: the first page does not wait for what only its button needs. */
export type AuthClient = IPublicClientApplication | Promise<IPublicClientApplication>;

async function checkSilently(getToken: () => Promise<string>, state: State): Promise<void> {
  state.set(checking);
  const failure = await getToken().then(
    () => null,
    (error: unknown) => (error instanceof SignInNeeded ? error.reason : signInFailure(error)),
  );
  // Whoever did not want to wait may be signing in already.
  if (state.get().status === 'checking') state.set(signedOut(failure === 'interactionNeeded' ? null : failure));
}

/** Microsoft asks which account only where nobody is meant. */
const whoIsMeant = (username: string | null) =>
  username === null ? { prompt: 'select_account' } : { loginHint: username };

function openSignIn(authClient: AuthClient, place: AuthPlace, state: State) {
  const { scopes } = place;
  let attempt = 0;

  const onThisPage = async () => {
    if (state.get().status === 'signingIn') return place.restartOnThisPage();
    return (await authClient).loginRedirect({ scopes });
  };

  const fail = async (error: unknown, before: AuthState) => {
    const failure = signInFailure(error);
    state.set({ ...before, failure });
    if (failure === 'popupBlocked' && place.canRedirect) await (await authClient).loginRedirect({ scopes });
  };

  const openWindow = async (meant: string | null) => {
    // Where it is here already, the window opens within the click that asked for it.
    const client = authClient instanceof Promise ? await authClient : authClient;
    const answer = await client.loginPopup({
      scopes,
      overrideInteractionInProgress: true,
      ...state.challenge(),
      ...whoIsMeant(meant),
    });
    if (!place.inOutlook) client.setActiveAccount(answer.account);
    return answer;
  };

  const inWindow = async ({ another = false } = {}) => {
    const before = state.get().status === 'signingIn' ? signedOut(null) : state.get();
    const mine = ++attempt;
    if (before.status !== 'signedIn') state.set({ ...before, status: 'signingIn', failure: null });
    try {
      const meant = another ? null : (before.account?.username ?? place.mailbox);
      const answer = await openWindow(meant);
      state.challenge({});
      // Nested app authentication has no active account, so the session remembers it itself.
      state.signedInAs(answer.account);
      state.set(signedIn(accountOf(answer.account)));
    } catch (error) {
      // A newer attempt took over; its outcome is the one that counts.
      if (mine === attempt) await fail(error, before);
    }
  };

  const cancel = () => {
    attempt += 1;
    state.set(signedOut(null));
  };

  return { onThisPage, inWindow, cancel };
}

function openTokens(authClient: AuthClient, place: AuthPlace, state: State) {
  return async ({ forceRefresh } = { forceRefresh: false }): Promise<string> => {
    try {
      const client = await authClient;
      const account = state.account() ?? knownAccount(client, place.mailbox);
      const answer = await client.acquireTokenSilent({
        scopes: place.scopes,
        forceRefresh,
        ...(account ? { account } : {}),
      });
      state.signedInAs(answer.account);
      if (state.get().status !== 'signedIn' || state.get().isExpired) state.set(signedIn(accountOf(answer.account)));
      return answer.accessToken;
    } catch (error) {
      const failure = signInFailure(error);
      if (failure === 'offline') throw error;
      const claims = claimsOf(error);
      if (claims !== null) state.challenge({ claims });
      if (state.get().status === 'signedIn') state.set({ ...state.get(), isExpired: true });
      throw new SignInNeeded(failure, { cause: error });
    }
  };
}

/** The account this browser signed in with before; in Outlook there is none, because Outlook decides. */
const activeAccount = (client: AuthClient, inOutlook: boolean): AccountInfo | null =>
  client instanceof Promise || inOutlook ? null : client.getActiveAccount();

/** Of several accounts that of the mailbox, else the first. */
function knownAccount(client: AuthClient, mailbox: string | null): AccountInfo | null {
  if (client instanceof Promise) return null;
  const accounts = client.getAllAccounts();
  const isOwner = ({ username }: AccountInfo) => username.toLowerCase() === mailbox?.toLowerCase();
  return accounts.find(isOwner) ?? accounts[0] ?? null;
}

/** Who is signed in and how to get a token, as one value the whole pane shares. A promised client is one nobody is signed in with. */
export function openAuthSession(client: AuthClient, place: AuthPlace): AuthSession {
  const active = activeAccount(client, place.inOutlook);
  const state = openState(
    active ? signedIn(accountOf(active)) : signedOut(null),
    active ?? knownAccount(client, place.mailbox),
  );
  const signIn = openSignIn(client, place, state);
  const getToken = openTokens(client, place, state);
  return {
    state: state.get,
    subscribe: state.subscribe,
    signIn: signIn.inWindow,
    signInOnThisPage: signIn.onThisPage,
    cancelSignIn: signIn.cancel,
    checkSilently: () => checkSilently(getToken, state),
    getToken,
    canSignOut: !place.inOutlook,
    signOut: async () => {
      const account = state.account();
      await (await client).logoutRedirect(account ? { account } : {});
    },
  };
}
