import { withoutUnseen } from '../text/withoutUnseen.ts';

/** A mail address as people have them (RFC 5321, letters of any script as in RFC 6531); nothing quoted, nothing after it. */
const local = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~.-]{1,64}$/u;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,62})$/u;

/**
 * The `mailto:` address of one person, percent-encoded (RFC 6068); empty for what is no address, such as "see intranet",
 * or more than one, such as an address with a query that would add further recipients.
 */
export const mailLink = (address: string): string => {
  const text = withoutUnseen(address).trim();
  const at = text.lastIndexOf('@');
  const [name, domain] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
  const labels = domain.split('.');
  const isAddress =
    at > 0 && local.test(name) && domain.length <= 253 && labels.length > 1 && labels.every((each) => label.test(each));
  return isAddress ? `mailto:${encodeURIComponent(name)}@${encodeURIComponent(domain)}` : '';
};
