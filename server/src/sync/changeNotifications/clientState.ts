import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const digestOf = (clientState: string): Buffer => createHash('sha256').update(clientState).digest();

/** A new secret for Graph to repeat, and the digest of it that we keep. 64 characters; Graph takes 128. */
export const makeClientState = (): { readonly clientState: string; readonly digest: string } => {
  const clientState = randomBytes(48).toString('base64url');
  return { clientState, digest: digestOf(clientState).toString('base64url') };
};

/** Has the form of one; costs next to nothing. */
export const isLikeClientState = (given: string): boolean => /^[\w-]{64}$/.test(given);

/** Takes the same time whatever differs, so that nobody can guess it letter by letter. */
export const isClientState = (given: string, digest: string): boolean =>
  timingSafeEqual(digestOf(given), Buffer.from(digest, 'base64url'));
