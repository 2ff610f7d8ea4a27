import { decodeJwt } from 'jose';
import type { ApiClient } from './apiClient.ts';
import { openApiClient } from './apiClient.ts';
import type { Undersign } from './startUndersign.ts';

export const foreignTenant = '11111111-1111-4111-8111-111111111111';

/** Somebody of another tenant with the same roles as the person of the token: Entra signs for all tenants alike. */
export const openForeigner = async (
  { simulator, url, openApi, signIn }: Undersign,
  userPrincipalName: string,
  tenantId: string = foreignTenant,
): Promise<ApiClient> => {
  const { accessToken } = await signIn(userPrincipalName);
  const claims = { ...decodeJwt(accessToken), tid: tenantId, iss: `${simulator.url}/${tenantId}/v2.0` };
  return openApiClient({ origin: () => url, check: openApi }, simulator.signToken(claims));
};
