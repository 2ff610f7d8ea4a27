import { hasWorked, type Connection } from '../../domain/connection/connection.ts';
import { AdminActionError } from '../../domain/errors.ts';
import { changeConnection, refusedBy, type TrialDesk } from './checkConnection.ts';
import { holdToken, readGrant } from './readGrant.ts';

export interface ConsentProof {
  readonly tenantId: string;
  /** Who has just come back from the consent page. */
  readonly by: { readonly id: string; readonly displayName: string };
}

/**
 * Asks Entra with the publisher's app, whatever the tenant is connected by. A registration of the customer's own is
 * given up, its credentials forgotten, only for a consent that can do the work; until then it stays as it is.
 * Returns the state the consent is in. Throws as `checkConnection` does, and AdminActionError when a registration stays.
 */
export const proveConsent = async (desk: TrialDesk, proof: ConsentProof): Promise<Connection['state']> => {
  let outcome: Connection['state'] = 'notConnected';
  await changeConnection(desk, proof.tenantId, async (before) => {
    const after = await proven(desk, proof, before);
    outcome = after.state;
    return before.kind === 'registration' && hasWorked(before) && after.state !== 'connected' ? before : after;
  });
  return outcome;
};

const proven = async (desk: TrialDesk, { tenantId, by }: ConsentProof, before: Connection): Promise<Connection> => {
  const checkedAt = desk.clock.now().toISOString();
  try {
    const token = await desk.appTokens.request(tenantId, 'publisher');
    const directory = desk.openDirectoriesWith(holdToken(token))(tenantId, { isUrgent: true });
    const grant = await readGrant({ kind: 'consent', token, directory, organization: before.organization });
    return {
      ...before,
      ...grant,
      kind: 'consent',
      registration: null,
      connectedBy: by,
      connectedAt: checkedAt,
      checkedAt,
    };
  } catch (error) {
    if (!(error instanceof AdminActionError) || before.kind === 'registration') throw error;
    return { ...refusedBy(before, error), checkedAt };
  }
};
