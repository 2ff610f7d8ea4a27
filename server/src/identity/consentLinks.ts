import type { ConsentLinks } from '../ports/identity.ts';

export interface ConsentLinkOptions {
  readonly entraAuthority: string;
  readonly clientId: string;
  readonly publicUrl: string;
}

/** Application permissions are asked for as `/.default`. https://learn.microsoft.com/entra/identity-platform/v2-admin-consent */
export const openConsentLinks = (options: ConsentLinkOptions): ConsentLinks => ({
  adminConsentUrl: (tenantId, state) => {
    const url = new URL(`/${tenantId}/v2.0/adminconsent`, options.entraAuthority);
    url.searchParams.set('client_id', options.clientId);
    url.searchParams.set('scope', 'https://graph.microsoft.com/.default');
    url.searchParams.set('redirect_uri', `${options.publicUrl}/api/connection/consent/callback`);
    url.searchParams.set('state', state);
    return url.href;
  },
});
