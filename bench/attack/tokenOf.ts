import type { Simulator } from '../../simulator/startSimulator.ts';

export const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
export const permissions = ['User.Read.All', 'GroupMember.Read.All', 'AdministrativeUnit.Read.All'];

interface Person {
  readonly tenantId: string;
  readonly id: string;
  readonly roles?: readonly string[];
}

/** What somebody sends who has signed in. */
export const tokenOf = ({ url, tenant, signToken }: Simulator, { tenantId, id, roles = [] }: Person): string => {
  const now = Math.floor(Date.now() / 1000);
  const times = { iat: now, nbf: now, exp: now + 7200 };
  const app = { aud: tenant.clientId, azp: tenant.clientId, scp: 'access_as_user', ver: '2.0' };
  return signToken({ ...times, ...app, iss: `${url}/${tenantId}/v2.0`, tid: tenantId, oid: id, wids: roles });
};
