import { invalidScope, severalResources } from './aadsts.ts';
import type { ClientRegistration } from './tokens/clientRegistration.ts';
import { GRAPH_RESOURCE, OPENID_SCOPES, PERMISSION_TEXTS } from './permissions.ts';

/** The one scope our API has. */
export const OWN_SCOPE = 'access_as_user';

export interface RequestedScopes {
  resource: 'api' | 'graph' | undefined;
  /** Names without the resource in front; `.default` stands for everything consented to. */
  names: string[];
  openid: string[];
}

/** @throws EntraError 70011 for a scope nobody exposes, 28000 for scopes of several resources when a token is asked for. */
export function parseScopes(client: ClientRegistration, text: string, several: boolean): RequestedScopes {
  const found: RequestedScopes = { resource: undefined, names: [], openid: [] };
  for (const scope of text.split(/\s+/).filter((part) => part !== '')) {
    if (OPENID_SCOPES.has(scope)) {
      found.openid.push(scope);
      continue;
    }
    const { resource, name } = resourceOf(client, scope);
    if (found.resource !== undefined && found.resource !== resource) {
      if (!several) throw severalResources(text);
      continue;
    }
    found.resource = resource;
    found.names.push(name);
  }
  return found;
}

function resourceOf(client: ClientRegistration, scope: string): { resource: 'api' | 'graph'; name: string } {
  const cut = scope.lastIndexOf('/');
  const [resource, name] = [scope.slice(0, Math.max(cut, 0)), scope.slice(cut + 1)];
  if (resource === `api://${client.clientId}` || resource === client.clientId) {
    if (name !== OWN_SCOPE && name !== '.default') throw invalidScope(scope);
    return { resource: 'api', name };
  }
  // Scopes without a resource belong to Graph.
  const isGraph = resource === '' || resource === GRAPH_RESOURCE || resource === `${GRAPH_RESOURCE}/`;
  if (!isGraph || (name !== '.default' && !Object.hasOwn(PERMISSION_TEXTS, name))) throw invalidScope(scope);
  return { resource: 'graph', name };
}
