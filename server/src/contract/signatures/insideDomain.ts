import { z } from 'zod';

/** Whole names, with no sign for any, that end in no number: of a mail server, as mail addresses have them. */
const name = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])$/;

/** As DNS has it (IDN in ASCII), without the host that web sites stand on; null where it is no name of a domain. */
const nameOf = (host: string): string | null => {
  const address = `https://${host}`;
  if (!URL.canParse(address)) return null;
  const domain = new URL(address).hostname.replace(/\.$/, '').replace(/^(?:www\.)+(?=[^.]+\.)/, '');
  return domain.length <= 253 && name.test(domain) ? domain : null;
};

const withScheme = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i;

/** What it may be: a web address, or what stands behind the @ of a mail address. */
const hostsIn = (text: string): readonly string[] => {
  const authority = withScheme.exec(text)?.[1];
  if (authority !== undefined) return [authority];
  const address = text.replace(/^mailto:/i, '');
  return [address.slice(address.lastIndexOf('@') + 1), address.split(/[/?#]/, 1)[0] ?? ''];
};

/** The domain in what somebody typed; nothing where it is none, or could be one of two. */
export const domainIn = (typed: string): string => {
  const text = typed.trim().replace(/^<|>$/g, '');
  const found = new Set(/\s/.test(text) ? [] : hostsIn(text).map(nameOf));
  found.delete(null);
  const [domain] = found;
  return found.size === 1 ? (domain ?? '') : '';
};

/** A domain as recipients are compared with; a mail or web address that is sent becomes its domain. */
export const insideDomainSchema = z
  .string()
  .max(2000)
  .overwrite(domainIn)
  .regex(name, 'Write one domain such as example.com, without *, or a mail or web address there.');
