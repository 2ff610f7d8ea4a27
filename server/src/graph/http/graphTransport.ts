import { lacksPermissions } from '../../domain/connection/connection.ts';
import { DirectoryError } from '../../domain/errors.ts';
import { isFresh } from '../../domain/schedule/clockSetRight.ts';
import type { Clock } from '../../ports/clock.ts';
import type { DirectoryWait } from '../../ports/directory/directoryReader.ts';
import type { AppToken, AppTokens } from '../../ports/identity.ts';
import type { Logger } from '../../ports/telemetry/logger.ts';
import type { Meter } from '../../ports/telemetry/meter.ts';
import { AnswerTooLarge, readBounded } from '../../ports/readBounded.ts';
import type { Tracer } from '../../ports/telemetry/tracer.ts';
import { pathTemplate } from './pathTemplate.ts';
import { throttled, tooLarge, translateGraphError, unreachable, type GraphResponse } from './graphErrors.ts';
import { outcomeOf } from './graphOutcome.ts';
import { isPassing, isPassingRead } from './isPassing.ts';
import { foreignLink, isOwnLink } from './ownLink.ts';
import { openPacer, type Pacer } from './pacer.ts';
import { openWaits } from './openWaits.ts';
import { givesUp, nextWait, ofPeople, ofRuns, type Patience } from './patience.ts';
import { retryAfter } from './retryAfter.ts';

export type GraphMethod = 'GET' | 'POST' | 'PATCH' | 'DELETE';

export interface GraphRequest {
  readonly url: string;
  readonly method?: GraphMethod;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
}

/** Sends requests for one tenant: with a token, paced, and tried again while that can help. */
export interface GraphTransport {
  /**
   * The final answer, whatever its status. Throws DirectoryError when there is none or one that is too large, AdminActionError
   * without a token.
   */
  send(request: GraphRequest): Promise<GraphResponse>;
  /** The JSON of a successful answer; throws the translated error otherwise. */
  readJson(request: GraphRequest): Promise<unknown>;
  requestCount(): number;
  /** What it waits for before it asks again; null while it is not kept waiting. */
  waiting(): DirectoryWait | null;
}

export interface GraphTransportOptions {
  readonly tenantId: string;
  /** Such as https://graph.microsoft.com; tokens go nowhere else. */
  readonly graphUrl: string;
  readonly tokens: AppTokens;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly meter?: Meter | undefined;
  readonly tracer?: Tracer | undefined;
  readonly userAgent?: string;
  readonly pacer?: Pacer;
  /** Somebody sits and waits: give up within seconds rather than after minutes. */
  readonly isUrgent?: boolean;
}

const betterTokenEvery = 60_000;
const attemptTimeout = 100_000;
/** A page of 999 people has two or three megabytes, five photos as they are about thirty. Bytes. */
const largestAnswer = 32 * 1024 * 1024;

type Attempt =
  | { readonly kind: 'answer'; readonly response: GraphResponse }
  | { readonly kind: 'retry'; readonly wait: number | null; readonly last: GraphResponse | DirectoryError };

/** Soon after consent a kept token may lack roles that are granted by now; who lacks them for good is asked seldom. */
const openTokenJudge = (clock: Clock) => {
  let askedAt = new Date(0);
  return ({ permissions }: AppToken, status: number): boolean => {
    if (status === 401) return true;
    const now = clock.now();
    if (status !== 403 || !lacksPermissions(permissions) || isFresh(askedAt, now, betterTokenEvery)) return false;
    askedAt = now;
    return true;
  };
};

