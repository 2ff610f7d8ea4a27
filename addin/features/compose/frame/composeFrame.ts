import type { StandInItem } from '../../../office/standIn/standInItem.ts';
import { openStandInOffice, type StandInOffice } from '../../../office/standIn/standInOffice.ts';
import { CONNECT, isShown, type FromFrame, type Step, type ToFrame } from './frameMessages.ts';
import { openStandInBridge } from './standInBridge.ts';

/**
 * Plays Outlook for the compose preview: defines as much of Office as the event handler touches, loads the very
 * launchevent.js Outlook loads, and fires its handlers. Everything it shows the pane it has seen the handler do.
 */

type Start = Extract<ToFrame, { type: 'start' }>;
type Report = (step: Step) => void;

/** The run the handler is busy with; a late answer of an earlier one reports to nobody. */
let report: Report = () => undefined;
let item: StandInItem | null = null;
let previewOf: string | null = null;

function send(port: MessagePort, message: FromFrame): void {
  port.postMessage(message);
}

/** The code of a problem, read from a copy so that the handler still finds the body. */
async function problemCode(response: Response): Promise<string | null> {
  if (response.status < 400) return null;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  const code: unknown = typeof body === 'object' && body !== null && 'code' in body ? body.code : null;
  return typeof code === 'string' ? code : null;
}

/** Outlook's question is for one's own signature; an admin who looks at somebody else's asks for that instead. No Outlook is told of. */
function asPreview(input: RequestInfo | URL): RequestInfo | URL {
  if (typeof input !== 'string' || !URL.canParse(input)) return input;
  const url = new URL(input);
  if (url.pathname !== '/api/me/signature') return input;
  url.searchParams.delete('client');
  if (previewOf === null) return url.href;
  url.pathname = `/api/teammates/${previewOf}/signature`;
  url.searchParams.delete('from');
  return url.href;
}

function watchFetch(): void {
  const original = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const reportHere = report;
    try {
      const response = await original(asPreview(input), init);
      reportHere({ kind: 'request', status: response.status, code: await problemCode(response) });
      return response;
    } catch (error) {
      reportHere({ kind: 'request', status: null, code: null });
      throw error;
    }
  };
}

/** Asks the pane for a token, one answer per request. */
function openTokenSource(port: MessagePort) {
  const waiting = new Map<string, (token: string | null) => void>();
  return {
    ask: async (): Promise<string | null> => {
      const reportHere = report;
      const requestId = crypto.randomUUID();
      const token = await new Promise<string | null>((resolve) => {
        waiting.set(requestId, resolve);
        send(port, { type: 'needToken', requestId });
      });
      reportHere({ kind: 'token', given: token !== null });
      return token;
    },
    take: (requestId: string, token: string | null): void => {
      waiting.get(requestId)?.(token);
      waiting.delete(requestId);
    },
  };
}

function loadHandler(port: MessagePort): void {
  const script = document.createElement('script');
  script.src = '/launchevent.js';
  script.addEventListener('load', () => send(port, { type: 'ready' }));
  script.addEventListener('error', () => send(port, { type: 'broken' }));
  document.head.append(script);
}

/** Fires one event and resolves once the handler calls `completed()`. */
function run(office: StandInOffice, start: Start, port: MessagePort): Promise<void> {
  const firedAt = performance.now();
  const tell: Report = (step) => {
    const ms = Math.round(performance.now() - firedAt);
    send(port, { type: 'step', runId: start.runId, step: { ...step, ms } });
  };
  report = tell;
  previewOf = start.mail.previewOf;
  if (start.event === 'onMessageFromChanged' && item) item.changeFrom(start.mail.from);
  else item = office.compose(start.mail, start.mail.from);
  tell({ kind: 'fired', event: start.event });
  return new Promise((resolve) => {
    const completed = (): void => {
      tell({ kind: 'completed' });
      resolve();
    };
    const handler = office.handlers.get(start.event);
    if (handler) handler({ completed });
    else completed();
  });
}

/** Outlook gives each mail its own run; here they wait for each other, and only the newest of those waiting runs. */
function openQueue(office: StandInOffice, port: MessagePort) {
  let newest = 0;
  let tail = Promise.resolve();
  return (start: Start): void => {
    newest = start.runId;
    tail = tail.then(() => (start.runId === newest ? run(office, start, port) : undefined));
  };
}

function connect(port: MessagePort): void {
  const tokens = openTokenSource(port);
  const office = openStandInOffice({
    account: '',
    hostName: 'OutlookWebApp',
    nestedAppAuth: true,
    report: (happening) => {
      if (isShown(happening)) report(happening);
    },
  });
  const start = openQueue(office, port);
  Object.assign(window, {
    Office: office.office,
    OfficeRuntime: office.officeRuntime,
    nestedAppAuthBridge: openStandInBridge(tokens.ask),
  });
  watchFetch();
  port.addEventListener('message', ({ data }: MessageEvent<ToFrame>) => {
    if (data.type === 'start') start(data);
    else tokens.take(data.requestId, data.token);
  });
  port.start();
  loadHandler(port);
}

/** Only the page that embeds us, of our own origin, may play; a second hello is ignored. */
function awaitPane(event: MessageEvent<unknown>): void {
  const [port] = event.ports;
  if (event.origin !== window.location.origin || event.source !== window.parent || !port) return;
  if (event.data !== CONNECT) return;
  window.removeEventListener('message', awaitPane);
  connect(port);
}

if (window.parent !== window) window.addEventListener('message', awaitPane);
