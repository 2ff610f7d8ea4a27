import type { ConsentAim, ConsentLinks } from '../ports/identity.ts';
import { graphResource } from './graphResource.ts';

export interface ConsentLinkOptions {
  readonly entraAuthority: string;
  /** Of the same cloud. */
  readonly graphUrl: string;
  readonly clientId: string;
  /** Of our own API. */
  readonly apiScope: string;
  readonly publicUrl: string;
}

/**
 * Application permissions are asked for as `/.default`, which is no use for our own scope: that one, with what every sign-in
 * asks for, is asked by its name. https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
export const openConsentLinks = (options: ConsentLinkOptions): ConsentLinks => ({
  adminConsentUrl: (tenantId, aim, state) => {
    const url = new URL(`/${tenantId}/v2.0/adminconsent`, options.entraAuthority);
    url.searchParams.set('client_id', options.clientId);
    url.searchParams.set('scope', scopesOf(options)[aim]);
    url.searchParams.set('redirect_uri', `${options.publicUrl}/api/connection/consent/callback`);
    url.searchParams.set('state', state);
    return url.href;
  },
});

const scopesOf = ({ graphUrl, apiScope }: ConsentLinkOptions): Readonly<Record<ConsentAim, string>> => ({
  directory: `${graphResource(graphUrl)}/.default`,
  signIn: `${apiScope} openid profile offline_access`,
});
