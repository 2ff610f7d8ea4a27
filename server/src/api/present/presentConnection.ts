import type { Connection as ConnectionBody } from '../../contract/manage/connection.ts';
import { hasWorked, requiredPermissions, unitPermission, type Connection } from '../../domain/connection/connection.ts';
import { credentialExpiry } from '../../domain/connection/credentialExpiry.ts';
import { credentialUnreadable, type Registration } from '../../domain/connection/registration.ts';

const reasons: Readonly<Record<string, string>> = {
  'User.Read.All': 'Read names, titles, phones and addresses of the people you pick.',
  'GroupMember.Read.All': 'Read who is in the groups you pick, nested groups included.',
  [unitPermission]: 'Read administrative units and who is in them. Only needed when you pick units.',
};

const permissionList = [
  ...requiredPermissions.map((name) => ({ name, required: true, reason: reasons[name] ?? '' })),
  { name: unitPermission, required: false, reason: reasons[unitPermission] ?? '' },
];

export interface ConnectionView {
  readonly connection: Connection;
  /** Whether this installation takes the tenant in. */
  readonly mayConnect: boolean;
  readonly now: Date;
  /** False when the stored credential does not open with the keys at hand. */
  readonly isReadable: boolean;
  /** Whether the reader may see how the customer's own registration is set up. */
  readonly showsRegistration: boolean;
}

/** Names every field, so that the sealed credential has no way out. */
export const presentConnection = ({ connection, ...view }: ConnectionView): ConnectionBody => {
  const { organization, registration } = connection;
  return {
    state: view.isReadable || !hasWorked(connection) ? shownState(connection) : 'revoked',
    isGranting: connection.granting !== null,
    mayConnect: view.mayConnect,
    kind: connection.kind,
    organization: organization && { displayName: organization.displayName, domains: [...organization.domains] },
    grantedPermissions: [...connection.grantedPermissions],
    missingPermissions: [...connection.missingPermissions],
    connectedBy: connection.connectedBy,
    connectedAt: connection.connectedAt,
    checkedAt: connection.checkedAt,
    lastError: view.isReadable ? connection.lastError : credentialUnreadable.code,
    problem: view.isReadable ? connection.problem : credentialUnreadable,
    registration: registration !== null && view.showsRegistration ? presentRegistration(registration, view.now) : null,
    requiredPermissions: permissionList,
  };
};

/** What was found so far of a consent under way is no verdict yet. */
const shownState = ({ kind, state, granting }: Connection): ConnectionBody['state'] =>
  granting !== null && kind === 'consent' && state !== 'connected' ? 'granting' : state;

const presentRegistration = (registration: Registration, now: Date): ConnectionBody['registration'] => ({
  clientId: registration.clientId,
  credential: registration.credential,
  thumbprint: registration.thumbprint,
  expiresAt: registration.expiresAt,
  ...credentialExpiry(registration.expiresAt, now),
  savedAt: registration.savedAt,
  savedBy: registration.savedBy,
});
