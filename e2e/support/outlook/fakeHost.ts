/** What stands in the compose window, and what became of it. */
export interface HostMail {
  readonly kind: 'message' | 'appointment';
  readonly isReadOnly: boolean;
  /** What stood in it when it was opened. */
  readonly body: string;
  readonly composeType: 'newMail' | 'reply' | 'forward';
  readonly format: 'html' | 'text';
  from: string;
  /** What add-ins set as the signature, one after the other. */
  readonly sets: { readonly content: string; readonly format: 'html' | 'text' }[];
  isOwnSignatureOn: boolean;
  readonly notices: Record<string, { readonly message: string; readonly type: number }>;
  readonly session: Record<string, string>;
  readonly attached: string[];
  /** Events that the add-in says it is done with. */
  readonly completed: string[];
  /** What the pane was opened with, as from a button in a notice. */
  readonly paneTask: string;
}

export interface HostOptions {
  readonly mailbox: string;
  readonly nestedAppAuth: boolean;
  readonly displayLanguage: string;
  /** The requirement set of the mailbox that this Outlook has. */
  readonly mailboxApi: string;
}

/** What a test does in the window. */
export interface FakeHost {
  mail: HostMail | null;
  /** Opens a page of the add-in in a frame, as Outlook does: unseen for events, beside the mail for the pane. */
  readonly show: (url: string, name: 'events' | 'pane') => void;
  readonly close: (name: 'events' | 'pane') => void;
  readonly isListening: () => boolean;
  readonly raise: (id: string, handler: string) => void;
}

/**
 * The side of Outlook on the web in the conversation with office.js, by what the library was seen to send and to expect
 * (`reference`: npm @microsoft/office-js, outlook-web-16.01). It runs in the window, so everything it needs is inside.
 */
