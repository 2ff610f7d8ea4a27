import { officeMethod } from '../officeMethod.ts';
import { openStandInBody } from './standInBody.ts';
import type { Report, StandInMail } from './standInMail.ts';

function openSessionData() {
  const values = new Map<string, string>();
  return {
    getAsync: officeMethod((name) => values.get(String(name)) ?? new Error('KeyNotFound')),
    setAsync: officeMethod((name, value) => void values.set(String(name), String(value))),
  } satisfies Pick<Office.SessionData, 'getAsync' | 'setAsync'>;
}

function openNotices(report: Report) {
  const show = (_key: unknown, message: unknown): void => {
    const { type, message: text } = message as Office.NotificationMessageDetails;
    const notice = type === 'insightMessage' ? 'insightMessage' : 'informationalMessage';
    report({ kind: 'noticeShown', notice, text: String(text) });
  };
  return {
    replaceAsync: officeMethod(show),
    removeAsync: officeMethod(() => report({ kind: 'noticeRemoved' })),
  } satisfies Pick<Office.NotificationMessages, 'replaceAsync' | 'removeAsync'>;
}

const inline = 'inline:';

/** An id is what Outlook calls the attachment; here it is its name with something before it. Inline ones stay. */
function openAttachments(report: Report) {
  return {
    addFileAttachmentFromBase64Async: officeMethod((_content, name, options) => {
      report({ kind: 'imageAttached', name: String(name) });
      const { isInline } = options as { readonly isInline?: boolean };
      return `${isInline === true ? inline : 'id:'}${String(name)}`;
    }),
    removeAttachmentAsync: officeMethod((id) =>
      String(id).startsWith(inline)
        ? new Error('InlineAttachmentIdNotSupported')
        : report({ kind: 'imageRemoved', name: String(id).slice('id:'.length) }),
    ),
  } satisfies Pick<Office.MessageCompose, 'addFileAttachmentFromBase64Async' | 'removeAttachmentAsync'>;
}

interface ItemOptions {
  readonly report: Report;
  readonly onWeb: boolean;
  readonly canAttach: boolean;
}

/** Outlook knows of addresses in its directory that they are people there; it is not asked here. */
const recipientOf = (emailAddress: string) => ({ emailAddress, displayName: emailAddress, recipientType: 'other' });

/** The item being composed, as far as the handler and the pane use it. */
export function openStandInItem(mail: StandInMail, { report, onWeb, canAttach }: ItemOptions) {
  let from = mail.from;
  let to = mail.to ?? [];
  const sender = officeMethod(() => ({ displayName: from, emailAddress: from }));
  const noRecipients = { getAsync: officeMethod(() => []) };
  const body = openStandInBody(mail, { report, addsText: onWeb });
  return {
    /**
     * What the From button does; Outlook raises OnMessageFromChanged afterwards. `clears`: it takes the signature out, as
     * some Outlooks do (office-js #2211).
     */
    changeFrom: (address: string, { clears = false } = {}) => {
      from = address;
      if (clears) body.takeOutSignature();
    },
    /** What a person does in the To field; Outlook raises OnMessageRecipientsChanged afterwards. */
    address: (...addresses: readonly string[]) => void (to = addresses),
    /** What a person types above the signature. */
    type: body.type,
    /** What a person writes into the signature. */
    typeIntoSignature: body.typeIntoSignature,
    itemType: mail.kind as Office.MailboxEnums.ItemType,
    body: body.office,
    sessionData: openSessionData(),
    notificationMessages: openNotices(report),
    ...(canAttach ? openAttachments(report) : {}),
    from: { getAsync: sender } satisfies Pick<Office.From, 'getAsync'>,
    organizer: { getAsync: sender } satisfies Pick<Office.Organizer, 'getAsync'>,
    to: { getAsync: officeMethod(() => to.map(recipientOf)) } satisfies Pick<Office.Recipients, 'getAsync'>,
    cc: noRecipients,
    bcc: noRecipients,
    getInitializationContextAsync: officeMethod(() => mail.opensWith ?? ''),
    getComposeTypeAsync: officeMethod(() => ({ composeType: mail.composeType, coercionType: mail.format })),
    isClientSignatureEnabledAsync: officeMethod(() => true),
    disableClientSignatureAsync: officeMethod(() => report({ kind: 'clientSignatureDisabled' })),
  } satisfies Pick<
    Office.MessageCompose,
    'getComposeTypeAsync' | 'isClientSignatureEnabledAsync' | 'disableClientSignatureAsync'
  > &
    Record<string, unknown>;
}

export type StandInItem = ReturnType<typeof openStandInItem>;
