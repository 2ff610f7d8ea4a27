import type { Clock } from '../../ports/clock.ts';
import { DirectoryError } from '../../domain/errors.ts';
import { openGraphCalls, type GraphCalls } from './graphClient.ts';
import type { GraphTransport } from './graphTransport.ts';
import { isPassingRead } from './isPassing.ts';
import { givesUp, nextWait, ofRuns, type Patience } from './patience.ts';
import { retryAfter } from './retryAfter.ts';

export interface BatchItem {
  readonly id: string;
  /** Relative to /v1.0, with a leading slash. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface BatchAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** How single objects are asked for. */
export interface SingleCalls {
  readonly calls: GraphCalls;
  readonly clock: Clock;
  readonly patience: Patience;
}

interface SinglePlace {
  readonly transport: GraphTransport;
  readonly graphUrl: string;
  readonly clock: Clock;
  /** Left out: a run's. */
  readonly patience?: Patience;
}

/** Waiting ends with the signal as well, because Graph may ask for minutes. */
export const openSingleCalls = (
  { transport, graphUrl, clock, patience = ofRuns }: SinglePlace,
  signal: AbortSignal | undefined,
): SingleCalls => {
  const until: GraphTransport = { ...transport, send: (request) => transport.send({ ...request, signal }) };
  return {
    calls: openGraphCalls(graphUrl, until),
    clock: { now: () => clock.now(), sleep: (milliseconds) => clock.sleep(milliseconds, signal) },
    patience,
  };
};

const batchSize = 20;

interface RawAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * Sends GETs twenty at a time. Each item is throttled on its own inside a 200, so each is tried again on its own; one
 * that was left unanswered is asked again too, because silence does not mean "not found".
 * https://learn.microsoft.com/graph/json-batching
 */
export const sendBatch = async (
  single: SingleCalls,
  items: readonly BatchItem[],
  isPassing = isPassingRead,
): Promise<ReadonlyMap<string, BatchAnswer>> => {
  const answers = new Map<string, BatchAnswer>();
  // A change may name somebody twice, and Graph refuses a batch with two of the same id.
  const distinct = [...new Map(items.map((item) => [item.id, item])).values()];
  for (let start = 0; start < distinct.length; start += batchSize) {
    const chunk = distinct.slice(start, start + batchSize);
    for (const [id, answer] of await sendUntilAnswered(single, chunk, isPassing)) answers.set(id, answer);
  }
  return answers;
};

const sendUntilAnswered = async (
  { calls, clock, patience }: SingleCalls,
  items: readonly BatchItem[],
  isPassing: typeof isPassingRead,
): Promise<ReadonlyMap<string, BatchAnswer>> => {
  const answers = new Map<string, BatchAnswer>();
  let open = items;
  for (let round = 0, waited = 0; ; round += 1) {
    const raw = await sendOnce(calls, open);
    const wait = longestWait(
      raw.filter(({ status }) => isPassing(status)),
      round,
      clock.now(),
    );
    const isLast = givesUp(patience, { attempts: round + 1, waited, wait });
    for (const { id, ...answer } of raw)
      if (isLast || !isPassing(answer.status)) answers.set(id, { status: answer.status, body: answer.body });
    open = open.filter((item) => !answers.has(item.id));
    if (open.length === 0) return answers;
    if (isLast) throw unanswered();
    waited += wait;
    await clock.sleep(wait);
  }
};

const sendOnce = async (calls: GraphCalls, items: readonly BatchItem[]): Promise<readonly RawAnswer[]> => {
  const body = { requests: items.map((item) => ({ method: 'GET', ...item })) };
  const { responses } = (await calls.post('/$batch', body)) as { responses?: readonly RawAnswer[] };
  if (responses === undefined) throw unanswered();
  return responses;
};

const unanswered = (): DirectoryError =>
  new DirectoryError('directory-unavailable', 'Microsoft Graph gave an unreadable answer.');

const longestWait = (answers: readonly RawAnswer[], round: number, now: Date): number => {
  const waits = answers.map(({ headers }) => retryAfter(new Headers(headers).get('retry-after'), now));
  return Math.max(0, ...(waits.length === 0 ? [null] : waits).map((wait) => nextWait(wait, round)));
};
