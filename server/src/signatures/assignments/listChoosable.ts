import type { AssignmentOutcome } from '../../domain/assignment/assignment.ts';
import type { RenderDesk } from '../signatureDesk.ts';
import { decideForMail, type MailWritten } from './decideForMail.ts';

/** What somebody may put into a mail. */
export interface ChoosableSignature {
  readonly kind: AssignmentOutcome['kind'];
  /** Null for the built-in one, and for none. */
  readonly id: string | null;
  readonly name: string | null;
  /** It comes by itself. */
  readonly isAutomatic: boolean;
}

/** Between what somebody may choose for a mail: what comes by itself first, then in the order of the rule that decides. */
export const listChoosable = async (
  desk: RenderDesk,
  tenantId: string,
  mail: MailWritten,
): Promise<ChoosableSignature[]> => {
  const { choice, also, found } = await decideForMail(desk, tenantId, { ...mail, withAlso: true });
  const named = (id: string) => ({ kind: 'signature' as const, id, name: found.get(id)?.name ?? '' });
  const { outcome } = choice;
  const automatic =
    outcome.kind === 'signature' ? named(outcome.signatureId) : { kind: outcome.kind, id: null, name: null };
  return [
    { ...automatic, isAutomatic: true },
    ...also.filter((id) => id !== automatic.id).map((id) => ({ ...named(id), isAutomatic: false })),
  ];
};
