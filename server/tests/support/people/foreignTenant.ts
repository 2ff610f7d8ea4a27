import { decodeJwt } from 'jose';
import { openApiClient, type ApiClient } from '../http/apiClient.ts';
import type { Undersign } from '../processes/startUndersign.ts';

export const foreignTenant = '11111111-1111-4111-8111-111111111111';

/** Claims that differ from those of the person who signs in. */
export interface Disguise {
  readonly tenantId?: string;
  readonly userId?: string;
  /** Entra roles by template, and app roles by value. */
  readonly wids?: readonly string[];
  readonly roles?: readonly string[];
}

/** Somebody whose token says what no person of the demo's has in theirs, signed by the same key, good for a day. */
export const openDisguised = async (
  { simulator, url, openApi, signIn }: Undersign,
  userPrincipalName: string,
  { tenantId = simulator.tenant.id, userId, wids, roles }: Disguise,
): Promise<ApiClient> => {
  const { accessToken } = await signIn(userPrincipalName);
  const claims = decodeJwt(accessToken);
  const token = simulator.signToken({
    ...claims,
    tid: tenantId,
    iss: `${simulator.url}/${tenantId}/v2.0`,
    oid: userId ?? claims['oid'],
    wids: wids ?? claims['wids'],
    roles: roles ?? [],
    exp: (claims.iat ?? 0) + 24 * 3600,
  });
  return openApiClient({ origin: () => url, check: openApi }, token);
};

/** Somebody of another tenant with the same roles as the person of the token: Entra signs for all tenants alike. */
export const openForeigner = (
  undersign: Undersign,
  userPrincipalName: string,
  tenantId: string = foreignTenant,
): Promise<ApiClient> => openDisguised(undersign, userPrincipalName, { tenantId });
