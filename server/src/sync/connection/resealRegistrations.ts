import { registrationPurpose } from '../../domain/connection/registration.ts';
import { StaleRevision } from '../../domain/errors.ts';
import type { Logger } from '../../ports/telemetry/logger.ts';
import type { ConnectionRepository } from '../../ports/repositories/connectionRepositories.ts';
import type { SecretBox } from '../../ports/secretBox.ts';

export interface ResealDesk {
  readonly connections: ConnectionRepository;
  readonly secretBox: SecretBox;
  readonly logger: Logger;
}

/**
 * Moves every stored credential to today's key, so that earlier keys can be taken away. What does not open is left and
 * named: its tenant needs the key it was sealed with, or its admin has to enter the credential again.
 */
export const resealRegistrations = async (desk: ResealDesk): Promise<void> => {
  let resealed = 0;
  for (const tenantId of await desk.connections.tenants()) if (await resealTenant(desk, tenantId)) resealed += 1;
  if (resealed > 0) desk.logger.info({ msg: 'credentials sealed with the new key', tenants: resealed });
};

const resealTenant = async ({ connections, secretBox, logger }: ResealDesk, tenantId: string): Promise<boolean> => {
  const found = await connections.get(tenantId);
  const registration = found?.value.registration ?? null;
  if (found === null || registration === null) return false;
  const purpose = registrationPurpose(tenantId, registration.clientId);
  const sealed = secretBox.renew(purpose, registration.sealed);
  if (sealed === null) {
    if (secretBox.open(purpose, registration.sealed) === null)
      logger.warn({ msg: 'a credential cannot be opened with the keys at hand', tenantId });
    return false;
  }
  try {
    await connections.save(tenantId, { ...found.value, registration: { ...registration, sealed } }, found.revision);
    return true;
  } catch (error) {
    // Another replica was first, or an admin saved a new one.
    if (error instanceof StaleRevision) return false;
    throw error;
  }
};
