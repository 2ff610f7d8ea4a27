import type { TeammateSummary } from '../../../server/src/contract/people/teammates.ts';
import { objectId } from '../../../server/src/contract/scalars.ts';
import { senderOf, type Sender } from './sender.ts';

/** The id of a teammate that this is; null where it can be none. */
export const idIn = (wanted: string): string | null => objectId.safeParse(wanted).data ?? null;

interface FirstSender {
  /** A teammate's id or an address; null when nobody in particular was asked for. */
  readonly wanted: string | null;
  readonly self: Sender;
  readonly teammates: readonly TeammateSummary[];
}

/** Whom the preview starts with: who was asked for, else the reader, else the first teammate there is. */
export function firstSender({ wanted, self, teammates }: FirstSender): Sender {
  const asked = wanted?.toLowerCase() ?? self.id;
  const found = teammates.find((mate) => mate.id === asked || senderOf(mate).address.toLowerCase() === asked);
  if (found) return senderOf(found);
  return teammates[0] ? senderOf(teammates[0]) : self;
}
