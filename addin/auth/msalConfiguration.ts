import type { Configuration } from '@azure/msal-browser';
import type { Config } from '../../server/src/contract/manage/session.ts';

const tenMinutes = 10 * 60 * 1000;

/** The metadata is set only for a local authority over plain http, which MSAL would refuse to discover by itself. */
function authorityMetadata(config: Config) {
  return {
    ...(config.authorityMetadata === undefined ? {} : { authorityMetadata: config.authorityMetadata }),
    ...(config.cloudDiscoveryMetadata === undefined ? {} : { cloudDiscoveryMetadata: config.cloudDiscoveryMetadata }),
  };
}

interface AuthorizingPlace {
  readonly origin: string;
  readonly canStore: boolean;
  /** In a frame of another site, where no window of ours can be heard. */
  readonly isFramed: boolean;
}

/** What MSAL needs to sign people in on this origin; every answer of Entra comes back to the redirect bridge page. */
export function msalConfiguration(config: Config, place: AuthorizingPlace): Configuration {
  const bridge = `${place.origin}/auth-redirect.html`;
  return {
    auth: {
      clientId: config.clientId,
      authority: config.authority,
      knownAuthorities: config.knownAuthorities,
      ...authorityMetadata(config),
      redirectUri: bridge,
      postLogoutRedirectUri: bridge,
      ...(place.isFramed ? { popupRelayUri: bridge } : {}),
      clientCapabilities: ['CP1'],
    },
    // Shared by the tabs of one browser, so that a second one is signed in too. MSAL encrypts what it keeps there with a
    // key in a cookie that ends with the browser session: nothing readable outlives it.
    // https://learn.microsoft.com/entra/msal/javascript/browser/caching
    cache: { cacheLocation: place.canStore ? 'localStorage' : 'memoryStorage' },
    // MSAL's own minute is too short for a person who has to find a phone for the second factor.
    system: { popupBridgeTimeout: tenMinutes },
  };
}
