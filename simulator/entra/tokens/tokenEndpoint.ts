import { createHash, createPublicKey } from 'node:crypto';
import {
  EntraError,
  consentRequired,
  disabledAccount,
  expiredSecret,
  missingField,
  unknownAccount,
  unknownClient,
  wrongSecret,
} from '../aadsts.ts';
import type { DirectoryUser } from '../../directory/model.ts';
import type { ClientRegistration } from './clientRegistration.ts';
import type { EntraWorld } from '../entraWorld.ts';
import { SHARED_TENANTS, findAccount, requireClient, requireTenant } from '../entraWorld.ts';
import type { RefreshContent } from './issueTokens.ts';
import { issueAppToken, issueUserTokens } from './issueTokens.ts';
import { verifiedClaims } from './jsonWebToken.ts';
import { GRAPH_RESOURCE } from '../permissions.ts';
import { openSealed } from './sealedValue.ts';
import { parseScopes, type RequestedScopes } from '../scopes.ts';
import { requireSecondFactor } from '../signIn/secondFactor.ts';
import { isConsented } from '../signIn/userConsent.ts';

export interface TokenRequest {
  world: EntraWorld;
  /** The path segment: a tenant id, a domain, organizations or common. */
  tenant: string;
  form: ReadonlyMap<string, string>;
}

/** https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-auth-code-flow and -client-creds-grant-flow */
export function answerTokenRequest(request: TokenRequest): object {
  requireTenant(request.world, request.tenant);
  const client = requireClient(request.world, field(request, 'client_id'), request.tenant);
  const grant = field(request, 'grant_type');
  if (grant === 'client_credentials') return answerClientCredentials(request, client);
  if (grant === 'authorization_code') return answerCode(request, client);
  if (grant === 'refresh_token') return answerRefresh(request, client);
  throw new EntraError('unsupported_grant_type', 70003, `The app requested an unsupported grant type '${grant}'.`);
}

function answerClientCredentials(request: TokenRequest, client: ClientRegistration): object {
  const { world, tenant, form } = request;
  if (SHARED_TENANTS.has(tenant)) {
    throw new EntraError(
      'invalid_request',
      50059,
      'No tenant-identifying information found in either the request or implied by any provided credentials.',
    );
  }
  requireCredential(request, client);
  const scope = field(request, 'scope');
  if (scope !== `${GRAPH_RESOURCE}/.default`) {
    throw form.get('scope')?.endsWith('/.default')
      ? new EntraError('invalid_resource', 500011, `The resource principal named ${scope} was not found in the tenant.`)
      : new EntraError(
          'invalid_scope',
          1002012,
          `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.`,
        );
  }
  if (!world.state.grantOf(client.clientId))
    throw unknownClient(client.clientId, world.directory.organization.displayName);
  return issueAppToken(world, client);
}

function answerCode(request: TokenRequest, client: ClientRegistration): object {
  const { world, form } = request;
  const code = field(request, 'code');
  const pending = world.codes.get(code);
  // Whatever comes of it: a code is good for one try.
  world.codes.delete(code);
  if (!pending || pending.clientId !== client.clientId) {
    throw new EntraError(
      'invalid_grant',
      54005,
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
    );
  }
  if (pending.expires < world.clock.now())
    throw new EntraError(
      'invalid_grant',
      70008,
      'The provided authorization code or refresh token has expired due to inactivity.',
    );
  if (pending.redirectUri !== field(request, 'redirect_uri')) {
    throw new EntraError(
      'invalid_client',
      500112,
      'The reply address does not match the reply address provided when requesting authorization code.',
    );
  }
  requireProof(request, client, pending.challenge);
  const user = requireAccount(world, pending.userId);
  const scopes = parseScopes(client, form.get('scope') ?? pending.scope, form.get('scope') === undefined);
  return issueUserTokens(world, { client, user, scopes, nonce: pending.nonce });
}

