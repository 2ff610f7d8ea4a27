import type { Directory } from '../directory/directory.ts';
import type { DirectoryUser } from '../directory/model.ts';
import type { MovableClock } from '../movableClock.ts';
import type { DemoAccount } from '../seed/demoAccounts.ts';
import { EntraError, unknownClient, unknownTenant } from './aadsts.ts';
import type { ClientRegistration } from './tokens/clientRegistration.ts';
import type { EntraState } from './entraState.ts';
import type { LateRoles } from './tokens/lateRoles.ts';
import type { TokenSigner } from './tokens/jsonWebToken.ts';
import type { SignInPolicy } from './signIn/signInPolicy.ts';

/** An authorization code that waits to be redeemed, once. */
interface PendingCode {
  userId: string;
  clientId: string;
  redirectUri: string;
  scope: string;
  nonce: string | undefined;
  challenge: string | undefined;
  expires: number;
}

/** What sign-in is made from. */
export interface EntraWorld {
  url: string;
  clock: MovableClock;
  directory: Directory;
  /** What the account picker offers. */
  accounts: readonly DemoAccount[];
  clients: Map<string, ClientRegistration>;
  state: EntraState;
  signer: TokenSigner;
  lateRoles: LateRoles;
  policy: SignInPolicy;
  codes: Map<string, PendingCode>;
  /** Seconds an access token lives. */
  tokenLife: number;
}

export const SHARED_TENANTS = new Set(['organizations', 'common']);

/** @throws EntraError 90002 unless the segment names our tenant, by id or verified domain, or the shared entrances. */
export function requireTenant({ directory }: EntraWorld, segment: string): string {
  const { id, verifiedDomains } = directory.organization;
  const name = segment.toLowerCase();
  if (SHARED_TENANTS.has(name) || name === id || verifiedDomains.some((domain) => domain.name === name)) return id;
  throw unknownTenant(segment);
}

/** @throws EntraError 700016 for an unknown app, 50194 for a single-tenant app at a shared entrance. */
export function requireClient(world: EntraWorld, clientId: string, segment: string): ClientRegistration {
  const client = world.clients.get(clientId);
  if (!client) throw unknownClient(clientId, world.directory.organization.displayName);
  if (client.disabled) throw new EntraError('unauthorized_client', 7000112, `Application '${clientId}' is disabled.`);
  if (client.audience === 'singleTenant' && SHARED_TENANTS.has(segment)) {
    throw new EntraError(
      'invalid_request',
      50194,
      `Application '${clientId}' is not configured as a multi-tenant application. Use a tenant-specific endpoint.`,
    );
  }
  return client;
}

export function findAccount({ directory }: EntraWorld, userId: string): DirectoryUser | undefined {
  return directory.users.findLive(userId);
}
