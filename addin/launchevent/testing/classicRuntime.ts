import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import type { StandInItem } from '../../office/standIn/standInItem.ts';
import type { StandInHappening, StandInMail } from '../../office/standIn/standInMail.ts';
import { openStandInOffice, type StandInOffice, type StandInOptions } from '../../office/standIn/standInOffice.ts';
import { openVirtualClock, type VirtualClock } from './virtualClock.ts';

const bundlePath = path.join(import.meta.dirname, '../../../dist/addin/launchevent.js');

export const settings = {
  origin: 'https://undersign.example',
  clientId: '11111111-1111-4111-8111-111111111111',
  authority: 'https://login.microsoftonline.com/22222222-2222-4222-8222-222222222222',
  knownAuthorities: ['login.microsoftonline.com'],
  apiScope: 'api://undersign/access_as_user',
};

export function readBundle(): string {
  if (!existsSync(bundlePath)) throw new Error(`${bundlePath} is missing: run "npm run build" first.`);
  return readFileSync(bundlePath, 'utf8');
}

/** As the server does while serving the file. */
const withSettings = (bundle: string): string =>
  bundle.replace('"__UNDERSIGN_SETTINGS__"', () => JSON.stringify(JSON.stringify(settings)));

/** Compiled once, for thousands of runtimes. */
const compileWith = (change: (bundle: string) => string): (() => vm.Script) => {
  let script: vm.Script | undefined;
  return () => (script ??= new vm.Script(change(readBundle())));
};
const filledIn = compileWith(withSettings);
const notFilledIn = compileWith((bundle) => bundle);

