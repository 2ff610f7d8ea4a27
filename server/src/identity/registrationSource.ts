import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Connection } from '../domain/connection/connection.ts';
import { credentialUnreadable, registrationPurpose, type AppCredential } from '../domain/connection/registration.ts';
import { AdminActionError } from '../domain/errors.ts';
import type { RegistrationSource } from '../ports/identity.ts';
import type { ConnectionRepository } from '../ports/repositories/connectionRepositories.ts';
import type { SecretBox } from '../ports/secretBox.ts';

const sealedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('secret'), clientId: z.string(), secret: z.string() }),
  z.object({
    kind: z.literal('certificate'),
    clientId: z.string(),
    thumbprintSha256: z.string(),
    privateKey: z.string(),
  }),
]);

/** Opens sealed credentials from the stored connection, each time anew: another replica may have changed them. */
export const openRegistrationSource = (
  connections: ConnectionRepository,
  secretBox: SecretBox,
): RegistrationSource => ({
  read: async (tenantId) => {
    const found = (await connections.get(tenantId))?.value ?? null;
    const registration = found?.registration ?? null;
    if (found === null || registration === null) return { credential: null, version: versionOf(found) };
    const text = secretBox.open(registrationPurpose(tenantId, registration.clientId), registration.sealed);
    if (text === null) throw new AdminActionError(credentialUnreadable.code, credentialUnreadable.message);
    const credential: AppCredential = sealedSchema.parse(JSON.parse(text));
    return { credential, version: versionOf(found) };
  },
});

/** A token lacks what was granted after it was made, so a change of permissions makes it as old as a new secret does. */
const versionOf = (connection: Connection | null): string =>
  createHash('sha256')
    .update(JSON.stringify([connection?.registration?.sealed ?? null, connection?.grantedPermissions ?? []]))
    .digest('base64url');
