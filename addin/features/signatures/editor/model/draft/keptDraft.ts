import { z } from 'zod';
import { signatureDesignSchema } from '../../../../../../server/src/contract/signatures/signatures.ts';
import { keep, readKept } from '../../../../../office/browserStorage.ts';
import type { DraftContent } from './draftContent.ts';

interface KeptDraft {
  readonly value: DraftContent;
  readonly revision: number;
}

const keptSchema = z.object({
  value: z.object({ name: z.string(), design: signatureDesignSchema }),
  revision: z.number().int(),
});

/** What was not saved yet of one signature, by one person, kept in this browser; where it withholds storage, nowhere. */
export function openKeptDraft(userId: string, signatureId: string) {
  const key = `undersign.draft.${userId}.${signatureId}`;
  return {
    read: (): KeptDraft | null => {
      try {
        const text = readKept(key);
        return text === null ? null : keptSchema.parse(JSON.parse(text));
      } catch {
        // Of an older release, or damaged: then what the server has is all there is.
        return null;
      }
    },
    keep: (kept: KeptDraft | null): void => keep(key, kept === null ? null : JSON.stringify(kept)),
  };
}