interface Claims {
  [name: string]: string;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Read by nobody but MSAL, which takes the claims and leaves the signature to the API. */
function tokenWith(claims: Claims): string {
  return `${encode({ alg: 'none' })}.${encode(claims)}.`;
}

interface BridgeRequest {
  method: string;
  requestId: string;
}

type Bridge = 'answers' | 'slow' | 'silent';

/** Outlook's side of nested app authentication, as MSAL speaks it; a slow one gives a token after three seconds. */
function openBridge(kind: Bridge, clock: VirtualClock) {
  const claims = { oid: 'o', tid: 't', preferred_username: 'noor@undersign.example', aud: settings.clientId };
  let listener: (message: string) => void = () => undefined;
  const reply = (request: BridgeRequest) => ({
    messageType: 'NestedAppAuthResponse',
    requestId: request.requestId,
    success: true,
    initContext: { sdkName: 'stand-in', sdkVersion: '1' },
    token: { access_token: tokenWith(claims), id_token: tokenWith(claims), expires_in: 3600, properties: null },
    account: { environment: 'login.microsoftonline.com', username: claims.preferred_username },
  });
  return {
    addEventListener: (_name: string, callback: (message: string) => void) => void (listener = callback),
    removeEventListener: () => undefined,
    postMessage: (message: string) => {
      const request = JSON.parse(message) as BridgeRequest;
      const answer = (): void => listener(JSON.stringify(reply(request)));
      if (kind === 'answers' || request.method === 'GetInitContext') queueMicrotask(answer);
      else if (kind === 'slow') clock.setTimeout(answer, 3000);
    },
  };
}

interface ServerRequest {
  readonly url: string;
  readonly headers: Record<string, string>;
}

export type Serve = (request: ServerRequest, clock: VirtualClock) => Promise<unknown>;

/** As much of a Response as the handler reads. */
export function answer(status: number, body: unknown = null, etag: string | null = null) {
  const headers = { get: (name: string) => (name === 'ETag' ? etag : null) };
  return { status, headers, json: () => Promise.resolve(body) };
}

export interface RuntimeOptions extends Partial<Omit<StandInOptions, 'report'>> {
  readonly serve?: Serve;
  readonly bridge?: Bridge | 'none';
  readonly filledIn?: boolean;
  /** False: none; else what an earlier runtime of this client has kept. */
  readonly storage?: boolean | StandInOffice['officeRuntime'];
}

export interface EventOutcome {
  readonly completions: number;
  /** Milliseconds on the virtual clock. */
  readonly completedAt: number;
  readonly happenings: readonly StandInHappening[];
  readonly requests: readonly ServerRequest[];
}

/** Nothing beyond this exists in classic Outlook: no document, location, localStorage, URL or URLSearchParams. */
function classicGlobals(clock: VirtualClock, office: StandInOffice) {
  return {
    Office: office.office,
    setTimeout: clock.setTimeout,
    clearTimeout: clock.clearTimeout,
    console: { log() {}, info() {}, warn() {}, error() {}, debug() {} },
    crypto: globalThis.crypto,
    atob,
    btoa,
    TextEncoder,
    TextDecoder,
  };
}

const storageOf = (office: StandInOffice, { storage }: RuntimeOptions): StandInOffice['officeRuntime'] =>
  typeof storage === 'object' ? storage : office.officeRuntime;

function runBundle(
  clock: VirtualClock,
  globals: object,
  { office, options }: { office: StandInOffice; options: RuntimeOptions },
): void {
  const context = vm.createContext({
    ...globals,
    ...(options.storage === false ? {} : { OfficeRuntime: storageOf(office, options) }),
    ...(options.bridge === 'none' ? {} : { nestedAppAuthBridge: openBridge(options.bridge ?? 'answers', clock) }),
  });
  vm.runInContext('var window = globalThis;', context);
  (options.filledIn === false ? notFilledIn() : filledIn()).runInContext(context);
}

const usualMail = {
  kind: 'message',
  composeType: 'newMail',
  format: 'html',
  from: 'noor@undersign.example',
  previewOf: null,
} as const;

const usualOffice = { account: 'noor@undersign.example', hostName: 'Outlook', nestedAppAuth: true } as const;

/** Loads the built handler the way classic Outlook does and lets a test start mails in it. */
export function openClassicRuntime(options: RuntimeOptions = {}) {
  const clock = openVirtualClock();
  const requests: ServerRequest[] = [];
  let happenings: StandInHappening[] = [];
  const office = openStandInOffice({
    ...usualOffice,
    ...options,
    report: (happening) => void happenings.push(happening),
  });
  const serve: Serve = options.serve ?? (() => Promise.reject(new TypeError('network down')));
  const fetchStandIn = (url: string, init: { headers: Record<string, string> }) => {
    const request = { url, headers: init.headers };
    requests.push(request);
    return serve(request, clock);
  };
  runBundle(clock, { ...classicGlobals(clock, office), fetch: fetchStandIn }, { office, options });

  /** Fires events at the same moment; resolves once each was completed and nothing is under way any more. */
  const fireTogether = async (...names: readonly string[]): Promise<EventOutcome> => {
    happenings = [];
    const seen = happenings;
    const firstRequest = requests.length;
    const startedAt = clock.now();
    let completions = 0;
    let completedAt = Number.POSITIVE_INFINITY;
    for (const name of names)
      office.handlers.get(name)?.({
        completed: () => {
          completions += 1;
          completedAt = clock.now() - startedAt;
        },
      });
    await clock.runUntil(() => completions >= names.length);
    // Whatever was still under way gets its chance to complete a second time or to touch the mail.
    await clock.runUntil(() => false);
    return { completions, completedAt, happenings: seen, requests: requests.slice(firstRequest) };
  };
  return {
    names: [...office.handlers.keys()],
    /** What the pane beside the mail has of it, too. */
    ...{ office: office.office, storage: storageOf(office, options) },
    compose: (mail: Partial<StandInMail> = {}): StandInItem => office.compose({ ...usualMail, ...mail }),
    fire: (name: string) => fireTogether(name),
    fireTogether,
    /** Fires an event and leaves it under way; its outcome holds what happens until the end of the last event. */
    start: (name: string) => {
      happenings = [];
      const seen = happenings;
      office.handlers.get(name)?.({ completed: () => undefined });
      return { happenings: seen };
    },
    /** Lets something happen so many milliseconds from now, while events are under way. */
    after: (milliseconds: number, run: () => void) => void clock.setTimeout(run, milliseconds),
    /** Everything that needs no timer comes to its end. */
    settle: () => clock.settle(),
  };
}
