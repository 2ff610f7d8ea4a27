import type { TeammateSummary } from '../../../server/src/contract/people/teammates.ts';

/** Who writes the mail in the preview. */
export interface Sender {
  /** Of the person in the directory. */
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

/** Somebody without a mailbox still has a name to sign in with, which the API knows them by too. */
export function senderOf(teammate: Pick<TeammateSummary, 'id' | 'displayName' | 'mail' | 'userPrincipalName'>): Sender {
  return { id: teammate.id, name: teammate.displayName, address: teammate.mail ?? teammate.userPrincipalName };
}
