import type { Registration } from './registration.ts';

/** Microsoft Graph application permissions, by the value that stands in a token's `roles`. */
export const requiredPermissions = ['User.Read.All', 'GroupMember.Read.All'] as const;
/** Needed only when administrative units are used. */
export const unitPermission = 'AdministrativeUnit.Read.All';
/** Without it, neither is read for rules and designs that ask about them. */
export const permissionToRead = { groups: 'GroupMember.Read.All', units: unitPermission } as const;
/** Never asked for: with it the directory extensions of a tenant can be listed, and without it they are named by hand. */
export const listExtensionsPermission = 'Directory.Read.All';
/** Never asked for: with it also those members can be read whom a group or unit hides. */
export const hiddenMembersPermission = 'Member.Read.Hidden';

/** Whether a token lacks something we ask for. */
export const lacksPermissions = (granted: readonly string[]): boolean =>
  ![...requiredPermissions, unitPermission].every((permission) => granted.includes(permission));

/**
 * - notConnected: nobody connected yet, or the admin disconnected.
 * - refused: an admin pressed Cancel on the consent page.
 * - incomplete: we get in, required permissions are missing.
 * - connected: an app token with every required permission was had.
 * - revoked: it worked before, and now Entra refuses us.
 */
export type ConnectionState = 'notConnected' | 'refused' | 'incomplete' | 'connected' | 'revoked';

/**
 * - consent: through the publisher's app, which an admin of the tenant consented to.
 * - registration: through an app registration of the customer's own.
 */
export type ConnectionKind = 'consent' | 'registration';

/** What keeps the connection from working and what the admin can do. */
export interface ConnectionProblem {
  readonly code: string;
  readonly message: string;
  /** Microsoft's number and sentence, for wording it in the reader's language. */
  readonly values?: Readonly<Record<string, string>>;
}

/** A consent whose permissions may still be on their way into Entra's tokens. */
export interface GrantUnderWay {
  /** Who gave it. */
  readonly by: { readonly id: string; readonly displayName: string };
  /** After this moment what is missing is missing. */
  readonly until: string;
}

export interface Connection {
  readonly state: ConnectionState;
  readonly kind: ConnectionKind;
  /** Set exactly while `kind` is registration. */
  readonly registration: Registration | null;
  readonly organization: { readonly displayName: string; readonly domains: readonly string[] } | null;
  readonly grantedPermissions: readonly string[];
  readonly missingPermissions: readonly string[];
  /** When the tenant connected for the first time; stays when it disconnects. Null: it never did. */
  readonly firstConnectedAt: string | null;
  readonly connectedBy: { readonly id: string; readonly displayName: string } | null;
  readonly connectedAt: string | null;
  readonly checkedAt: string | null;
  /** Entra's error code of the last refusal, such as AADSTS65004. */
  readonly lastError: string | null;
  readonly problem: ConnectionProblem | null;
  /** Null unless somebody consented a moment ago; then Entra is asked again every few seconds. */
  readonly granting: GrantUnderWay | null;
}

/** A consent round trip that is under way; it is deleted when it comes back, so it works once. */
export interface ConsentAttempt {
  readonly id: string;
  readonly userId: string;
  readonly displayName: string;
  /** Where in the pane to return to. */
  readonly returnTo: 'popup' | 'page';
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** A tenant nobody has connected. */
export const noConnection: Connection = {
  state: 'notConnected',
  kind: 'consent',
  registration: null,
  organization: null,
  grantedPermissions: [],
  missingPermissions: [...requiredPermissions, unitPermission],
  firstConnectedAt: null,
  connectedBy: null,
  connectedAt: null,
  checkedAt: null,
  lastError: null,
  problem: null,
  granting: null,
};

/** True for one that reads the directory, or did before Entra began to refuse. */
export const hasWorked = ({ state }: Connection): boolean =>
  state === 'connected' || state === 'incomplete' || state === 'revoked';

/** True for a tenant that is or was connected: it has a place here, and things of its own may be kept. */
export const hasConnected = (connection: Connection): boolean =>
  connection.firstConnectedAt !== null || hasWorked(connection);
