import { DirectoryError, UndersignError } from '../../domain/errors.ts';
import type { ChangeFeed, ChangePage, DirectoryReader } from '../../ports/directory/directoryReader.ts';

/** A kept link that leads nowhere any more, whatever the directory says is wrong with it: reading everybody mends that. */
export class LinkBroken extends Error {
  override readonly name = 'LinkBroken';
  readonly reason: UndersignError;
  constructor(reason: UndersignError) {
    super(reason.message, { cause: reason });
    this.reason = reason;
  }
}

/** Answers that are about the link and never about the tenant: 410, 404, 400 with any code, another host. */
const brokenCodes = new Set([
  'directory-link-expired',
  'directory-object-gone',
  'directory-request-refused',
  'directory-link-foreign',
]);

export interface KeptLink {
  readonly feed: ChangeFeed;
  readonly link: string;
  readonly signal: AbortSignal;
}

/**
 * Reads the changes a kept link tells of. Throws LinkBroken where the link itself is at fault, so that nobody has to
 * mend it by hand, and what the directory throws where it is not.
 */
export const followLink = async (directory: DirectoryReader, { feed, link, signal }: KeptLink): Promise<ChangePage> => {
  try {
    return await directory.readChanges(feed, link, signal);
  } catch (error) {
    if (error instanceof UndersignError && (await isLinkAtFault(directory, { feed, signal }, error)))
      throw new LinkBroken(error);
    throw error;
  }
};

const isLinkAtFault = async (
  directory: DirectoryReader,
  { feed, signal }: Pick<KeptLink, 'feed' | 'signal'>,
  error: UndersignError,
): Promise<boolean> => {
  if (brokenCodes.has(error.code)) return true;
  if (error.code !== 'directory-unavailable') return false;
  // No answer, or none that can be read: where the same question without the link is answered, it is the link.
  try {
    await directory.openChanges(feed, signal);
    return true;
  } catch (refusal) {
    if (refusal instanceof DirectoryError) return false;
    throw refusal;
  }
};
