import type { Connection as ConnectionBody } from '../../contract/connection.ts';
import { requiredPermissions, unitPermission, type Connection } from '../../domain/connection/connection.ts';

const reasons: Readonly<Record<string, string>> = {
  'User.Read.All': 'Read names, titles, phones and addresses of the people you pick.',
  'GroupMember.Read.All': 'Read who is in the groups you pick, nested groups included.',
  [unitPermission]: 'Read administrative units and who is in them. Only needed when you pick units.',
};

const permissionList = [
  ...requiredPermissions.map((name) => ({ name, required: true, reason: reasons[name] ?? '' })),
  { name: unitPermission, required: false, reason: reasons[unitPermission] ?? '' },
];

export const presentConnection = (connection: Connection): ConnectionBody => ({
  ...connection,
  organization:
    connection.organization === null
      ? null
      : { displayName: connection.organization.displayName, domains: [...connection.organization.domains] },
  grantedPermissions: [...connection.grantedPermissions],
  missingPermissions: [...connection.missingPermissions],
  requiredPermissions: permissionList,
});
