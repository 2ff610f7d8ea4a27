import type { AuthError } from '@azure/msal-browser';

/** Why signing in did not work, as a word the pane has a text for. */
export type SignInFailure =
  | 'cancelled'
  | 'popupBlocked'
  | 'timedOut'
  | 'offline'
  | 'consentNeeded'
  | 'interactionNeeded'
  | 'unknown';

const failureByCode: Readonly<Record<string, SignInFailure>> = {
  user_cancelled: 'cancelled',
  access_denied: 'cancelled',
  popup_window_error: 'popupBlocked',
  empty_window_error: 'popupBlocked',
  timed_out: 'timedOut',
  redirect_in_iframe: 'popupBlocked',
  no_network_connectivity: 'offline',
  post_request_failed: 'offline',
  get_request_failed: 'offline',
  network_error: 'offline',
  consent_required: 'consentNeeded',
  no_account_error: 'interactionNeeded',
  no_tokens_found: 'interactionNeeded',
  login_required: 'interactionNeeded',
  interaction_required: 'interactionNeeded',
  monitor_window_timeout: 'interactionNeeded',
};

/** By what it carries, not by its class: MSAL is not loaded yet where the first page is drawn. */
const isAuthError = (error: unknown): error is AuthError =>
  error instanceof Error && 'errorCode' in error && 'errorMessage' in error;

/** Sorts what MSAL throws. AADSTS65001 and 90094: an administrator has to consent first. */
export function signInFailure(error: unknown): SignInFailure {
  if (!isAuthError(error)) return 'unknown';
  if (/AADSTS(65001|90094)/.test(error.errorMessage)) return 'consentNeeded';
  if (/AADSTS65004/.test(error.errorMessage)) return 'cancelled';
  const known = failureByCode[error.errorCode];
  if (known) return known;
  return error.name === 'InteractionRequiredAuthError' ? 'interactionNeeded' : 'unknown';
}

/** What Microsoft wants proven, as it is to be handed back to it; null where nothing more than signing in is asked. */
export function claimsOf(error: unknown): string | null {
  if (!isAuthError(error) || !('claims' in error) || typeof error.claims !== 'string') return null;
  return error.claims === '' ? null : error.claims;
}
