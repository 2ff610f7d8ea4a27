import type { EventMarks } from '../../../server/src/contract/sync/events.ts';
import { eventTopics, type EventTopic } from '../../../server/src/contract/sync/eventTopics.ts';
import type { ApiClient } from '../client/apiClient.ts';
import { readEvents } from './eventStream.ts';
import { isUnanswered } from '../client/apiProblem.ts';
import { pause } from '../client/pause.ts';

/** Whether news comes by itself; where it does not (`asking`), somebody has to ask, and gets no answer either while `away`. */
export type LiveState = 'live' | 'asking' | 'away';

interface EventWatch {
  readonly signal: AbortSignal;
  /** What was last told; it outlives a watch that stops while nobody looks. */
  readonly memory: { marks: EventMarks | null };
  /** Something of these has changed since they were last told about. */
  readonly onNews: (topics: readonly EventTopic[]) => void;
  readonly onState: (state: LiveState) => void;
}

/** In milliseconds. The first marks come at once, unless a proxy collects an answer before it passes it on. */
const patience = { first: 5_000, next: 25_000 };
/** A proxy that holds streams back will do so the next time as well; one that told something fell silent for another reason, such as sleep. */
const afterSilence = 5 * 60_000;
/** A tenant that has not connected yet is followed by nobody. */
const whileNotFollowed = 10_000;
const pauseAfter = (failures: number): number => Math.min(30_000, 1000 * 2 ** failures);

class SilentStream extends Error {}
class NotFollowed extends Error {}

const pauseBecauseOf = (broken: unknown, hasNeverTold: boolean): number | null => {
  if (broken instanceof SilentStream) return hasNeverTold ? afterSilence : null;
  return broken instanceof NotFollowed ? whileNotFollowed : null;
};

const differing = (before: EventMarks, after: EventMarks): readonly EventTopic[] =>
  eventTopics.filter((topic) => before[topic] !== after[topic]);

/** Listens until the stream ends, breaks, or says nothing for too long. */
async function listen(client: ApiClient, signal: AbortSignal, onMarks: (marks: EventMarks) => void): Promise<void> {
  const silent = new AbortController();
  const giveUp = () => silent.abort(new SilentStream());
  let timer = setTimeout(giveUp, patience.first);
  try {
    const both = AbortSignal.any([signal, silent.signal]);
    const { body } = await client.open('/api/events', { signal: both, accept: 'text/event-stream' });
    if (!body) return;
    for await (const { event, data } of readEvents(body)) {
      clearTimeout(timer);
      timer = setTimeout(giveUp, patience.next);
      if (event === 'marks') onMarks(JSON.parse(data) as EventMarks);
      if (event === 'not-followed') throw new NotFollowed();
    }
  } catch (error) {
    silent.signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Follows what changes in the tenant until the signal. A stream that ends is opened anew; what was missed meanwhile shows
 * in the first marks, whichever replica sends them. Never gives up: a server may be away for an hour.
 */
export async function watchEvents(client: ApiClient, watch: EventWatch): Promise<void> {
  const { signal, memory, onNews, onState } = watch;
  let failures = 0;
  while (!signal.aborted) {
    let hasToldMarks = false;
    const onMarks = (marks: EventMarks) => {
      hasToldMarks = true;
      onState('live');
      const topics = memory.marks === null ? [] : differing(memory.marks, marks);
      memory.marks = marks;
      if (topics.length > 0) onNews(topics);
    };
    const broken: unknown = await listen(client, signal, onMarks).then(
      () => null,
      (error: unknown) => error,
    );
    if (signal.aborted) return;
    // An answer that ends after it told something has only had its time.
    const hasFailed = broken !== null || !hasToldMarks;
    failures = !hasFailed ? 0 : hasToldMarks ? 1 : failures + 1;
    if (hasFailed) onState(isUnanswered(broken) ? 'away' : 'asking');
    await pause(pauseBecauseOf(broken, memory.marks === null) ?? pauseAfter(failures), signal);
  }
}
