import { askOffice } from './callOffice.ts';
import type { ComposeItem } from './composeItem.ts';

/** Whether anybody outside the tenant is addressed; empty where nobody knows. */
type Side = 'internal' | 'external' | '';

/**
 * Who is addressed, as far as rules ask: `external`, `internal:bob@contoso.com`, `external:fabrikam.com,ada@example.com` or,
 * where it is not known whether all are colleagues, `:fabrikam.com`.
 */
export type Addressed = string;

/** What rules ask about: domains of colleagues, and behind a `?` each address and domain that a rule names. */
export type Asked = readonly string[];

export const askedOf = (domains: readonly string[], addressees: readonly string[]): Asked =>
  domains.concat(addressees.map((addressee) => `?${addressee}`));

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** Of a member of a personal list that was expanded Outlook gives no address (office-js #4456, #2502). */
type Recipient = Pick<Office.EmailAddressDetails, 'recipientType'> & { readonly emailAddress?: string | null };

/**
 * Colleagues in a personal address book are called external by Outlook (@types/office-js, `RecipientType`), so the
 * domain counts first; people and lists of the directory may have an address without one (X500).
 */
function isColleague({ emailAddress, recipientType }: Recipient, domains: readonly string[]): boolean {
  const domain = domainOf(emailAddress ?? '').toLowerCase();
  return domains.indexOf(domain) >= 0 || recipientType === 'user' || recipientType === 'distributionList';
}

/** The address of a request can be only so long (IIS: 2048 with all that is in it): the first of whom rules name are told. */
const MOST_LENGTH = 1000;

function asFit(named: readonly string[]): readonly string[] {
  let length = 0;
  return named.filter((each) => (length += encodeURIComponent(each).length + 3) <= MOST_LENGTH);
}

function namedOf(recipients: readonly Recipient[], domains: Asked): readonly string[] {
  const addresses = recipients.map(({ emailAddress }) => (emailAddress ?? '').toLowerCase());
  const addressed = addresses.concat(addresses.map(domainOf));
  const named = domains.filter((each) => each.charAt(0) === '?').map((each) => each.slice(1));
  return named.filter((each) => addressed.indexOf(each) >= 0);
}

/** Null while nobody is addressed. Those in a field that Outlook does not tell (`isPartial`) may be anybody. */
function addressedOf(recipients: readonly Recipient[], domains: Asked, isPartial = false): Addressed | null {
  if (recipients.length === 0) return null;
  const isInside = recipients.every((recipient) => isColleague(recipient, domains));
  const side: Side = !isInside ? 'external' : isPartial ? '' : 'internal';
  const named = asFit(namedOf(recipients, domains));
  return named.length === 0 ? side || null : `${side}:${named.join(',')}`;
}

/** Who a message goes to, as rules ask it. Null for appointments, and where Outlook does not tell it all. */
export async function readRecipients(item: ComposeItem, domains: Asked): Promise<Addressed | null> {
  const fields = [item.to, item.cc, item.bcc].filter(Boolean);
  const lists = await Promise.all(
    fields.map((field) => askOffice<readonly Recipient[] | null>((done) => field.getAsync(done), null)),
  );
  return addressedOf(
    lists.reduce<Recipient[]>((all, list) => all.concat(list ?? []), []),
    domains,
    lists.indexOf(null) >= 0,
  );
}
