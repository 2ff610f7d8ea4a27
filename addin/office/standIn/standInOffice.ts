import { resultStatus } from '../officeMethod.ts';
import { openStandInItem, type StandInItem } from './standInItem.ts';
import type { Report, StandInMail } from './standInMail.ts';

export interface StandInOptions {
  /** The mailbox that is open. */
  readonly account: string;
  /** As `mailbox.diagnostics.hostName` gives it. */
  readonly hostName: 'OutlookWebApp' | 'newOutlookWindows' | 'Outlook' | 'OutlookIOS';
  /** Left out: not told, as in the classic runtime. */
  readonly platform?: 'Mac';
  readonly nestedAppAuth: boolean;
  readonly displayLanguage?: string;
  /** Whether images can be attached; left out: no. */
  readonly canAttach?: boolean;
  readonly report: Report;
}

export type EventHandler = (event: Pick<Office.MailboxEvent, 'completed'>) => void;

/** What `OfficeRuntime.storage` offers, kept in memory. */
function openStorage() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => Promise.resolve(values.get(key) ?? null),
    setItem: (key: string, value: string) => Promise.resolve(void values.set(key, value)),
    removeItem: (key: string) => Promise.resolve(void values.delete(key)),
  };
}

/**
 * As much of Office as the event handler touches, so that the built handler runs unchanged outside Outlook: in the
 * compose preview and in its contract test. It decides nothing the handler should decide.
 */
export function openStandInOffice(options: StandInOptions) {
  const handlers = new Map<string, EventHandler>();
  const mailbox = {
    diagnostics: { hostName: options.hostName, hostVersion: '16.0' },
    userProfile: { emailAddress: options.account },
    item: null as StandInItem | null,
  };
  const requirements = {
    isSetSupported: (name: string) => name !== 'NestedAppAuth' || options.nestedAppAuth,
  } satisfies Pick<Office.RequirementSetSupport, 'isSetSupported'>;
  const actions = {
    associate: (name: string, handler: EventHandler) => void handlers.set(name, handler),
  } satisfies Pick<Office.Actions, 'associate'>;
  return {
    office: {
      AsyncResultStatus: resultStatus,
      CoercionType: { Html: 'html', Text: 'text' },
      MailboxEnums: { ItemType: { Message: 'message', Appointment: 'appointment' } },
      onReady: () => Promise.resolve({ host: 'Outlook', platform: 'OfficeOnline' }),
      actions,
      context: {
        ...{ mailbox, requirements, displayLanguage: options.displayLanguage ?? 'en-US' },
        ...(options.platform && { platform: options.platform }),
      },
    } satisfies Record<
      'AsyncResultStatus' | 'CoercionType' | 'MailboxEnums' | 'onReady' | 'actions' | 'context',
      unknown
    >,
    officeRuntime: { storage: openStorage() },
    handlers,
    /** Opens a compose window; `account` moves to another mailbox. */
    compose: (mail: StandInMail, account = options.account): StandInItem => {
      mailbox.userProfile.emailAddress = account;
      mailbox.item = openStandInItem(mail, {
        canAttach: options.canAttach ?? false,
        report: options.report,
        onWeb: /web/i.test(options.hostName) || options.hostName === 'newOutlookWindows',
      });
      return mailbox.item;
    },
  };
}

export type StandInOffice = ReturnType<typeof openStandInOffice>;
