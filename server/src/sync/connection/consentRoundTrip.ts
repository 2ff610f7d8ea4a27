import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Connection, ConsentAttempt } from '../../domain/connection/connection.ts';
import { DirectoryError, RequestError, UndersignError } from '../../domain/errors.ts';
import type { ConsentAim, ConsentLinks } from '../../ports/identity.ts';
import type { ConsentAttemptRepository } from '../../ports/repositories/connectionRepositories.ts';
import type { SecretBox } from '../../ports/secretBox.ts';
import { mayConnect, requireAllowed } from './admission.ts';
import { changeConnection, type TrialDesk } from './checkConnection.ts';
import { proveConsent } from './proveConsent.ts';

export interface ConsentDesk extends TrialDesk {
  readonly attempts: ConsentAttemptRepository;
  readonly secretBox: SecretBox;
  readonly links: ConsentLinks;
  /** Has this tenant's consent looked at again until all of it has arrived. */
  readonly noticeGrant: (tenantId: string) => void;
}

export interface ConsentStarter {
  readonly tenantId: string;
  readonly userId: string;
  readonly displayName: string;
  readonly returnTo: ConsentAttempt['returnTo'];
  readonly aim: ConsentAim;
}

export type ConsentOutcome =
  | 'connected'
  | 'granting'
  | 'incomplete'
  | 'approved'
  | 'not-approved'
  | 'refused'
  | 'rejected'
  | 'expired'
  | 'not-allowed'
  | 'closed'
  | 'unavailable'
  | 'failed';

export interface ConsentResult {
  /** Who began it, in which tenant; null where the state is none of ours. */
  readonly by: Omit<ConsentStarter, 'returnTo' | 'aim'> | null;
  readonly outcome: ConsentOutcome;
  readonly returnTo: ConsentAttempt['returnTo'];
}

/** What Entra's redirect may carry; none of it is believed but for `state`, which is sealed by us. */
export interface ConsentReturn {
  readonly state: string;
  readonly error: string | null;
  readonly errorDescription: string | null;
}

const purpose = 'consent-state';
const lifetime = 10 * 60_000;
const stateSchema = z.object({
  tenantId: z.string(),
  attemptId: z.string(),
  aim: z.enum(['directory', 'signIn']).default('directory'),
});

/** Round trips of one tenant that can be under way; whoever begins one more gives up the oldest. */
const mostAttempts = 20;

/**
 * A link to the admin consent page whose state is bound to this tenant and person, expires, and works once.
 * Throws RequestError 403 `tenant-not-allowed`.
 */
export const startConsent = async (desk: ConsentDesk, starter: ConsentStarter): Promise<string> => {
  const { tenantId, userId, displayName, returnTo, aim } = starter;
  await requireAllowed(desk, tenantId);
  const now = desk.clock.now();
  const expiresAt = new Date(now.getTime() + lifetime).toISOString();
  const attempt = { id: randomUUID(), userId, displayName, returnTo, createdAt: now.toISOString(), expiresAt };
  await desk.attempts.prune(tenantId, now, mostAttempts - 1);
  await desk.attempts.add(tenantId, attempt);
  const state = desk.secretBox.seal(purpose, JSON.stringify({ tenantId, attemptId: attempt.id, aim }));
  return desk.links.adminConsentUrl(tenantId, aim, state);
};

/**
 * Ends the round trip. A forged, replayed or late state changes nothing. Consent itself is proven by a token for the
 * tenant in the state, never by the query: an error redirect can carry `admin_consent=True` as well.
 */
export const finishConsent = async (desk: ConsentDesk, back: ConsentReturn): Promise<ConsentResult> => {
  const state = openState(desk.secretBox, back.state);
  const attempt = state === null ? null : await desk.attempts.take(state.tenantId, state.attemptId);
  if (state === null || attempt === null) return { outcome: 'expired', returnTo: 'page', by: null };
  const { returnTo, userId, displayName } = attempt;
  const known = { returnTo, by: { tenantId: state.tenantId, userId, displayName } };
  if (Date.parse(attempt.expiresAt) < desk.clock.now().getTime()) return { outcome: 'expired', ...known };
  // Another tenant may have become the first since the page was opened.
  if (!(await mayConnect(desk, state.tenantId))) return { outcome: 'closed', ...known };
  if (state.aim === 'signIn') return { outcome: approval(back), ...known };
  if (back.error !== null) return { outcome: await refusal(desk, state.tenantId, back), ...known };
  return { outcome: await proof(desk, state.tenantId, attempt), ...known };
};

