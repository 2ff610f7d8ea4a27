import { domainToASCII, domainToUnicode } from 'node:url';
import type { Repositories } from '../../ports/repositories.ts';

/** As the directory says. None where it was never read: then Outlook's own word counts. */
export const readOwnDomains = async (
  { connections }: Pick<Repositories, 'connections'>,
  tenantId: string,
): Promise<readonly string[]> => (await connections.get(tenantId))?.value.organization?.domains ?? [];

/** Lower case, and IDN in both ways that mail addresses have it, since they are compared as Outlook tells them. */
export const inEverySpelling = (domains: readonly string[]): string[] => [
  ...new Set(domains.flatMap((domain) => spellingsOf(domain.toLowerCase()))),
];

/** Addresses and domains, as Outlook may tell them. */
export const addresseesInEverySpelling = (addressees: readonly string[]): string[] =>
  addressees.flatMap((addressee) => {
    const at = addressee.lastIndexOf('@') + 1;
    return inEverySpelling([addressee.slice(at)]).map((domain) => addressee.slice(0, at) + domain);
  });

export const isOwnDomain = (own: readonly string[]): ((domain: string) => boolean) => {
  const spelled = new Set(inEverySpelling(own));
  return (domain) => spelled.has(domain);
};

/** What is no name of DNS has no other spelling. */
const spellingsOf = (domain: string): readonly string[] =>
  [domain, domainToASCII(domain), domainToUnicode(domain)].filter((spelling) => spelling !== '');
