import type { SignatureDesign } from '../signature.ts';
import type { DesignFinding, Finding } from './finding.ts';
import { testsIn } from './piecesOf.ts';

/** Ids of groups and units that conditions ask about, and in which nobody counts as a member for now. */
export interface UnreadContainers {
  /** No longer in the directory. */
  readonly gone: readonly string[];
  /** Not read by the last sync, those that are gone among them. */
  readonly notRead: readonly string[];
  /** Of those, the ones that no sync reads, because the permission is missing. */
  readonly notPermitted: readonly string[];
}

/** Groups and units that a design asks about, once for each place, where nobody is known to be a member. */
export const checkContainers = (design: SignatureDesign, unread: UnreadContainers): readonly DesignFinding[] =>
  (['newMail', 'reply', 'forward'] as const).flatMap((composeType) => {
    const mail = design[composeType];
    if (mail.kind !== 'composition') return [];
    return testsIn(mail.composition).flatMap(({ test, blockId }) => {
      if (!('id' in test)) return [];
      const code = codeOf(test.id, unread);
      if (code === null) return [];
      return [{ code, severity: 'warning' as const, composeType, blockId, values: { name: test.name ?? test.id } }];
    });
  });

const codeOf = (id: string, { gone, notRead, notPermitted }: UnreadContainers): Finding['code'] | null => {
  if (gone.includes(id)) return 'container-gone';
  if (notPermitted.includes(id)) return 'container-not-permitted';
  return notRead.includes(id) ? 'container-unread' : null;
};
