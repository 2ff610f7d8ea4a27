import { createHash, randomUUID } from 'node:crypto';
import type { DirectoryUser } from '../../directory/model.ts';
import { ROLES } from '../../seed/company.ts';
import { consentRequired } from '../aadsts.ts';
import type { ClientRegistration } from './clientRegistration.ts';
import type { EntraWorld } from '../entraWorld.ts';
import type { Claims } from './jsonWebToken.ts';
import { GRAPH_RESOURCE, USER_CONSENTABLE } from '../permissions.ts';
import { sealValue } from './sealedValue.ts';
import { OWN_SCOPE, type RequestedScopes } from '../scopes.ts';

/** https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference */
export function issueAppToken(world: EntraWorld, client: ClientRegistration): object {
  const granted = world.state.grantOf(client.clientId)?.application ?? [];
  const roles = world.lateRoles.arrived(client.clientId, granted, world.clock.now());
  const servicePrincipal = pairwise(client.clientId, 'servicePrincipal');
  const claims: Claims = {
    ...times(world),
    aud: GRAPH_RESOURCE,
    azp: client.clientId,
    appid: client.clientId,
    azpacr: '1',
    idtyp: 'app',
    oid: servicePrincipal,
    sub: servicePrincipal,
    // Without consent there is no roles claim at all, yet the token is issued.
    ...(roles.length > 0 && { roles }),
  };
  return {
    token_type: 'Bearer',
    expires_in: world.tokenLife,
    ext_expires_in: world.tokenLife,
    access_token: world.signer.sign(claims),
  };
}

/** The token answer for a user: access token of one resource, id token, and a refresh token good for every resource. */
export function issueUserTokens(
  world: EntraWorld,
  of: { client: ClientRegistration; user: DirectoryUser; scopes: RequestedScopes; nonce?: string | undefined },
): object {
  const { client, user, scopes } = of;
  const granted = grantedNames(world, of);
  const prefix = scopes.resource === 'api' ? `api://${client.clientId}/` : `${GRAPH_RESOURCE}/`;
  const answer: Record<string, unknown> = {
    token_type: 'Bearer',
    scope: [...answered(scopes), ...granted.map((name) => `${prefix}${name}`)].join(' '),
    expires_in: world.tokenLife,
    ext_expires_in: world.tokenLife,
    access_token: world.signer.sign(accessClaims(world, of, granted)),
    client_info: Buffer.from(JSON.stringify({ uid: user.id, utid: world.directory.organization.id })).toString(
      'base64url',
    ),
  };
  if (scopes.openid.includes('openid')) answer['id_token'] = world.signer.sign(idClaims(world, of));
  if (scopes.openid.includes('offline_access')) answer['refresh_token'] = refreshToken(world, client, user);
  return answer;
}

function answered({ openid }: RequestedScopes): string[] {
  return openid.filter((name) => name !== 'offline_access');
}

export interface RefreshContent {
  userId: string;
  clientId: string;
  issued: number;
  unique: string;
}

function refreshToken(world: EntraWorld, { clientId }: ClientRegistration, { id }: DirectoryUser): string {
  const content: RefreshContent = { userId: id, clientId, issued: world.clock.now(), unique: randomUUID() };
  return `1.${sealValue(content, 'refresh', world.state.secret)}`;
}

/** @throws EntraError 65001 when a Graph permission was asked for that nobody consented to. */
function grantedNames(
  world: EntraWorld,
  { client, scopes }: { client: ClientRegistration; scopes: RequestedScopes },
): string[] {
  if (scopes.resource === 'api') return [OWN_SCOPE];
  const delegated = world.state.grantOf(client.clientId)?.delegated ?? [];
  const isGranted = (name: string) => name === '.default' || USER_CONSENTABLE.has(name) || delegated.includes(name);
  if (!scopes.names.every(isGranted)) throw consentRequired(client.clientId);
  return [...new Set(['User.Read', ...scopes.names.filter((name) => name !== '.default'), ...delegated])];
}

function accessClaims(
  world: EntraWorld,
  { client, user, scopes }: { client: ClientRegistration; user: DirectoryUser; scopes: RequestedScopes },
  granted: readonly string[],
): Claims {
  const appRoles = world.directory.appRolesOf(user.id);
  return {
    ...times(world),
    ...person(user),
    aud: scopes.resource === 'api' ? client.clientId : GRAPH_RESOURCE,
    azp: client.clientId,
    azpacr: '0',
    sub: pairwise(user.id, client.clientId),
    // Keeping signed in is a matter between app and Entra, so no resource hears of offline_access.
    scp: [...granted, ...(scopes.resource === 'graph' ? answered(scopes) : [])].join(' '),
    wids: [...world.directory.rolesOf(user.id), ROLES.user],
    ...(scopes.resource === 'api' && appRoles.length > 0 && { roles: appRoles }),
  };
}

function idClaims(
  world: EntraWorld,
  { client, user, nonce }: { client: ClientRegistration; user: DirectoryUser; nonce?: string | undefined },
): Claims {
  return {
    ...times(world),
    ...person(user),
    aud: client.clientId,
    sub: pairwise(user.id, client.clientId),
    login_hint: user.userPrincipalName,
    ...(typeof user.mail === 'string' && { email: user.mail }),
    ...(nonce !== undefined && { nonce }),
  };
}

function person({ id, displayName, userPrincipalName }: DirectoryUser): Claims {
  return { oid: id, name: displayName, preferred_username: userPrincipalName };
}

function times({ url, clock, directory, tokenLife }: EntraWorld): Claims {
  const now = Math.floor(clock.now() / 1000);
  const { id } = directory.organization;
  // uti: two tokens of the same second must differ.
  return { iss: `${url}/${id}/v2.0`, tid: id, iat: now, nbf: now, exp: now + tokenLife, ver: '2.0', uti: randomUUID() };
}

/** The subject differs per app, so nobody can match people by it. */
function pairwise(id: string, clientId: string): string {
  return createHash('sha256').update(`${id}/${clientId}`).digest('base64url');
}
