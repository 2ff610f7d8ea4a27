import type { ComposeType } from '../../server/src/contract/me.ts';

/** One mail or appointment as if somebody had just started it. */
export interface StandInMail {
  readonly kind: 'message' | 'appointment';
  readonly composeType: ComposeType;
  readonly format: 'html' | 'text';
  /** The address it is sent from. */
  readonly from: string;
  /** Whose signature is looked at, by their id; null for one's own. */
  readonly previewOf: string | null;
  /** Text that stands in it when it is opened. */
  readonly body?: string;
}

/** What Outlook would have seen the add-in do. */
export type StandInHappening =
  | { readonly kind: 'clientSignatureDisabled' }
  | { readonly kind: 'signatureSet'; readonly content: string; readonly format: 'html' | 'text' }
  | { readonly kind: 'prepended'; readonly content: string; readonly format: 'html' | 'text' };

export interface StandInOptions {
  /** The mailbox that is open. */
  readonly account: string;
  /** As `mailbox.diagnostics.hostName` gives it. */
  readonly hostName: 'OutlookWebApp' | 'newOutlookWindows' | 'Outlook' | 'OutlookIOS';
  readonly nestedAppAuth: boolean;
  readonly report: (happening: StandInHappening) => void;
}

export type EventHandler = (event: Pick<Office.MailboxEvent, 'completed'>) => void;

type Done = (result: Pick<Office.AsyncResult<unknown>, 'status' | 'value' | 'error'>) => void;

/** Office sends these as words; @types/office-js declares an enum without values, hence the casts. */
const resultStatus = {
  Succeeded: 'succeeded' as unknown as Office.AsyncResultStatus,
  Failed: 'failed' as unknown as Office.AsyncResultStatus,
};

/** Office's error objects carry a name and a number as well. */
function officeError(name: string): Office.Error {
  return { name, message: name, code: 9000 };
}

function callbackOf(args: readonly unknown[]): Done {
  const last = args.at(-1);
  return typeof last === 'function' ? (last as Done) : () => undefined;
}

/**
 * An Office method: any arguments, then a callback which, as in Outlook, is called later and never at once. A value that
 * is an Error becomes a failed result.
 */
export function officeMethod(answer: (...args: unknown[]) => unknown): (...args: unknown[]) => void {
  return (...args) => {
    const value = answer(...args);
    const done = callbackOf(args);
    const failed = value instanceof Error;
    queueMicrotask(() =>
      done({
        status: failed ? resultStatus.Failed : resultStatus.Succeeded,
        value: failed ? undefined : value,
        error: failed ? officeError(value.message) : (undefined as unknown as Office.Error),
      }),
    );
  };
}

function formatOf(options: unknown): 'html' | 'text' {
  const isHtml = (options as Office.CoercionTypeOptions | undefined)?.coercionType === 'html';
  return isHtml ? 'html' : 'text';
}

/** Refuses what Outlook refuses: HTML in a plain-text body, and more than 30,000 characters. */
function refusal(mail: StandInMail, content: unknown, format: 'html' | 'text'): Error | null {
  if (typeof content !== 'string') return new Error('ParameterError');
  if (format === 'html' && mail.format === 'text') return new Error('InvalidFormatError');
  return content.length > 30_000 ? new Error('DataExceedsMaximumSize') : null;
}

/** Writing into the body, reported and refused as Outlook would. */
function openBody(mail: StandInMail, report: StandInOptions['report']) {
  const take = (kind: 'signatureSet' | 'prepended') =>
    officeMethod((content, options) => {
      const format = formatOf(options);
      const refused = refusal(mail, content, format);
      if (refused) return refused;
      report({ kind, content: String(content), format });
      return undefined;
    });
  return {
    getTypeAsync: officeMethod(() => mail.format),
    getAsync: officeMethod(() => mail.body ?? ''),
    setSignatureAsync: take('signatureSet'),
    prependAsync: take('prepended'),
  } satisfies Pick<Office.Body, 'getTypeAsync' | 'getAsync' | 'setSignatureAsync' | 'prependAsync'>;
}

function openSessionData() {
  const values = new Map<string, string>();
  return {
    getAsync: officeMethod((name) => values.get(String(name)) ?? new Error('KeyNotFound')),
    setAsync: officeMethod((name, value) => void values.set(String(name), String(value))),
  } satisfies Pick<Office.SessionData, 'getAsync' | 'setAsync'>;
}

/** The item being composed. A From button, an organizer and the signature switch, as far as the handler uses them. */
function openStandInItem(mail: StandInMail, report: StandInOptions['report']) {
  let from = mail.from;
  const sender = officeMethod(() => ({ displayName: from, emailAddress: from }));
  return {
    /** What the From button does; Outlook raises OnMessageFromChanged afterwards. */
    changeFrom: (address: string) => void (from = address),
    itemType: mail.kind as Office.MailboxEnums.ItemType,
    body: openBody(mail, report),
    sessionData: openSessionData(),
    from: { getAsync: sender } satisfies Pick<Office.From, 'getAsync'>,
    organizer: { getAsync: sender } satisfies Pick<Office.Organizer, 'getAsync'>,
    getComposeTypeAsync: officeMethod(() => ({ composeType: mail.composeType, coercionType: mail.format })),
    isClientSignatureEnabledAsync: officeMethod(() => true),
    disableClientSignatureAsync: officeMethod(() => report({ kind: 'clientSignatureDisabled' })),
  } satisfies Pick<
    Office.MessageCompose,
    'getComposeTypeAsync' | 'isClientSignatureEnabledAsync' | 'disableClientSignatureAsync'
  > &
    Record<'itemType' | 'body' | 'sessionData' | 'from' | 'organizer' | 'changeFrom', unknown>;
}

export type StandInItem = ReturnType<typeof openStandInItem>;

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
    diagnostics: { hostName: options.hostName },
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
      context: { mailbox, requirements },
    } satisfies Record<
      'AsyncResultStatus' | 'CoercionType' | 'MailboxEnums' | 'onReady' | 'actions' | 'context',
      unknown
    >,
    officeRuntime: { storage: openStorage() },
    handlers,
    /** Opens a compose window; `account` moves to another mailbox. */
    compose: (mail: StandInMail, account = options.account): StandInItem => {
      mailbox.userProfile.emailAddress = account;
      mailbox.item = openStandInItem(mail, options.report);
      return mailbox.item;
    },
  };
}

export type StandInOffice = ReturnType<typeof openStandInOffice>;
