import { DirectoryError, UndersignError } from '../../domain/errors.ts';
import type { ChangeFeed, ChangePage, DirectoryReader } from '../../ports/directory/directoryReader.ts';
import { openChain } from '../../domain/directory/openChain.ts';

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

/** Answers that may be about either: to another app than the one that was given the link, the link is closed. */
const doubtfulCodes = new Set(['directory-unavailable', 'permission-missing', 'consent-missing']);

export interface KeptLink {
  readonly feed: ChangeFeed;
  readonly link: string;
  readonly signal: AbortSignal;
}

/**
 * The pages of changes that a kept link tells of, to the last; an empty one is not the end. Throws LinkBroken where the link
 * itself is at fault or never comes to an end, so that nobody has to mend it by hand, and what the directory throws where
 * it is not.
 */
export async function* followLink(directory: DirectoryReader, kept: KeptLink): AsyncGenerator<ChangePage> {
  const look = openChain(kept.link);
  for (let link: string | null = kept.link; link !== null;) {
    kept.signal.throwIfAborted();
    const page = await readOn(directory, { ...kept, link }, look);
    yield page;
    link = page.next;
  }
}

const readOn = async (
  directory: DirectoryReader,
  { feed, link, signal }: KeptLink,
  look: (page: ChangePage) => void,
): Promise<ChangePage> => {
  try {
    const page = await directory.readChanges(feed, link, signal);
    look(page);
    return page;
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
  if (!doubtfulCodes.has(error.code)) return false;
  // Refused, no answer, or none that can be read: where the same question without the link is answered, it is the link.
  try {
    await directory.openChanges(feed, signal);
    return true;
  } catch (refusal) {
    if (refusal instanceof DirectoryError) return false;
    throw refusal;
  }
};
