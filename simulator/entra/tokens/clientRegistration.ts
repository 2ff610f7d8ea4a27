import { stableId } from '../../seed/stableId.ts';

interface ClientSecret {
  value: string;
  /** ISO moment; absent means it never expires. */
  expiresAt?: string;
}

/** An app registration, as far as sign-in needs it. */
export interface ClientRegistration {
  clientId: string;
  displayName: string;
  publisher?: string;
  secrets: readonly ClientSecret[];
  /** PEM certificates (or public keys) whose private key may sign client assertions. */
  certificates?: readonly string[];
  /** `*` stands for any text without a slash, or at the end for any rest. */
  redirectUris: readonly string[];
  audience: 'multiTenant' | 'singleTenant';
  /** Application permissions of Microsoft Graph: what `/.default` asks for. */
  applicationPermissions: readonly string[];
  /** The API trusts the app, which is the same registration: nobody is asked whether it may use it. */
  preAuthorized?: boolean;
  disabled?: boolean;
}

/** Real registrations list exact addresses; a stand-in cannot know the ports its users choose. */
const LOOPBACK = ['http://localhost:*', 'http://127.0.0.1:*', 'https://localhost:*', 'brk-multihub://localhost:*'];
const PERMISSIONS = ['User.Read.All', 'GroupMember.Read.All', 'AdministrativeUnit.Read.All'];

export interface KnownClient {
  clientId: string;
  clientSecret: string;
}

/** The publisher's multi-tenant app: nobody has consented to it yet. */
export const PUBLISHER: KnownClient = {
  clientId: stableId('client/publisher'),
  clientSecret: 'simulated~publisher~secret',
};
/** A registration the customer made: single tenant, consented, with a good and an expired secret. */
export const OWN_REGISTRATION: KnownClient & { expiredSecret: string } = {
  clientId: stableId('client/own'),
  clientSecret: 'simulated~own~secret',
  expiredSecret: 'simulated~expired~secret',
};

export function defaultClients(): ClientRegistration[] {
  return [
    {
      ...PUBLISHER,
      displayName: 'Undersign',
      publisher: 'Undersign (simulated publisher)',
      secrets: [{ value: PUBLISHER.clientSecret }],
      redirectUris: LOOPBACK,
      audience: 'multiTenant',
      applicationPermissions: PERMISSIONS,
      preAuthorized: true,
    },
    {
      ...OWN_REGISTRATION,
      displayName: 'Handtekeningen (own registration)',
      secrets: [
        { value: OWN_REGISTRATION.clientSecret },
        { value: OWN_REGISTRATION.expiredSecret, expiresAt: '2020-01-01T00:00:00Z' },
      ],
      redirectUris: LOOPBACK,
      audience: 'singleTenant',
      applicationPermissions: PERMISSIONS,
    },
  ];
}

export function acceptsRedirect({ redirectUris }: ClientRegistration, address: string): boolean {
  return redirectUris.some((pattern) => patternOf(pattern).test(address));
}

function patternOf(pattern: string): RegExp {
  const source = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  const last = source.pop() ?? '';
  const rest = pattern.endsWith('*') ? `${source.join('[^/]*')}(?:[0-9]*)(?:/.*)?` : [...source, last].join('[^/]*');
  return new RegExp(`^${rest}$`);
}
