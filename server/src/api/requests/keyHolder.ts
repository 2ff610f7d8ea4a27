import type { IdentifyingDesk } from '../../integrations/apiKeys.ts';
import { identifyKey } from '../../integrations/apiKeys.ts';
import type { KnownCaller } from '../apiOptions.ts';

/** A program that holds an API key, as routes know those who call. */
export const keyHolder = async (desk: IdentifyingDesk, text: string): Promise<KnownCaller> => {
  const { tenantId, key } = await identifyKey(desk, text);
  return {
    tenantId,
    userId: key.id,
    displayName: key.name,
    userPrincipalName: '',
    directoryRoles: [],
    appRoles: [],
    scopes: key.scopes,
  };
};
