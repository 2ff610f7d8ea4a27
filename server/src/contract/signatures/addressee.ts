import { z } from 'zod';
import { domainIn } from './insideDomain.ts';

/** What stands before the last @; empty where nothing does, or a sign for anybody. */
const mailboxIn = (text: string): string => {
  const name = text.slice(0, Math.max(0, text.lastIndexOf('@')));
  return name === '*' ? '' : name;
};

/** As addressees are compared: lower case, the domain as DNS has it. Empty where it is neither an address nor a domain. */
const addresseeIn = (typed: string): string => {
  const text = typed.trim().replace(/^<|>$/g, '');
  if (text.includes('://')) return domainIn(text);
  const address = text.replace(/^mailto:/i, '');
  const mailbox = mailboxIn(address);
  const domain = domainIn(address.slice(address.lastIndexOf('@') + 1));
  if (domain === '' || /[\s\p{C}@<>,;:"()[\]\\]/u.test(mailbox) || mailbox.length > 64) return '';
  return mailbox === '' ? domain : `${mailbox.toLowerCase()}@${domain}`;
};

/** A mail address, or a domain for everybody there. A web address, and `@` or `*@` before a domain, become the domain. */
export const addresseeSchema = z
  .string()
  .max(2000)
  .overwrite(addresseeIn)
  .min(1, 'Write a mail address such as robin@example.com, or one domain such as example.com.');

const read = (addressee: string): readonly string[] => {
  const parsed = addresseeSchema.safeParse(addressee);
  return parsed.success ? [parsed.data] : [];
};

/** A list with commas, in whichever spelling each was told; what nobody can have been told is left out. */
export const readAddressees = (list: string): readonly string[] => [...new Set(list.split(',').flatMap(read))];

/** What rules may name somebody by: their address, and its domain. */
export const addresseesOf = (address: string): readonly string[] =>
  read(address).flatMap((one) => (one.includes('@') ? [one, one.slice(one.lastIndexOf('@') + 1)] : [one]));

/** In one rule. */
export const mostAddresseesOfRule = 100;

/** In all rules together: each mail that may depend on them is told all. */
export const mostAddressees = 500;
