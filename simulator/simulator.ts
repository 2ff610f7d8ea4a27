import type { JsonWebKey } from 'node:crypto';
import type { Directory } from './directory/directory.ts';
import type { DirectorySeed } from './directory/model.ts';
import type { ClientRegistration, KnownClient } from './entra/tokens/clientRegistration.ts';
import type { Grant } from './entra/entraState.ts';
import type { RoleLag } from './entra/tokens/lateRoles.ts';
import type { SignInPolicy } from './entra/signIn/signInPolicy.ts';
import type { Faults } from './faults/faults.ts';
import type { GraphBehaviour } from './graph/graphCall.ts';
import type { Latency } from './graph/graphService.ts';
import type { ThrottleLimits } from './graph/throttle.ts';
import type { MovableClock } from './movableClock.ts';
import type { Notifications } from './notifications/notifications.ts';
import type { Patience } from './notifications/postman.ts';
import type { DemoAccounts } from './seed/demoAccounts.ts';

export type SimulatorSeed = DirectorySeed & { accounts?: DemoAccounts };

export interface SimulatorOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** What the directory holds at start and after every reset; the demo company by default. */
  seed?: SimulatorSeed | (() => SimulatorSeed);
  /** Keeps keys and consent over restarts. */
  stateFile?: string;
  /** Of a new state, as a private JSON Web Key for RS256; its own by default. */
  signingKey?: JsonWebKey;
  /** App registrations beside the two known ones; one with the same client id replaces it. */
  clients?: readonly ClientRegistration[];
  latency?: Latency;
  /** How long notified addresses may take, in real time. */
  patience?: Patience;
}

interface SimulatedTenant extends KnownClient {
  id: string;
  name: string;
  domain: string;
  /** A registration the customer made: single tenant, already consented. */
  ownRegistration: KnownClient & { expiredSecret: string };
  accounts: DemoAccounts;
}

interface Consents {
  /** Whether people may consent by themselves, and who has to prove a second factor. */
  readonly policy: SignInPolicy;
  /** How long roles accepted on the consent page take into tokens; what `grant` gives is there at once. */
  lag: RoleLag;
  of(clientId: string): Readonly<Grant> | undefined;
  grant(clientId: string, application: readonly string[], delegated?: readonly string[]): void;
  /** Without permissions the app leaves the tenant. */
  revoke(clientId: string, permissions?: readonly string[]): void;
}

export interface Simulator {
  /** Base of both Graph (clients add /v1.0) and Entra (clients add /{tenant}). */
  url: string;
  tenant: SimulatedTenant;
  clock: MovableClock;
  faults: Faults;
  behaviour: GraphBehaviour;
  consent: Consents;
  clients: Map<string, ClientRegistration>;
  /** Change notifications: `await simulator.notifications.deliver()` sends all that is due and waits for the answers. */
  notifications: Notifications;
  /** Replaced by every reset: read it anew instead of keeping it. */
  readonly directory: Directory;
  throttle(limits: ThrottleLimits | undefined): void;
  /** Every delta token handed out so far is answered 410 from now on. */
  forgetDeltaTokens(): void;
  /** A token with any claims, signed by the key that signs all others: Entra has the same keys for all tenants. */
  signToken(claims: Record<string, unknown>): string;
  /** For msal's `authorityMetadata`; the tenant's own entrance by default. */
  authorityMetadata(tenant?: 'organizations' | 'common'): string;
  /** Seed, clock, consent, faults and registrations as they were at start; keys stay. */
  reset(): void;
  close(): Promise<void>;
}
