import type { AccountInfo, IPublicClientApplication } from '@azure/msal-browser';
import { openClients, type AuthClient, type Clients } from './authClients.ts';
import type { AuthPlace } from '../authPlace.ts';
import { accountOf, checking, openState, signedIn, signedOut, type AuthState, type SessionState } from './authState.ts';
import { openSignIn, type SignInWish } from './openSignIn.ts';
import { claimsOf, signInFailure, type SignInFailure } from './signInFailure.ts';

export interface AuthSession {
  readonly state: () => AuthState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks for a token without asking the person; meanwhile the state is `checking`. Never rejects. */
  readonly checkSilently: () => Promise<void>;
  /** Call it inside a click: it opens a window, and where windows are blocked a dialog of Outlook's, or leaves the page. */
  readonly signIn: (wish?: SignInWish) => Promise<void>;
  readonly signInOnThisPage: () => Promise<void>;
  /** Gives up waiting for the window; the window itself stays open. */
  readonly cancelSignIn: () => void;
  readonly signOut: () => Promise<void>;
  /** An access token for our API. Rejects with {@link SignInNeeded} when only the person can get one. */
  readonly getToken: (options?: { forceRefresh: boolean }) => Promise<string>;
  /** Where Outlook signs people in, its account cannot be signed out from inside it. */
  readonly canSignOut: boolean;
  readonly hasDialogs: boolean;
}

export class SignInNeeded extends Error {
  override readonly name = 'SignInNeeded';
  readonly reason: SignInFailure;

  constructor(reason: SignInFailure, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

async function checkSilently(getToken: () => Promise<string>, state: SessionState): Promise<void> {
  state.set(checking);
  const failure = await getToken().then(
    () => null,
    (error: unknown) => (error instanceof SignInNeeded ? error.reason : signInFailure(error)),
  );
  // Whoever did not want to wait may be signing in already.
  if (state.get().status === 'checking') state.set(signedOut(failure === 'interactionNeeded' ? null : failure));
}

function openTokens(clients: Clients, place: AuthPlace, state: SessionState) {
  return async ({ forceRefresh } = { forceRefresh: false }): Promise<string> => {
    try {
      const client = await clients.current();
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

/** The pane stays where it is: a page in a frame can leave for no other. Nobody stays signed in, whatever windows do. */
async function signOutBeside(client: IPublicClientApplication, state: SessionState): Promise<void> {
  const account = state.account();
  await client.logoutPopup(account ? { account } : {}).catch(() => undefined);
  await client.clearCache();
  state.signedInAs(null);
  state.set(signedOut(null));
}

function openSignOut(clients: Clients, { inOutlook }: AuthPlace, state: SessionState) {
  return async () => {
    const client = await clients.current();
    const account = state.account();
    if (inOutlook) await signOutBeside(client, state);
    else await client.logoutRedirect(account ? { account } : {});
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
  const clients = openClients(client, place);
  const signIn = openSignIn(clients, place, state);
  const getToken = openTokens(clients, place, state);
  return {
    state: state.get,
    subscribe: state.subscribe,
    signIn: signIn.inWindow,
    signInOnThisPage: signIn.onThisPage,
    cancelSignIn: signIn.cancel,
    checkSilently: () => checkSilently(getToken, state),
    getToken,
    canSignOut: !place.isNested,
    hasDialogs: place.openDialogClient !== null,
    signOut: openSignOut(clients, place, state),
  };
}
