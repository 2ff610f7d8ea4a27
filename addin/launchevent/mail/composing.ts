import type { ComposeType } from '../../../server/src/contract/signatures/me.ts';
import { askOffice } from './callOffice.ts';
import type { ComposeItem } from './composeItem.ts';
import { canAttach } from './inlineImages.ts';
import { readRecipients, type Addressed } from './recipients.ts';

/** What is being written, by whom, and how a signature gets into it. */
export interface Composing {
  composeType: ComposeType;
  /** Outlook says itself that it is new, so nothing is quoted in it; it is taken for new also where Outlook does not tell. */
  isSurelyNew: boolean;
  format: 'html' | 'text';
  /** The mailbox that is open, and the address mail is sent from: not the same with shared mailboxes. */
  account: string;
  /** Lower case: Outlook writes the same address now in one way, now in another. */
  from: string;
  /** False where Outlook did not tell yet: then `from` is the mailbox. */
  isSenderTold: boolean;
  /** Null where nobody is addressed yet, or no rule asks. */
  recipients: Addressed | null;
  /**
   * Outlook on the web and the new Outlook set signatures on messages only; in an appointment the text goes on top of
   * the body. Clients before Mailbox 1.10 have no signature call at all: there it goes where the cursor is, and only by
   * hand, since they raise no events either.
   * https://learn.microsoft.com/javascript/api/outlook/office.body#outlook-office-body-setsignatureasync-member(1)
   */
  placement: 'signature' | 'prepend' | 'cursor';
  /** Whether images can be attached to this mail; the server leaves them where they are else. */
  images: 'attached' | 'hosted';
  /** False where a second signature is added to the first: text, and appointments, on the web (office-js #2038). */
  isReplaceable: boolean;
}

const WEB_HOSTS = ['OutlookWebApp', 'newOutlookWindows'];
const PHONES = ['OutlookIOS', 'OutlookAndroid'];

const hostName = (): string => Office.context.mailbox.diagnostics.hostName;

/** They say that they have an old requirement set, and take signatures all the same. */
export const isPhone = (): boolean => PHONES.indexOf(hostName()) >= 0;

export const isMac = (): boolean => String(Office.context.platform) === 'Mac';

const isClassic = (): boolean => hostName() === 'Outlook' && !isMac();

/**
 * An image that is attached while somebody forwards can cost them the attachments of the forwarded mail in classic Outlook
 * (office-js #4860, #4331), so there it stays on the server. Null: Outlook did not tell, and it may be a forward.
 */
export const imagesFor = (composeType: ComposeType | null, attaches: boolean): Composing['images'] =>
  attaches && !(isClassic() && (composeType === null || composeType === 'forward')) ? 'attached' : 'hosted';

/** The library has the calls in every client, whether or not the client answers them. */
const takesSignatures = (item: ComposeItem): boolean =>
  typeof item.body.setSignatureAsync === 'function' &&
  (isPhone() || Office.context.requirements.isSetSupported('Mailbox', '1.10'));

/** Wants to know the real type, since a signature as HTML on a plain-text body is refused. */
interface BodyKind {
  /** Empty where Outlook does not tell. */
  composeType: string;
  coercionType: string;
}

function isComposeType(value: string): value is ComposeType {
  return value === 'newMail' || value === 'reply' || value === 'forward';
}

async function readKind(item: ComposeItem, isAppointment: boolean): Promise<BodyKind> {
  const kind = isAppointment ? null : await askOffice<BodyKind | null>((done) => item.getComposeTypeAsync(done), null);
  if (kind) return kind;
  const coercionType = await askOffice<Office.CoercionType>(
    (done) => item.body.getTypeAsync(done),
    Office.CoercionType.Html,
  );
  return { composeType: isAppointment ? 'newMail' : '', coercionType };
}

export const ownAddress = (): string => Office.context.mailbox.userProfile.emailAddress;

export const isAppointmentItem = (item: ComposeItem): boolean =>
  item.itemType === Office.MailboxEnums.ItemType.Appointment;

/**
 * The address a mail is sent from. Of a forwarded meeting Outlook names the organizer (office-js #3528); whoever sits at
 * the keyboard signs, so of meetings it is the mailbox. Null where Outlook does not tell.
 */
export async function readSender(item: ComposeItem): Promise<string | null> {
  if (isAppointmentItem(item)) return ownAddress().toLowerCase();
  const sender = await askOffice<Office.EmailAddressDetails | null>((done) => item.from.getAsync(done), null);
  return sender?.emailAddress ? sender.emailAddress.toLowerCase() : null;
}

function placementIn(item: ComposeItem, isAppointment: boolean, onWeb: boolean): Composing['placement'] {
  if (isAppointment && onWeb) return 'prepend';
  return takesSignatures(item) ? 'signature' : 'cursor';
}

/**
 * Reads what Outlook can tell; what it cannot (older clients, mobile) falls back to a new HTML mail of the mailbox.
 * `domains` are the tenant's own where a rule asks about recipients, else null, and then nobody looks at them.
 */
export async function readComposing(item: ComposeItem, domains: readonly string[] | null): Promise<Composing> {
  const isAppointment = isAppointmentItem(item);
  const [kind, sender, recipients] = await Promise.all([
    readKind(item, isAppointment),
    readSender(item),
    domains === null ? null : readRecipients(item, domains),
  ]);
  const onWeb = WEB_HOSTS.indexOf(hostName()) >= 0;
  const format = kind.coercionType === Office.CoercionType.Text ? 'text' : 'html';
  const placement = placementIn(item, isAppointment, onWeb);
  const told = isComposeType(kind.composeType) ? kind.composeType : null;
  return {
    composeType: told ?? 'newMail',
    isSurelyNew: told === 'newMail',
    format,
    account: ownAddress(),
    from: sender ?? ownAddress().toLowerCase(),
    isSenderTold: sender !== null,
    recipients,
    placement,
    images: imagesFor(told, canAttach(item)),
    isReplaceable: placement === 'signature' && (!onWeb || format === 'html'),
  };
}
