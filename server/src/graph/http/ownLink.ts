import { DirectoryError } from '../../domain/errors.ts';

export const foreignLink = (): DirectoryError =>
  new DirectoryError('directory-link-foreign', 'Microsoft Graph pointed to another address; no token was sent there.');

/** True for an address that a token may be sent to. */
export const isOwnLink = (graphUrl: string, link: string): boolean =>
  URL.canParse(link) && new URL(link).origin === new URL(graphUrl).origin;

/**
 * The link as it came, or null where none came. Throws DirectoryError `directory-link-foreign` for one that would not be
 * followed: looked at on arrival, such a link is never kept.
 */
export const ownLink = (graphUrl: string, link: string | undefined): string | null => {
  if (link === undefined) return null;
  if (!isOwnLink(graphUrl, link)) throw foreignLink();
  return link;
};
