import type { AccountInfo, IPublicClientApplication } from '@azure/msal-browser';
import type { Clients } from './authClients.ts';
import type { AuthPlace } from '../authPlace.ts';
import { accountOf, signedIn, signedOut, type AuthState, type SessionState } from './authState.ts';
import { signInFailure } from './signInFailure.ts';

export interface SignInWish {
  /** Another account than the one that is meant. */
  readonly another?: boolean;
  /** In a dialog of Outlook's from the start. */
  readonly inDialog?: boolean;
}

/** Microsoft asks which account only where nobody is meant. */
const whoIsMeant = (username: string | null) =>
  username === null ? { prompt: 'select_account' } : { loginHint: username };

const isBlocked = (error: unknown): boolean => signInFailure(error) === 'popupBlocked';

/** Asks in a window, and where none opens in a dialog, where there are any. */
function openAsking(clients: Clients, { scopes, inOutlook }: AuthPlace, state: SessionState) {
  const askWith = async (client: IPublicClientApplication, meant: string | null): Promise<AccountInfo> => {
    const { account } = await client.loginPopup({
      scopes,
      overrideInteractionInProgress: true,
      ...state.challenge(),
      ...whoIsMeant(meant),
    });
    if (!inOutlook) client.setActiveAccount(account);
    clients.goOnWith(client);
    return account;
  };
  const inWindow = async (meant: string | null): Promise<AccountInfo> => {
    const client = clients.current();
    // Where it is here already, the window opens within the click that asked for it.
    return askWith(client instanceof Promise ? await client : client, meant);
  };
  return async (meant: string | null, startsInDialog: boolean): Promise<AccountInfo> => {
    const { forDialog } = clients;
    if (!forDialog) return inWindow(meant);
    const inDialog = async () => askWith(await forDialog(), meant);
    if (startsInDialog) return inDialog();
    return inWindow(meant).catch((error: unknown) => {
      if (isBlocked(error)) return inDialog();
      throw error;
    });
  };
}

/** The ways a person signs in by hand. */
export function openSignIn(clients: Clients, place: AuthPlace, state: SessionState) {
  const { scopes } = place;
  const ask = openAsking(clients, place, state);
  let attempt = 0;

  const onThisPage = async () => {
    if (state.get().status === 'signingIn') return place.restartOnThisPage();
    return (await clients.current()).loginRedirect({ scopes });
  };

  const fail = async (error: unknown, before: AuthState) => {
    state.set({ ...before, failure: signInFailure(error) });
    if (isBlocked(error) && place.canRedirect) await (await clients.current()).loginRedirect({ scopes });
  };

  const whom = ({ another = false }: SignInWish, { account }: AuthState): string | null =>
    another ? null : (account?.username ?? place.mailbox);

  const inWindow = async (wish: SignInWish = {}) => {
    const before = state.get().status === 'signingIn' ? signedOut(null) : state.get();
    const mine = ++attempt;
    if (before.status !== 'signedIn') state.set({ ...before, status: 'signingIn', failure: null });
    try {
      const account = await ask(whom(wish, before), wish.inDialog === true);
      state.challenge({});
      // Nested app authentication has no active account, so the session remembers it itself.
      state.signedInAs(account);
      state.set(signedIn(accountOf(account)));
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
