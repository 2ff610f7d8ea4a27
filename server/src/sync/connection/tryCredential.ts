import { requiredPermissions } from '../../domain/connection/connection.ts';
import type { AppCredential } from '../../domain/connection/registration.ts';
import { fieldProblem, type RegistrationField } from '../../domain/connection/registrationForm.ts';
import { AdminActionError, DirectoryError, FinalRefusal, InvalidFields } from '../../domain/errors.ts';
import type { Picked } from '../../domain/scope/selection.ts';
import type { DirectoryReader } from '../../ports/directory/directoryReader.ts';
import type { AppToken } from '../../ports/identity.ts';
import type { TrialDesk } from './checkConnection.ts';
import { holdToken, permissionsMissing, readGrant, type Grant } from './readGrant.ts';

export interface CredentialTrial {
  readonly tenantId: string;
  readonly credential: AppCredential;
  readonly groupId: string | null;
}

export interface TrialResult {
  readonly grant: Grant;
  readonly group: Picked | null;
}

/**
 * Uses credentials for all they will be needed for: a token, the permissions inside, the organization, the group.
 * Saves nothing. Throws InvalidFields `registration-refused` with the field to mend, DirectoryError when nobody answers.
 */
export const tryCredential = async (desk: TrialDesk, trial: CredentialTrial): Promise<TrialResult> => {
  const { tenantId, groupId } = trial;
  try {
    const token = await requestPatiently(desk, trial);
    const missing = requiredPermissions.filter((permission) => !token.permissions.includes(permission));
    if (missing.length > 0) throw permissionsMissing(missing);
    const directory = desk.openDirectoriesWith(holdToken(token))(tenantId, { isUrgent: true });
    const grant = await readGrant({ kind: 'registration', token, directory, organization: null });
    return { grant, group: groupId === null ? null : await readGroup(directory, groupId) };
  } catch (error) {
    throw error instanceof AdminActionError || error instanceof FinalRefusal ? refusal(error) : error;
  }
};

const tries = 3;
const pause = 1500;

/** What passes by itself is no reason to let somebody paste a secret again. */
const requestPatiently = async (desk: TrialDesk, { tenantId, credential }: CredentialTrial): Promise<AppToken> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await desk.appTokens.request(tenantId, credential);
    } catch (error) {
      if (!(error instanceof DirectoryError) || attempt >= tries) throw error;
      await desk.clock.sleep(pause * attempt);
    }
  }
};

const readGroup = async (directory: DirectoryReader, id: string): Promise<Picked> => {
  const displayName = (await directory.resolveNames('group', [id])).get(id);
  if (displayName !== undefined) return { id, displayName };
  if (await exists(directory, 'unit', id))
    throw new AdminActionError(
      'group-is-unit',
      'This is an administrative unit, not a group. Leave the field empty and pick the unit in the selection.',
    );
  if (await exists(directory, 'user', id))
    throw new AdminActionError('group-is-person', 'This is the Object ID of a person, not of a group.');
  throw new AdminActionError(
    'group-unknown',
    'There is no group with this ID in your tenant. It may be of another tenant, or deleted. Copy the group’s Object ID.',
  );
};

/** Without the permission for units nobody can tell; the id is then simply no group's. */
const exists = async (directory: DirectoryReader, kind: 'unit' | 'user', id: string): Promise<boolean> => {
  try {
    return (await directory.resolveNames(kind, [id])).has(id);
  } catch (error) {
    if (error instanceof AdminActionError) return false;
    throw error;
  }
};

const fieldOf: Readonly<Record<string, RegistrationField>> = {
  'secret-wrong': 'clientSecret',
  'secret-expired': 'clientSecret',
  'certificate-refused': 'certificate',
  'client-unknown': 'clientId',
  'client-public': 'clientId',
  'app-disabled': 'clientId',
  'tenant-unknown': 'tenantId',
  'group-is-unit': 'groupId',
  'group-is-person': 'groupId',
  'group-unknown': 'groupId',
};

const refusal = (error: AdminActionError | FinalRefusal): InvalidFields =>
  new InvalidFields({
    status: 422,
    code: 'registration-refused',
    problems: [fieldProblem(fieldOf[error.code] ?? null, error.code, error.message)],
    values: error.values,
    cause: error,
    ...(error.detail === undefined ? {} : { detail: error.detail }),
  });
