/** So long a deleted signature can be brought back, in milliseconds. */
const keptFor = 30 * 24 * 60 * 60_000;

/** Signatures that were deleted before this instant cannot be brought back any more, and are forgotten. */
export const restorableSince = (now: Date): string => new Date(now.getTime() - keptFor).toISOString();

/** Until when one that was deleted at this instant can be brought back. */
export const restorableTo = (deletedAt: string): string => new Date(Date.parse(deletedAt) + keptFor).toISOString();
