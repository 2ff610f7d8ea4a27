import { noConnection, type Connection } from '../../domain/connection/connection.ts';
import { registrationPurpose, type Registration } from '../../domain/connection/registration.ts';
import type { RegistrationField, RegistrationForm } from '../../domain/connection/registrationForm.ts';
import { RequestError } from '../../domain/errors.ts';
import type { Picked } from '../../domain/scope/selection.ts';
import type { CertificateReader } from '../../ports/identity.ts';
import type { SelectionRepository } from '../../ports/repositories/connectionRepositories.ts';
import type { SecretBox } from '../../ports/secretBox.ts';
import { requireAllowed } from './admission.ts';
import { changeConnection, type TrialDesk } from './checkConnection.ts';
import { openCredential, type GivenCredential } from './openCredential.ts';
import { selectGroup } from './selectGroup.ts';
import { tryCredential } from './tryCredential.ts';

export interface RegistrationDesk extends TrialDesk {
  readonly selections: SelectionRepository;
  readonly secretBox: SecretBox;
  readonly readCertificate: CertificateReader;
}

export interface RegistrationOrder {
  /** That of the verified caller. */
  readonly tenantId: string;
  readonly by: { readonly id: string; readonly displayName: string };
  readonly form: RegistrationForm;
  /** True adds the group to what is picked, false never does; null only where no selection was ever saved. */
  readonly useGroup: boolean | null;
}

export interface RegistrationResult {
  readonly connection: Connection;
  /** Fields from which clinging white space was taken. */
  readonly trimmed: readonly RegistrationField[];
  readonly group: (Picked & { readonly selected: boolean }) | null;
}

/**
 * Connects a tenant by the customer's own app registration, or rotates its credentials. Everything is tried against
 * Entra and Graph first, while the connection that is stored keeps working; then one write swaps it. Teammates,
 * selection and history stay. Throws InvalidFields 422 `registration-invalid` (not asked yet) or `registration-refused`
 * (by Entra or Graph), RequestError 403 `tenant-not-allowed` or 409 `connection-changed`, DirectoryError when nobody answers; nothing is saved then.
 */
export const connectRegistration = async (
  desk: RegistrationDesk,
  order: RegistrationOrder,
): Promise<RegistrationResult> => {
  const { tenantId, by } = order;
  await requireAllowed(desk, tenantId);
  const found = await desk.connections.get(tenantId);
  const given = openCredential(desk, order);
  const { grant, group } = await tryCredential(desk, { tenantId, ...given });
  const registration = seal(desk, order, given);
  const connection = await swap(desk, { tenantId, found: found?.value ?? noConnection }, (before) => ({
    ...before,
    ...grant,
    kind: 'registration',
    registration,
    granting: null,
    ...(before.kind === 'registration' ? {} : { connectedBy: by, connectedAt: registration.savedAt }),
    checkedAt: registration.savedAt,
  }));
  const selected =
    group !== null && (await selectGroup(desk.selections, { tenantId, group, useGroup: order.useGroup }));
  return { connection, trimmed: given.trimmed, group: group && { ...group, selected } };
};

const seal = (
  { secretBox, clock }: RegistrationDesk,
  { tenantId, by }: RegistrationOrder,
  { credential, thumbprint, expiresAt }: GivenCredential,
): Registration => ({
  clientId: credential.clientId,
  credential: credential.kind,
  thumbprint,
  expiresAt,
  savedAt: clock.now().toISOString(),
  savedBy: by,
  sealed: secretBox.seal(registrationPurpose(tenantId, credential.clientId), JSON.stringify(credential)),
});

/** Trying took seconds. What a check found meanwhile is built upon; how another admin connected is not overwritten. */
const swap = (
  desk: RegistrationDesk,
  { tenantId, found }: { readonly tenantId: string; readonly found: Connection },
  change: (before: Connection) => Connection,
): Promise<Connection> =>
  changeConnection(desk, tenantId, (before) => {
    if (waysIn(before) !== waysIn(found)) {
      throw new RequestError(
        409,
        'connection-changed',
        'Somebody else changed the connection meanwhile. Look at it as it is now, and save again if you still want to.',
      );
    }
    return Promise.resolve(change(before));
  });

const waysIn = ({ kind, registration, connectedAt }: Connection): string =>
  JSON.stringify([kind, registration?.sealed, connectedAt]);