export const startFakeHost = (options: HostOptions): void => {
  interface Message {
    readonly _messageType: number;
    readonly _actionType: number;
    readonly _actionName: string;
    readonly _conversationId: string;
    readonly _correlationId: number;
    readonly _data: Record<string, unknown> & {
      readonly ApiParams?: Record<string, unknown>;
      readonly MethodData?: { readonly DispatchId: number };
      readonly DdaMethod?: { readonly DispatchId: number };
    };
  }
  type Window = MessageEventSource & { postMessage(message: string, target: string): void };
  interface Listener {
    readonly source: Window;
    readonly origin: string;
    readonly message: Message;
  }

  const formats = ['text', 'text', 'text', 'html'] as const;
  const failed = Symbol('failed');
  let listener: Listener | null = null;

  const appContext = {
    _id: 'control',
    _appName: 64,
    _appVersion: '16.01',
    _appUILocale: options.displayLanguage,
    _dataLocale: options.displayLanguage,
    _docUrl: 'https://outlook.office.com/mail/',
    _clientMode: 0,
    _settings: {},
    _reason: 0,
    _requirementMatrix: JSON.stringify({
      Mailbox: options.mailboxApi,
      ...(options.nestedAppAuth ? { NestedAppAuth: '1.1' } : {}),
    }),
    _hostFullVersion: '16.0.0.0',
    _appDomains: [],
    _addinName: 'Undersign',
    _clientWindowWidth: 400,
    _clientWindowHeight: 640,
  };
  const initialData = {
    permissionLevel: 3,
    userEmailAddress: options.mailbox,
    userDisplayName: options.mailbox,
    userTimeZone: 'UTC',
    userProfileType: 'office365',
    hostVersion: '16.0.0.0',
    owaView: 'ThreeColumns',
  };

  const addTo = (mail: HostMail, { data, coercionType }: Record<string, unknown>): unknown => {
    const format = formats[Number(coercionType)] ?? 'text';
    if (mail.isReadOnly || (format === 'html' && mail.format === 'text')) return failed;
    mail.sets.push({ content: String(data), format });
    return null;
  };
  const plain = (content: string): string => new DOMParser().parseFromString(content, 'text/html').body.innerText;
  /** Another signature takes the place of the one before; another text, and what is put into an appointment, does not. */
  const bodyOf = ({ body, kind, format, sets }: HostMail): string => {
    const standing = kind === 'message' && format === 'html' ? sets.slice(-1) : sets;
    const texts = standing.map((set) => (set.format === 'html' ? plain(set.content) : set.content));
    return [...texts, body].join('\n');
  };

  /** By the numbers that office.js gives its methods. */
  const methods: Readonly<Record<number, (mail: HostMail, given: Record<string, unknown>) => unknown>> = {
    13: addTo,
    14: (mail) => mail.format,
    15: () => [],
    35: (mail, { key, message, type }) => {
      mail.notices[String(key)] = { message: String(message), type: Number(type) };
      return null;
    },
    99: (mail) => mail.paneTask,
    36: (mail, { key }) => Reflect.deleteProperty(mail.notices, String(key)),
    37: (mail) => bodyOf(mail),
    23: addTo,
    107: (mail) => ({ address: mail.from, name: mail.from }),
    148: (mail, { name }) => mail.attached.push(String(name)) && String(name),
    173: addTo,
    174: (mail) => ({ composeType: mail.composeType, coercionType: mail.format }),
    175: (mail) => mail.isOwnSignatureOn,
    176: (mail) => {
      if (mail.isReadOnly) return failed;
      mail.isOwnSignatureOn = false;
      return null;
    },
    185: (mail, { name, value }) => {
      mail.session[String(name)] = String(value);
      return null;
    },
    186: (mail, { name }) => mail.session[String(name)] ?? failed,
  };

  /** The library calls what the host has not got all the same. */
  const since: Readonly<Record<number, number>> = { 173: 10, 174: 10, 175: 10, 176: 10, 185: 11, 186: 11 };
  const minor = Number(options.mailboxApi.split('.')[1]);

  const execute = ({ ApiParams = {}, MethodData }: Message['_data']): unknown => {
    const id = MethodData?.DispatchId ?? 0;
    const method = minor < (since[id] ?? 0) ? undefined : methods[id];
    const value = method && host.mail ? method(host.mail, ApiParams) : failed;
    return value === failed ? { error: true, errorCode: 9000 } : { error: false, wasSuccessful: true, data: value };
  };

  /** Of the methods of every Office app only the end of an event matters here. */
  const executeCommon = (data: Message['_data']): unknown => {
    if (data.DdaMethod?.DispatchId === 94) host.mail?.completed.push(String(Reflect.get(data, '0')));
    return { Version: 1, Error: 0 };
  };

  const answerTo = ({ _actionName: name, _data: data }: Message): unknown => {
    switch (name) {
      case 'ContextActivationManager_getAppContextAsync':
        return appContext;
      case 'GetInitialData':
        return { ...initialData, itemType: host.mail?.kind === 'appointment' ? 5 : 4 };
      case 'ExecuteMethod':
        return execute(data);
      case 'executeMethod':
        return executeCommon(data);
      default:
        return null;
    }
  };

  const send = ({ source, origin, message }: Listener, kind: 'answer' | 'event', data: unknown): void => {
    const { _actionName, _conversationId, _correlationId } = message;
    const back = { _messageType: 1, _actionName, _conversationId, _correlationId, _errorCode: 0, _data: data };
    const origins = { _origin: window.location.origin, _serializerVersion: 1 };
    source.postMessage(JSON.stringify({ ...back, ...origins, _responseType: kind === 'answer' ? 0 : 1 }), origin);
  };

  window.addEventListener('message', ({ data, source, origin }: MessageEvent<unknown>) => {
    if (typeof data !== 'string' || !data.startsWith('{') || !source) return;
    const message = JSON.parse(data) as Message;
    if (message._messageType !== 0) return;
    const from = { source: source as Window, origin, message };
    if (message._actionType === 1) {
      // The pane registers too, and hears of none.
      const isHandler = document.querySelector<HTMLIFrameElement>('#events')?.contentWindow === source;
      if (isHandler && message._actionName.includes('appCommandInvoked')) listener = from;
      send(from, 'answer', { Version: 1, Error: 0 });
    } else send(from, 'answer', answerTo(message));
  });

  const host: FakeHost = {
    mail: null,
    show: (url, name) => {
      const frame = document.createElement('iframe');
      frame.id = name;
      frame.name = JSON.stringify({
        baseFrameName: name,
        hostInfo: `Outlook|Web|16.01|${options.displayLanguage}|correlation|`,
        xdmInfo: `${name}|control|https://outlook.office.com/mail/`,
        serializerVersion: 1,
      });
      frame.allow = 'local-network-access *';
      frame.style.cssText = name === 'pane' ? 'width: 320px; height: 570px; border: 0' : 'display: none';
      frame.src = url;
      document.body.append(frame);
    },
    close: (name) => {
      if (name === 'events') listener = null;
      document.getElementById(name)?.remove();
    },
    isListening: () => listener !== null,
    raise: (id, handler) => {
      if (listener) send(listener, 'event', [id, handler, JSON.stringify({ type: handler, source: { id } })]);
    },
  };
  Object.assign(window, { fakeHost: host });
};
