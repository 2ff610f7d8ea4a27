import { signInFailure, type SignInFailure } from '../../auth/signInFailure.ts';
import type { Refusal } from './requestSignature.ts';
import { NoSilentSignIn } from './noSilentSignIn.ts';

const refusals: Partial<Record<SignInFailure, Refusal>> = {
  consentNeeded: 'consent',
  interactionNeeded: 'signIn',
};

/** What the person can do about a token that was not given; null where they can do nothing, as without a network. */
export function refusalOf(cause: unknown): Refusal | null {
  if (cause instanceof NoSilentSignIn) return 'window';
  return refusals[signInFailure(cause)] ?? null;
}
