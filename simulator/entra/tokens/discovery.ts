import type { EntraWorld } from '../entraWorld.ts';
import { SHARED_TENANTS } from '../entraWorld.ts';

/** https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc */
export function discoveryDocument({ url, directory }: EntraWorld, segment: string) {
  const tenant = SHARED_TENANTS.has(segment) ? segment : directory.organization.id;
  const endpoint = (name: string) => `${url}/${tenant}/oauth2/v2.0/${name}`;
  return {
    token_endpoint: endpoint('token'),
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    jwks_uri: `${url}/${tenant}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    // A shared entrance does not know the tenant yet, so Microsoft publishes a template.
    issuer: SHARED_TENANTS.has(segment) ? `${url}/{tenantid}/v2.0` : `${url}/${tenant}/v2.0`,
    request_uri_parameter_supported: false,
    authorization_endpoint: endpoint('authorize'),
    end_session_endpoint: endpoint('logout'),
    http_logout_supported: false,
    frontchannel_logout_supported: false,
    claims_supported: [
      'sub',
      'iss',
      'aud',
      'exp',
      'iat',
      'nonce',
      'preferred_username',
      'name',
      'tid',
      'oid',
      'ver',
      'email',
    ],
    cloud_instance_name: 'simulator',
    cloud_graph_host_name: 'graph.microsoft.com',
    msgraph_host: new URL(url).host,
    tenant_region_scope: 'EU',
  };
}

/** Each key says whose tokens it may sign: https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens#validate-the-issuer */
export function keySet({ url, signer }: EntraWorld) {
  return { keys: [{ ...signer.publicJwk, issuer: `${url}/{tenantid}/v2.0` }] };
}
