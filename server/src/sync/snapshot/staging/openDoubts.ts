import type { Doubt, SnapshotHead } from '../../../ports/repositories/snapshotRepository.ts';

/** Beyond this a comparison of everybody is the cheaper way to the truth. */
const mostDoubts = 1200;

const keyOf = ({ kind, id }: Doubt): string => `${kind}/${id}`;

/** What of a snapshot is in doubt, in memory. */
export const openDoubts = (start: readonly Doubt[]) => {
  const doubts = new Map(start.map((doubt) => [keyOf(doubt), doubt]));
  return {
    /** As it stands in the head. */
    doubted: (): Pick<SnapshotHead, 'doubts'> => (doubts.size === 0 ? {} : { doubts: [...doubts.values()] }),
    /** What is doubted already goes on being so since then. */
    doubt: (found: readonly Doubt[]): void => {
      for (const doubt of found) {
        const isKnown = doubts.get(keyOf(doubt))?.told === doubt.told;
        if (!isKnown && doubts.size < mostDoubts) doubts.set(keyOf(doubt), doubt);
      }
    },
    dispel: (isSettled: (doubt: Doubt) => boolean): void => {
      for (const [key, doubt] of doubts) if (isSettled(doubt)) doubts.delete(key);
    },
  };
};
