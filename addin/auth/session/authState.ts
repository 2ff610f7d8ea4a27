import type { AccountInfo, AuthenticationResult } from '@azure/msal-browser';
import type { SignInFailure } from './signInFailure.ts';

export interface AuthState {
  /** `checking`: whether a token is to be had without asking is not known yet. */
  readonly status: 'checking' | 'signedOut' | 'signingIn' | 'signedIn';
  readonly account: { readonly name: string; readonly username: string } | null;
  /** Why the last attempt did not work. */
  readonly failure: SignInFailure | null;
  /** The token could not be renewed silently. What is on the screen stays; the person is asked to sign in again. */
  readonly isExpired: boolean;
}

export const accountOf = (account: AuthenticationResult['account'] | null): AuthState['account'] =>
  account ? { name: account.name ?? account.username, username: account.username } : null;

export const signedIn = (account: AuthState['account']): AuthState => ({
  status: 'signedIn',
  account,
  failure: null,
  isExpired: false,
});

export const signedOut = (failure: SignInFailure | null): AuthState => ({
  status: 'signedOut',
  account: null,
  failure,
  isExpired: false,
});

export const checking: AuthState = { status: 'checking', account: null, failure: null, isExpired: false };

export function openState(initial: AuthState, known: AccountInfo | null) {
  let current = initial;
  let account = known;
  let challenge: { claims?: string } = {};
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    account: () => account,
    /** What Microsoft wants to see proven before the next token, such as a second factor; for the next window. */
    challenge: (next = challenge) => (challenge = next),
    signedInAs: (next: AccountInfo | null) => {
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

/** What the parts of a session share. */
export type SessionState = ReturnType<typeof openState>;
