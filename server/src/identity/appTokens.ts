import { ConfidentialClientApplication, type NodeAuthOptions } from '@azure/msal-node';
import { decodeJwt } from 'jose';
import { lacksPermissions, type ConnectionKind } from '../domain/connection/connection.ts';
import type { AppCredential } from '../domain/connection/registration.ts';
import { AdminActionError, DirectoryError } from '../domain/errors.ts';
import { isFresh } from '../domain/schedule/clockSetRight.ts';
import type { Clock } from '../ports/clock.ts';
import type { AppToken, AppTokenTrials, AppTokens, RegistrationSource, TenantCredential } from '../ports/identity.ts';
import { describeAuthority } from './entra/entraAuthority.ts';
import { translateEntraError } from './entra/entraErrors.ts';
import { entraNetwork } from './entra/entraNetwork.ts';
import { graphResource } from './graphResource.ts';

export interface AppTokenOptions {
  readonly entraAuthority: string;
  readonly graphUrl: string;
  /** The publisher's app, for every tenant without a registration of its own. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clock: Clock;
  /** Left out: no tenant has its own. */
  readonly registrations?: RegistrationSource;
}

/** A token about to expire is not handed out, so that a long request does not end in a refusal. */
const margin = 5 * 60_000;

/** Roles granted a moment ago may be missing from a token, which would otherwise stay so for its hour. */
const lackingLife = 60_000;

/** What is kept of one tenant between requests; good for one version of its credentials only. */
interface TenantEntry {
  readonly version: string;
  readonly ask: () => Promise<AppToken>;
  token: AppToken | null;
  askedAt: Date;
  /** For how long the token is handed out again, in milliseconds. */
  goodFor: number;
}

const goodFor = ({ expiresAt, permissions }: AppToken, now: Date): number => {
  const life = expiresAt.getTime() - margin - now.getTime();
  return lacksPermissions(permissions) ? Math.min(life, lackingLife) : life;
};

const publisherOnly: RegistrationSource = { read: () => Promise.resolve({ credential: null, version: '' }) };

/**
 * App tokens by client credentials: those of the tenant's own registration, or else the publisher's. What is stored is
 * looked at each time, so that every replica follows a rotation or a switch at once.
 */
export const openAppTokens = (options: AppTokenOptions): AppTokens & AppTokenTrials => {
  const { registrations = publisherOnly } = options;
  const publisher: AppCredential = { kind: 'secret', clientId: options.clientId, secret: options.clientSecret };
  const entries = new Map<string, TenantEntry>();

  const entryFor = (tenantId: string, { credential, version }: TenantCredential): TenantEntry => {
    const kept = entries.get(tenantId);
    if (kept?.version === version) return kept;
    const ask = openAsking(options, tenantId, credential ?? publisher);
    const opened: TenantEntry = {
      version,
      token: null,
      askedAt: new Date(0),
      goodFor: 0,
      ask: () => ask(kindOf(credential)),
    };
    entries.set(tenantId, opened);
    return opened;
  };

  const acquire: AppTokens['acquire'] = async (tenantId, { fresh = false } = {}) => {
    const stored = await registrations.read(tenantId).catch((error: unknown) => {
      entries.delete(tenantId);
      throw error;
    });
    const entry = entryFor(tenantId, stored);
    if (!fresh && entry.token !== null && isFresh(entry.askedAt, options.clock.now(), entry.goodFor))
      return entry.token;
    try {
      const token = await entry.ask();
      const now = options.clock.now();
      Object.assign(entry, { token, askedAt: now, goodFor: goodFor(token, now) });
      return token;
    } catch (error) {
      // The old secret may have been removed in Entra right after the new one was saved here.
      if (error instanceof AdminActionError && (await registrations.read(tenantId)).version !== stored.version)
        return acquire(tenantId, { fresh });
      throw error;
    }
  };

  return {
    acquire,
    request: (tenantId, credential) =>
      credential === 'publisher'
        ? openAsking(options, tenantId, publisher)('consent')
        : openAsking(options, tenantId, credential)('registration'),
  };
};

const kindOf = (credential: AppCredential | null): ConnectionKind => (credential === null ? 'consent' : 'registration');

/** Asks Entra for a token each time it is called. */
const openAsking = (options: AppTokenOptions, tenantId: string, credential: AppCredential) => {
  let application: Promise<ConfidentialClientApplication> | null = null;
  return async (kind: ConnectionKind): Promise<AppToken> => {
    application ??= openApplication(options, tenantId, credential);
    try {
      return await request(await application, options.graphUrl, kind);
    } catch (error) {
      // MSAL repeats a 5xx or 429 for a minute without asking again; a new application asks.
      application = null;
      throw error;
    }
  };
};

const openApplication = async (
  options: AppTokenOptions,
  tenantId: string,
  credential: AppCredential,
): Promise<ConfidentialClientApplication> =>
  new ConfidentialClientApplication({
    auth: {
      clientId: credential.clientId,
      ...proofOf(credential),
      ...(await describeAuthority(options.entraAuthority, tenantId)),
    },
    system: { networkClient: entraNetwork },
  });

const proofOf = (credential: AppCredential): Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate'> =>
  credential.kind === 'secret'
    ? { clientSecret: credential.secret }
    : { clientCertificate: { thumbprintSha256: credential.thumbprintSha256, privateKey: credential.privateKey } };

/**
 * Asks Entra, never MSAL's cache: its tokens outlive a change of permissions. MSAL resolves with an empty token when
 * the endpoint answers something unreadable, which is an error here.
 */
const request = async (
  application: ConfidentialClientApplication,
  graphUrl: string,
  kind: ConnectionKind,
): Promise<AppToken> => {
  const result = await application
    .acquireTokenByClientCredential({ scopes: [`${graphResource(graphUrl)}/.default`], skipCache: true })
    .catch((error: unknown) => {
      throw translateEntraError(error, kind);
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
