import { errors, jwtVerify, type JWTPayload } from 'jose';
import { z } from 'zod';
import { DirectoryError, RequestError, type UndersignError } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { AccessTokenVerifier, Caller } from '../ports/identity.ts';
import { openSigningKeys } from './signingKeys.ts';

export interface VerifierOptions {
  readonly entraAuthority: string;
  /** Audience of our API and the only client that may call it. */
  readonly clientId: string;
  readonly scope: string;
  readonly clock: Clock;
}

const claimsSchema = z.object({
  tid: z.guid(),
  oid: z.guid(),
  iss: z.string(),
  scp: z.string(),
  azp: z.string(),
  ver: z.literal('2.0'),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  wids: z.array(z.string()).default([]),
  roles: z.array(z.string()).default([]),
});

/** Where Microsoft keeps personal accounts: all of them in one tenant, who have nothing to do with each other. */
const personalAccounts = '9188040d-6c67-4c5b-b112-36a304b66dad';

const invalid = (detail: string, cause?: unknown): RequestError =>
  new RequestError(401, 'token-invalid', 'This sign-in is not valid here. Sign in again.', { detail, cause });

/**
 * Verifies a delegated v2.0 access token for our own API: signature, audience, time, issuer rebuilt from `tid` and that of
 * the key, scope and calling client. App-only tokens have no `scp` and are refused.
 * https://learn.microsoft.com/entra/identity-platform/access-tokens
 */
export const openAccessTokenVerifier = (options: VerifierOptions): AccessTokenVerifier => {
  const origin = new URL(options.entraAuthority).origin;
  const keys = openSigningKeys(new URL(`${origin}/common/discovery/v2.0/keys`), options.clock);
  return {
    verify: async (token) => {
      const { payload, protectedHeader } = await jwtVerify(token, keys.find, {
        audience: options.clientId,
        algorithms: ['RS256'],
        clockTolerance: 60,
        requiredClaims: ['exp', 'iat'],
        currentDate: options.clock.now(),
      }).catch((error: unknown) => {
        throw translate(error);
      });
      const caller = toCaller(payload, origin, options);
      requireIssuer(keys.published(protectedHeader.kid), payload);
      return caller;
    },
  };
};

/**
 * Keys for companies and for personal accounts are published together, most with whose tokens they may sign.
 * https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-issuer
 */
const requireIssuer = (key: { readonly issuer?: unknown } | undefined, { iss = '', tid }: JWTPayload): void => {
  if (key === undefined) throw invalid('its key is no longer published');
  const issuer = typeof key.issuer === 'string' ? key.issuer.replace('{tenantid}', String(tid)) : iss;
  if (issuer !== iss) throw invalid(`its key signs for ${issuer}, not for ${iss}`);
};

const toCaller = (payload: JWTPayload, origin: string, { clientId, scope }: VerifierOptions): Caller => {
  const parsed = claimsSchema.safeParse(payload);
  if (!parsed.success) throw invalid('claims are missing or malformed', parsed.error);
  const claims = parsed.data;
  if (claims.iss !== `${origin}/${claims.tid}/v2.0`) throw invalid(`issuer ${claims.iss} is not that of ${claims.tid}`);
  if (claims.tid.toLowerCase() === personalAccounts) throw invalid('a personal account, which belongs to no company');
  if (claims.azp !== clientId) throw invalid(`token was given to another client, ${claims.azp}`);
  if (!claims.scp.split(' ').includes(scope)) throw invalid(`scope ${scope} is missing`);
  return {
    tenantId: claims.tid.toLowerCase(),
    userId: claims.oid.toLowerCase(),
    displayName: claims.name ?? claims.preferred_username ?? claims.oid,
    userPrincipalName: claims.preferred_username ?? '',
    directoryRoles: claims.wids,
    appRoles: claims.roles,
  };
};

/** Entra away, or answering something that is no key set: no fault of the token. */
const isAboutKeys = (error: errors.JOSEError): boolean =>
  error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error.code === 'ERR_JOSE_GENERIC';

const translate = (error: unknown): UndersignError => {
  if (error instanceof errors.JWTExpired) {
    return new RequestError(401, 'token-expired', 'Your sign-in has expired. Sign in again.', { cause: error });
  }
  if (!(error instanceof errors.JOSEError) || isAboutKeys(error)) {
    return new DirectoryError(
      'entra-unavailable',
      'Microsoft Entra cannot be reached to check your sign-in. Try again in a few minutes.',
      { cause: error },
    );
  }
  return invalid(error.code, error);
};