function answerRefresh(request: TokenRequest, client: ClientRegistration): object {
  const { world, form } = request;
  const content = openSealed(field(request, 'refresh_token').slice(2), 'refresh', world.state.secret) as
    | RefreshContent
    | undefined;
  if (!content) throw new EntraError('invalid_grant', 9002313, 'Invalid request. Request is malformed or invalid.');
  if (content.clientId !== client.clientId)
    throw new EntraError('invalid_grant', 70000, 'The refresh token was issued to another client.');
  if (content.issued < world.state.signedOutBefore(content.userId)) {
    throw new EntraError(
      'invalid_grant',
      50173,
      'The provided grant has expired due to it being revoked, a fresh auth token is needed.',
    );
  }
  if (world.clock.now() - content.issued > REFRESH_LIFE) {
    throw new EntraError(
      'invalid_grant',
      700084,
      'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended.',
    );
  }
  if (form.has('client_secret') || form.has('client_assertion')) requireCredential(request, client);
  const scopes = parseScopes(client, form.get('scope') ?? 'openid', false);
  if (!scopes.openid.includes('offline_access')) scopes.openid.push('offline_access');
  const user = requireAccount(world, content.userId);
  requireConsent(world, client, { user, scopes });
  return issueUserTokens(world, { client, user, scopes });
}

/** What would be asked in a window cannot be asked here. */
function requireConsent(
  world: EntraWorld,
  client: ClientRegistration,
  { user, scopes }: { user: DirectoryUser; scopes: RequestedScopes },
): void {
  if (scopes.resource === 'api' && !isConsented(world, client, user)) throw consentRequired(client.clientId);
  requireSecondFactor(world, user, scopes);
}

/** Those of single page apps live one day. */
const REFRESH_LIFE = 24 * 60 * 60 * 1000;

function requireAccount(world: EntraWorld, userId: string) {
  const user = findAccount(world, userId);
  if (!user) throw unknownAccount(userId);
  if (!user.accountEnabled) throw disabledAccount();
  return user;
}

/** Public clients prove themselves by PKCE, confidential ones by their secret or certificate. */
function requireProof(request: TokenRequest, client: ClientRegistration, challenge: string | undefined): void {
  const { form } = request;
  if (challenge !== undefined) {
    const made = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (made !== challenge)
      throw new EntraError(
        'invalid_grant',
        501481,
        'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
      );
  }
  if (challenge === undefined || form.has('client_secret') || form.has('client_assertion'))
    requireCredential(request, client);
}

function requireCredential(request: TokenRequest, client: ClientRegistration): void {
  const { form, world } = request;
  const assertion = form.get('client_assertion');
  if (assertion !== undefined) {
    requireAssertion(request, client, assertion);
    return;
  }
  const secret = form.get('client_secret');
  if (secret === undefined) {
    throw new EntraError(
      'invalid_client',
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    );
  }
  const known = client.secrets.find(({ value }) => value === secret);
  if (!known) throw wrongSecret(client.clientId);
  if (known.expiresAt !== undefined && Date.parse(known.expiresAt) <= world.clock.now())
    throw expiredSecret(client.clientId);
}

/** https://learn.microsoft.com/en-us/entra/identity-platform/certificate-credentials */
function requireAssertion({ world }: TokenRequest, client: ClientRegistration, assertion: string): void {
  const claims = (client.certificates ?? [])
    .map((pem) => verifiedClaims(assertion, createPublicKey(pem)))
    .find((found) => found !== undefined);
  const refusal = (text: string) =>
    new EntraError(
      'invalid_client',
      700027,
      `The certificate with identifier used to sign the client assertion ${text}.`,
    );
  if (!claims) throw refusal('is not registered on application');
  if (claims['iss'] !== client.clientId || claims['sub'] !== client.clientId)
    throw refusal('speaks of another application');
  if (!String(claims['aud']).endsWith('/oauth2/v2.0/token')) throw refusal('is meant for another audience');
  if (Number(claims['exp']) * 1000 < world.clock.now()) throw refusal('is past its expiry');
}

function field({ form }: TokenRequest, name: string): string {
  const value = form.get(name);
  if (value === undefined || value === '') throw missingField(name);
  return value;
}
