import type { ComposeType } from '../../server/src/contract/me.ts';
import { askOffice } from './callOffice.ts';

export type ComposeItem = NonNullable<Office.Mailbox['item']>;

/** What is being written, by whom, and how a signature gets into it. */
export interface Composing {
  composeType: ComposeType;
  format: 'html' | 'text';
  /** The mailbox that is open, and the address mail is sent from: not the same with shared mailboxes. */
  account: string;
  from: string;
  /**
   * Outlook on the web and the new Outlook set signatures on messages only; in an appointment the text goes on top of
   * the body (reference/outlook.md §1.4).
   */
  placement: 'signature' | 'prepend';
}

const WEB_HOSTS = ['OutlookWebApp', 'newOutlookWindows'];

/** Wants to know the real type, since a signature as HTML on a plain-text body is refused. */
interface BodyKind {
  composeType: string;
  coercionType: string;
}

function isComposeType(value: string): value is ComposeType {
  return value === 'newMail' || value === 'reply' || value === 'forward';
}

function readKind(item: ComposeItem, isAppointment: boolean): Promise<BodyKind> {
  const fallback: BodyKind = { composeType: 'newMail', coercionType: Office.CoercionType.Html };
  if (!isAppointment) return askOffice<BodyKind>((done) => item.getComposeTypeAsync(done), fallback);
  return askOffice<Office.CoercionType>((done) => item.body.getTypeAsync(done), Office.CoercionType.Html).then(
    (coercionType) => ({ composeType: 'newMail', coercionType }),
  );
}

async function readSender(item: ComposeItem, isAppointment: boolean): Promise<string | null> {
  const sender = await askOffice<Office.EmailAddressDetails | null>(
    (done) => (isAppointment ? item.organizer.getAsync(done) : item.from.getAsync(done)),
    null,
  );
  return sender?.emailAddress || null;
}

/** Reads what Outlook can tell; what it cannot (older clients, mobile) falls back to a new HTML mail of the mailbox. */
export async function readComposing(item: ComposeItem): Promise<Composing> {
  const mailbox = Office.context.mailbox;
  const isAppointment = item.itemType === Office.MailboxEnums.ItemType.Appointment;
  const [kind, sender] = await Promise.all([readKind(item, isAppointment), readSender(item, isAppointment)]);
  const account = mailbox.userProfile.emailAddress;
  const onWeb = WEB_HOSTS.indexOf(mailbox.diagnostics.hostName) >= 0;
  return {
    composeType: isComposeType(kind.composeType) ? kind.composeType : 'newMail',
    format: kind.coercionType === Office.CoercionType.Text ? 'text' : 'html',
    account,
    from: sender ?? account,
    placement: isAppointment && onWeb ? 'prepend' : 'signature',
  };
}
