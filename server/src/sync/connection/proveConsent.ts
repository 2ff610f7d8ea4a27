import { hasWorked, type Connection } from '../../domain/connection/connection.ts';
import { AdminActionError, FinalRefusal } from '../../domain/errors.ts';
import { changeConnection, refusedBy, troubledBy, type TrialDesk } from './checkConnection.ts';
import { holdToken, readGrant } from './readGrant.ts';

export interface ConsentProof {
  readonly tenantId: string;
  /** Who has just come back from the consent page. */
  readonly by: { readonly id: string; readonly displayName: string };
}

/**
 * Asks Entra with the publisher's app, whatever the tenant is connected by. A registration of the customer's own is
 * given up, its credentials forgotten, only for a consent that can do the work; until then it stays as it is.
 * Returns the state the consent is in. Throws as `checkConnection` does, AdminActionError when a registration stays, and
 * FinalRefusal, after noting it, when asking again is no use.
 */
export const proveConsent = async (desk: TrialDesk, proof: ConsentProof): Promise<Connection['state']> => {
  let outcome: Connection['state'] = 'notConnected';
  let refusal: FinalRefusal | null = null;
  await changeConnection(desk, proof.tenantId, async (before) => {
    const { after, refused } = await proven(desk, proof, before);
    refusal = refused;
    outcome = after.state;
    return before.kind === 'registration' && hasWorked(before) && after.state !== 'connected' ? before : after;
  });
  if (refusal !== null) throw refusal;
  return outcome;
};

interface Proven {
  readonly after: Connection;
  readonly refused: FinalRefusal | null;
}

const proven = async (desk: TrialDesk, { tenantId, by }: ConsentProof, before: Connection): Promise<Proven> => {
  const checkedAt = desk.clock.now().toISOString();
  try {
    const token = await desk.appTokens.request(tenantId, 'publisher');
    const directory = desk.openDirectoriesWith(holdToken(token))(tenantId, { isUrgent: true });
    const grant = await readGrant({ kind: 'consent', token, directory, organization: before.organization });
    const way = { kind: 'consent', registration: null, connectedBy: by, connectedAt: checkedAt } as const;
    return { after: { ...before, ...grant, ...way, checkedAt }, refused: null };
  } catch (error) {
    if (before.kind === 'registration') throw error;
    if (error instanceof FinalRefusal) return { after: { ...troubledBy(before, error), checkedAt }, refused: error };
    if (error instanceof AdminActionError) return { after: { ...refusedBy(before, error), checkedAt }, refused: null };
    throw error;
  }
};
