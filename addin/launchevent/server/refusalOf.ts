import { signInFailure, type SignInFailure } from '../../auth/session/signInFailure.ts';
import type { Refusal } from './requestSignature.ts';
import { NoSilentSignIn } from './noSilentSignIn.ts';

const refusals: Partial<Record<SignInFailure, Refusal>> = {
  consentNeeded: 'consent',
  interactionNeeded: 'signIn',
};

/** MSAL says so where the client said that it signs people in, and does not: then MSAL looks for accounts of its own. */
const isWithoutOutlook = (cause: unknown): boolean =>
  cause instanceof Error && 'errorCode' in cause && cause.errorCode === 'no_account_error';

/** What the person can do about a token that was not given; null where they can do nothing, as without a network. */
export function refusalOf(cause: unknown): Refusal | null {
  if (cause instanceof NoSilentSignIn || isWithoutOutlook(cause)) return 'window';
  return refusals[signInFailure(cause)] ?? null;
}
