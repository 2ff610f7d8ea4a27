import { askOffice } from './callOffice.ts';
import type { ComposeItem } from './composeItem.ts';

/** Whether anybody outside the tenant is addressed. */
export type Addressed = 'internal' | 'external';

/** Of a member of a personal list that was expanded Outlook gives no address (office-js #4456, #2502). */
type Recipient = Pick<Office.EmailAddressDetails, 'recipientType'> & { readonly emailAddress?: string | null };

/**
 * Colleagues in a personal address book are called external by Outlook (@types/office-js, `RecipientType`), so the
 * domain counts first; people and lists of the directory may have an address without one (X500).
 */
function isColleague({ emailAddress, recipientType }: Recipient, domains: readonly string[]): boolean {
  const address = emailAddress ?? '';
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domains.indexOf(domain) >= 0 || recipientType === 'user' || recipientType === 'distributionList';
}

/** Null while nobody is addressed. `domains` are the tenant's own, lower case. Exported for its test. */
export function addressedOf(recipients: readonly Recipient[], domains: readonly string[]): Addressed | null {
  if (recipients.length === 0) return null;
  return recipients.every((recipient) => isColleague(recipient, domains)) ? 'internal' : 'external';
}

/** Who a message goes to, as rules ask it. Null for appointments, and where Outlook does not tell it all. */
export async function readRecipients(item: ComposeItem, domains: readonly string[]): Promise<Addressed | null> {
  const fields = [item.to, item.cc, item.bcc].filter(Boolean);
  const lists = await Promise.all(
    fields.map((field) => askOffice<readonly Recipient[] | null>((done) => field.getAsync(done), null)),
  );
  const addressed = addressedOf(
    lists.reduce<Recipient[]>((all, list) => all.concat(list ?? []), []),
    domains,
  );
  // Those in a field that Outlook does not tell may be anybody.
  return addressed === 'internal' && lists.indexOf(null) >= 0 ? null : addressed;
}