/** That people may sign in is nothing we could ask for ourselves, and nothing is kept of it: the next colleague proves it. */
const approval = (back: ConsentReturn): ConsentOutcome => {
  if (back.error === null) return 'approved';
  return outcomeOf(back) === 'not-allowed' ? 'not-allowed' : 'not-approved';
};

const openState = (box: SecretBox, sealed: string): z.infer<typeof stateSchema> | null => {
  const text = box.open(purpose, sealed);
  return text === null ? null : stateSchema.parse(JSON.parse(text));
};

/** What OAuth and Entra may say in `error`. Anybody can write an address, so no other text of it is kept or shown. */
const knownErrors = new Set([
  'access_denied',
  'consent_required',
  'interaction_required',
  'invalid_client',
  'invalid_request',
  'invalid_resource',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
  'unauthorized_client',
]);

const knownError = (error: string | null): string => (error !== null && knownErrors.has(error) ? error : 'unknown');

const entraCode = ({ errorDescription }: ConsentReturn): string | null =>
  /AADSTS\d{4,8}\b/.exec(errorDescription ?? '')?.[0] ?? null;

/**
 * What a way back without consent means. Somebody said no, somebody who may not was asked, or Entra was not well: those are
 * known by name. Everything else is Entra turning down what we asked, mostly because of how the app is set up.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const outcomeByCode: Readonly<Record<string, ConsentOutcome>> = {
  access_denied: 'refused',
  AADSTS65004: 'refused',
  AADSTS90094: 'not-allowed',
  AADSTS90095: 'not-allowed',
  server_error: 'unavailable',
  temporarily_unavailable: 'unavailable',
  AADSTS50000: 'unavailable',
  AADSTS90006: 'unavailable',
  AADSTS90024: 'unavailable',
  AADSTS90033: 'unavailable',
  AADSTS90055: 'unavailable',
};

const codeOf = (back: ConsentReturn): string => entraCode(back) ?? knownError(back.error);

const outcomeOf = (back: ConsentReturn): ConsentOutcome => outcomeByCode[codeOf(back)] ?? 'rejected';

/** Why Entra turned us down, for the page; of its own words only the number is believed. */
const rejection = (code: string): Connection['problem'] => ({
  code: 'entra-refused',
  message: `Microsoft Entra gives no access. (${code})`,
  values: { entraCode: code, answer: `${code}.` },
});

/** Pressing Cancel does not undo an earlier consent, so a working connection stays. */
const refusal = async (desk: ConsentDesk, tenantId: string, back: ConsentReturn): Promise<ConsentOutcome> => {
  const code = codeOf(back);
  const outcome = outcomeOf(back);
  const checkedAt = desk.clock.now().toISOString();
  const found = { checkedAt, lastError: code, problem: outcome === 'rejected' ? rejection(code) : null };
  const saysNo = outcome === 'refused' || outcome === 'not-allowed';
  await changeConnection(desk, tenantId, (before) => {
    const stays = before.state !== 'notConnected' && before.state !== 'refused';
    const after: Connection = { ...before, ...found, state: saysNo ? 'refused' : 'notConnected' };
    return Promise.resolve(stays ? before : after);
  });
  return outcome;
};

/** Entra or Graph may be away for a moment just then. */
const tries = 4;
const pause = 1500;

const proof = async (desk: ConsentDesk, tenantId: string, attempt: ConsentAttempt): Promise<ConsentOutcome> => {
  const by = { id: attempt.userId, displayName: attempt.displayName };
  for (let attemptNumber = 1; ; attemptNumber += 1) {
    try {
      const standing = await proveConsent(desk, { tenantId, by });
      desk.noticeGrant(tenantId);
      return standing === 'notGranted' ? 'failed' : standing;
    } catch (error) {
      if (!(error instanceof UndersignError)) throw error;
      // Another tenant became the first while we asked.
      if (error instanceof RequestError) return 'closed';
      if (!(error instanceof DirectoryError)) return 'failed';
      if (attemptNumber >= tries) return 'unavailable';
    }
    await desk.clock.sleep(pause);
  }
};
