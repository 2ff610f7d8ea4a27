import type { Texts } from './manifestTexts.ts';

/** Where Outlook shows something of an add-in, by the names both manifests have for it. */
export const surfaces = {
  read: { xml: 'MessageReadCommandSurface', unified: 'mailRead' },
  compose: { xml: 'MessageComposeCommandSurface', unified: 'mailCompose' },
  appointment: { xml: 'AppointmentOrganizerCommandSurface', unified: 'meetingDetailsOrganizer' },
} as const;

export type Surface = keyof typeof surfaces;

export interface Button {
  readonly id: string;
  readonly label: keyof Texts;
  readonly tip: keyof Texts;
  readonly surfaces: readonly Surface[];
  /** Phones have one surface: a message that is read. */
  readonly isOnPhones: boolean;
  /** Null opens the pane; else what the built handler associates under this name. */
  readonly runs: string | null;
}

/** The buttons, in the order of the ribbon. */
export const buttons: readonly Button[] = [
  {
    id: 'open',
    label: 'open',
    tip: 'openTip',
    surfaces: ['read', 'compose', 'appointment'],
    // Without it nobody could sign in on a phone.
    isOnPhones: true,
    runs: null,
  },
  {
    id: 'insert',
    label: 'insert',
    tip: 'insertTip',
    surfaces: ['compose', 'appointment'],
    isOnPhones: false,
    runs: 'insertSignature',
  },
];

interface HandledEvent {
  readonly xml: string;
  readonly unified: string;
  /** The name the built handler associates. */
  readonly handler: string;
  /** The first requirement set with the event. */
  readonly since: string;
  readonly isOnPhones: boolean;
}

/**
 * The events we answer: https://learn.microsoft.com/office/dev/add-ins/develop/event-based-activation. Each one more
 * makes every administrator consent again, and until then their people are without a signature.
 */
export const events: readonly HandledEvent[] = [
  {
    xml: 'OnNewMessageCompose',
    unified: 'newMessageComposeCreated',
    handler: 'onNewMessageCompose',
    since: '1.10',
    isOnPhones: true,
  },
  {
    xml: 'OnMessageFromChanged',
    unified: 'messageFromChanged',
    handler: 'onMessageFromChanged',
    since: '1.13',
    isOnPhones: true,
  },
  {
    xml: 'OnMessageRecipientsChanged',
    unified: 'messageRecipientsChanged',
    handler: 'onMessageRecipientsChanged',
    since: '1.11',
    isOnPhones: true,
  },
  {
    xml: 'OnNewAppointmentOrganizer',
    unified: 'newAppointmentOrganizerCreated',
    handler: 'onNewAppointmentOrganizer',
    since: '1.10',
    isOnPhones: false,
  },
];

/** Enough to read the item at hand and to set its signature; the mailbox around it stays closed. */
export const permission = { xml: 'ReadWriteItem', unified: 'MailboxItem.ReadWrite.User' } as const;

/**
 * That of the unified manifest for what `SupportsSharedFolders` says in the XML one: a shared mailbox in a tab of its own, and
 * mail written from it in new Outlook, which have neither events nor buttons else.
 */
export const sharedFolders = 'Mailbox.SharedFolder';

/**
 * Installs on phones and on Exchange Server too, there for classic Outlook: the address of a company's own Outlook on the web is
 * none that may frame us. What is newer runs where the client has it.
 */
export const leastMailbox = '1.5';

export const desktopIconSizes = [16, 32, 80] as const;
/** Phones take each of them once, twice and three times as sharp. */
export const phoneIconSizes = [25, 32, 48] as const;
export const phoneIconScales = [1, 2, 3] as const;

export const pages = {
  pane: 'taskpane.html',
  handlerPage: 'launchevent.html',
  handlerScript: 'launchevent.js',
} as const;

export const iconFile = (size: number): string => `icons/icon-${size}.png`;