export const openGraphTransport = (options: GraphTransportOptions): GraphTransport => {
  const pacer = options.pacer ?? openPacer(options.clock);
  const patience = options.isUrgent === true ? ofPeople : ofRuns;
  const waits = openWaits(options.clock);
  let sent = 0;
  const deservesFreshToken = openTokenJudge(options.clock);

  const once = async (request: GraphRequest, freshToken: boolean): Promise<Attempt> => {
    const token = await options.tokens.acquire(options.tenantId, { fresh: freshToken }).catch(passingFailure);
    if (token instanceof DirectoryError) return { kind: 'retry', wait: null, last: token };
    sent += 1;
    const response = await ask(options, request, token);
    options.meter?.graphAnswered(outcomeOf(response));
    if (response instanceof DirectoryError) return { kind: 'retry', wait: null, last: response };
    if (!freshToken && deservesFreshToken(token, response.status)) return once(request, true);
    if (!isWorthRepeating(request, response)) return { kind: 'answer', response };
    return {
      kind: 'retry',
      wait: retryAfter(response.headers.get('retry-after'), options.clock.now()),
      last: response,
    };
  };

  const send = async (request: GraphRequest): Promise<GraphResponse> => {
    if (!isOwnLink(options.graphUrl, request.url)) throw foreignLink();
    for (let attempt = 0, waited = 0; ; attempt += 1) {
      refuseLongPause(pacer, patience, options.clock);
      await waits.untilResumed(pacer, request.signal);
      const result = await pacer.run(() => once(request, false));
      if (result.kind === 'answer') return result.response;
      const wait = nextWait(result.wait, attempt);
      if (givesUp(patience, { attempts: attempt + 1, waited, wait })) return giveUp(result.last);
      waited += wait;
      options.logger.warn({ msg: 'graph asked again later', path: pathTemplate(request.url), attempt, wait });
      if (outcomeOf(result.last) === 'throttled') {
        options.meter?.graphHeldBack(wait);
        pacer.pause(wait);
      }
      await waits.during(result.last, wait, request.signal);
    }
  };

  return {
    send,
    requestCount: () => sent,
    waiting: waits.first,
    readJson: async (request) => {
      const response = await send(request);
      if (response.status >= 300) throw translateGraphError(response);
      return response.json;
    },
  };
};

const isWorthRepeating = ({ method = 'GET' }: GraphRequest, { status }: GraphResponse): boolean =>
  method === 'GET' ? isPassingRead(status) : isPassing(status);

/** A pause that was asked of a run is not waited out where it is longer than whoever asks now would wait. */
const refuseLongPause = (pacer: Pacer, { longestWait }: Patience, clock: Clock): void => {
  const pause = (pacer.pausedUntil() ?? 0) - clock.now().getTime();
  if (pause > longestWait) throw throttled({ detail: 'Graph asked this tenant to wait for longer.' });
};

const withAgent = (request: GraphRequest, { userAgent }: GraphTransportOptions): GraphRequest =>
  userAgent === undefined ? request : { ...request, headers: { ...request.headers, 'user-agent': userAgent } };

/** One round trip, told to whoever watches. */
const ask = async (
  options: GraphTransportOptions,
  request: GraphRequest,
  { accessToken }: AppToken,
): Promise<GraphResponse | DirectoryError> => {
  const send = () => exchange(withAgent(request, options), accessToken);
  const { tracer } = options;
  if (tracer === undefined) return send();
  const { url, method = 'GET' } = request;
  const template = pathTemplate(url);
  const span = tracer.begin(`${method} ${template}`, 'client', {
    'http.request.method': method,
    'url.template': template,
  });
  let answer: GraphResponse | DirectoryError | null = null;
  try {
    return (answer = await span.within(send));
  } finally {
    const outcome = answer === null ? 'given up' : outcomeOf(answer);
    const status =
      answer === null || answer instanceof DirectoryError ? {} : { 'http.response.status_code': answer.status };
    span.end({
      attributes: { ...status, 'undersign.graph.outcome': outcome },
      failed: outcome === 'ok' ? undefined : outcome,
    });
  }
};

/** Entra being away passes as Graph being away does; a refusal does not, and is thrown. */
const passingFailure = (error: unknown): DirectoryError => {
  if (error instanceof DirectoryError) return error;
  throw error;
};

const giveUp = (last: GraphResponse | DirectoryError): GraphResponse => {
  if (last instanceof DirectoryError) throw last;
  return last;
};

/** A refusal that was cut off would lose its code, and with it what to do about it. */
const saysJson = (response: Response): boolean => /\bjson\b/.test(response.headers.get('content-type') ?? '');

/**
 * One round trip. A broken or cut-off answer comes back as a DirectoryError, so that it is tried again; one that is too large
 * would be so again, and is thrown.
 */
const exchange = async (request: GraphRequest, accessToken: string): Promise<GraphResponse | DirectoryError> => {
  const timeout = AbortSignal.timeout(attemptTimeout);
  const signal = request.signal === undefined ? timeout : AbortSignal.any([request.signal, timeout]);
  try {
    const response = await fetch(request.url, {
      method: request.method ?? 'GET',
      headers: { ...request.headers, authorization: `Bearer ${accessToken}` },
      redirect: 'error',
      signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    const text = await readBounded(response, largestAnswer);
    const json: unknown = text !== '' && (response.ok || saysJson(response)) ? JSON.parse(text) : undefined;
    return { status: response.status, headers: response.headers, text, json };
  } catch (error) {
    request.signal?.throwIfAborted();
    if (error instanceof AnswerTooLarge) throw tooLarge(error);
    return unreachable(error);
  }
};
