import { ConfidentialClientApplication } from '@azure/msal-node';
import { decodeJwt } from 'jose';
import { DirectoryError } from '../domain/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { AppToken, AppTokens } from '../ports/identity.ts';
import { describeAuthority } from './entraAuthority.ts';
import { translateEntraError } from './entraErrors.ts';

export interface AppTokenOptions {
  readonly entraAuthority: string;
  readonly graphUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clock: Clock;
}

/** A token about to expire is not handed out, so that a long request does not end in a refusal. */
const margin = 5 * 60_000;

/** App tokens by client credentials, one MSAL application and one cached token per tenant. */
export const openAppTokens = (options: AppTokenOptions): AppTokens => {
  const applications = new Map<string, Promise<ConfidentialClientApplication>>();
  const cached = new Map<string, AppToken>();

  const applicationFor = (tenantId: string): Promise<ConfidentialClientApplication> => {
    const known = applications.get(tenantId);
    if (known !== undefined) return known;
    const opened = openApplication(options, tenantId);
    opened.catch(() => applications.delete(tenantId));
    applications.set(tenantId, opened);
    return opened;
  };

  return {
    acquire: async (tenantId, { fresh = false } = {}) => {
      const kept = cached.get(tenantId);
      const enough = options.clock.now().getTime() + margin;
      if (!fresh && kept !== undefined && kept.expiresAt.getTime() > enough) return kept;
      const token = await request(await applicationFor(tenantId), options.graphUrl).catch((error: unknown) => {
        // MSAL repeats a 5xx or 429 for a minute without asking again; a new application asks.
        applications.delete(tenantId);
        throw error;
      });
      cached.set(tenantId, token);
      return token;
    },
  };
};

const openApplication = async (options: AppTokenOptions, tenantId: string): Promise<ConfidentialClientApplication> =>
  new ConfidentialClientApplication({
    auth: {
      clientId: options.clientId,
      clientSecret: options.clientSecret,
      ...(await describeAuthority(options.entraAuthority, tenantId)),
    },
  });

/**
 * Asks Entra, never MSAL's cache: its tokens outlive a change of permissions. MSAL resolves with an empty token when
 * the endpoint answers something unreadable, which is an error here.
 */
const request = async (application: ConfidentialClientApplication, graphUrl: string): Promise<AppToken> => {
  const result = await application
    .acquireTokenByClientCredential({ scopes: [`${resourceOf(graphUrl)}/.default`], skipCache: true })
    .catch((error: unknown) => {
      throw translateEntraError(error);
    });
  const accessToken = result?.accessToken ?? '';
  const expiresAt = result?.expiresOn ?? null;
  if (accessToken === '' || expiresAt === null) {
    throw new DirectoryError(
      'entra-unavailable',
      'Microsoft Entra gave an unreadable answer. Try again in a few minutes.',
    );
  }
  const { roles } = decodeJwt<{ roles?: unknown }>(accessToken);
  const permissions = Array.isArray(roles) ? roles.filter((role): role is string => typeof role === 'string') : [];
  return { accessToken, expiresAt, permissions };
};

/** A loopback Graph stands in for Microsoft's, whose name is the resource's. */
const resourceOf = (graphUrl: string): string =>
  graphUrl.startsWith('https:') ? new URL(graphUrl).origin : 'https://graph.microsoft.com';
