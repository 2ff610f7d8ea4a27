import { hasWorked, type Connection, type GrantUnderWay } from '../../domain/connection/connection.ts';
import { AdminActionError, FinalRefusal, UndersignError } from '../../domain/errors.ts';
import { stillHolds } from '../../domain/schedule/clockSetRight.ts';
import { changeConnection, refusedBy, troubledBy, type TrialDesk } from './checkConnection.ts';
import { holdToken, readGrant } from './readGrant.ts';

export interface ConsentProof {
  readonly tenantId: string;
  /** Who has just come back from the consent page. */
  readonly by: GrantUnderWay['by'];
}

/**
 * - granting: what is missing may be on its way; `lookAgain` finds out.
 * - notGranted: Entra does not know of any consent.
 */
export type ConsentStanding = 'connected' | 'incomplete' | 'granting' | 'notGranted';

/**
 * How long what is missing is taken for being on its way: the first tokens after a consent may lack roles for a minute
 * or two. https://github.com/microsoftgraph/microsoft-graph-docs/issues/4765
 */
const patience = 3 * 60_000;

/**
 * Asks Entra with the publisher's app, whatever the tenant is connected by. A registration of the customer's own is
 * given up, its credentials forgotten, only for a consent that can do the work; until then it stays as it is.
 * Throws AdminActionError and FinalRefusal, after noting them, when asking again is no use, and DirectoryError, with
 * nothing saved, when Entra or Graph cannot be reached.
 */
export const proveConsent = (desk: TrialDesk, { tenantId, by }: ConsentProof): Promise<ConsentStanding> => {
  const until = new Date(desk.clock.now().getTime() + patience).toISOString();
  return prove(desk, tenantId, () => ({ by, until }));
};

/** Asks again about a consent under way. Returns whether there is still something to wait for. Throws as `proveConsent`. */
export const lookAgain = async (desk: TrialDesk, tenantId: string): Promise<boolean> => {
  await prove(desk, tenantId, (before) => before.granting);
  const found = await desk.connections.get(tenantId);
  return found !== null && found.value.granting !== null;
};

const prove = async (
  desk: TrialDesk,
  tenantId: string,
  grantOf: (before: Connection) => GrantUnderWay | null,
): Promise<ConsentStanding> => {
  let refused: UndersignError | null = null;
  const after = await changeConnection(desk, tenantId, async (before) => {
    refused = null;
    const granting = grantOf(before);
    // Somebody disconnected, or connected otherwise, meanwhile.
    if (granting === null) return before;
    const attempt: Attempt = { desk, tenantId, before, granting };
    try {
      return await proven(attempt);
    } catch (error) {
      if (!(error instanceof UndersignError)) throw error;
      refused = isOnItsWay(error) ? null : error;
      return unproven(attempt, error);
    }
  });
  if (refused !== null) throw refused;
  return standingOf(after);
};

interface Attempt {
  readonly desk: TrialDesk;
  readonly tenantId: string;
  readonly before: Connection;
  readonly granting: GrantUnderWay;
}

/** Also where more is to go than there ever was: then the clock was ahead when the consent was given. */
const isOver = ({ until }: GrantUnderWay, now: Date): boolean => !stillHolds(Date.parse(until), now, patience);

const proven = async ({ desk, tenantId, before, granting }: Attempt): Promise<Connection> => {
  const token = await desk.appTokens.request(tenantId, 'publisher');
  const directory = desk.openDirectoriesWith(holdToken(token))(tenantId, { isUrgent: true });
  const grant = await readGrant({ kind: 'consent', token, directory, organization: before.organization });
  const now = desk.clock.now().toISOString();
  const rest = grant.missingPermissions.length > 0 && !isOver(granting, desk.clock.now()) ? granting : null;
  if (grant.state !== 'connected' && keepsWorking(before)) return { ...before, granting: rest };
  const way = { kind: 'consent', registration: null, connectedBy: granting.by, connectedAt: now } as const;
  return { ...before, ...grant, ...way, checkedAt: now, granting: rest };
};

/** What Entra and Graph say of a consent they have not heard of everywhere. */
const isOnItsWay = ({ code }: UndersignError): boolean => code === 'consent-missing' || code === 'permission-missing';

const unproven = ({ desk, before, granting }: Attempt, error: UndersignError): Connection => {
  const checkedAt = desk.clock.now().toISOString();
  const isLate = isOver(granting, desk.clock.now());
  if (error instanceof AdminActionError || error instanceof FinalRefusal) {
    const rest = isOnItsWay(error) && !isLate ? granting : null;
    if (before.kind === 'registration') return { ...before, granting: rest };
    const noted = error instanceof FinalRefusal ? troubledBy(before, error) : refusedBy(before, error);
    return { ...noted, checkedAt, granting: rest };
  }
  if (!isLate || before.granting === null) throw error;
  return { ...before, granting: null };
};

const keepsWorking = (before: Connection): boolean => before.kind === 'registration' && hasWorked(before);

const standingOf = ({ kind, state, granting }: Connection): ConsentStanding => {
  if (kind === 'consent' && state === 'connected') return 'connected';
  if (granting !== null) return 'granting';
  return state === 'incomplete' || kind === 'registration' ? 'incomplete' : 'notGranted';
};
