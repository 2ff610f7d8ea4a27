import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EventMarks } from '../../../src/contract/sync/events.ts';
import { eventTopics, type EventTopic } from '../../../src/contract/sync/eventTopics.ts';
import type { SavedSelection } from '../../../src/contract/people/selection.ts';
import type { SavedSettings } from '../../../src/contract/manage/settings.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { everyone } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

/** What a console that listens is told, one by one; null once the stream has ended. */
interface Listening {
  next(): Promise<EventMarks | null>;
  leave(): void;
}

const listen = async (api: ApiClient): Promise<Listening> => {
  const leaving = new AbortController();
  const response = await api.raw('/api/events', { signal: leaving.signal });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const pieces = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<EventMarks | null> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const [event, data = ''] = text.slice(0, end).split('\n');
        text = text.slice(end + 2);
        if (event === 'event: marks') return JSON.parse(data.slice('data: '.length)) as EventMarks;
        continue;
      }
      const { done, value } = await pieces.read();
      if (done) return null;
      text += value;
    }
  };
  return {
    next,
    leave: () => {
      leaving.abort();
    },
  };
};

const changed = (before: EventMarks | null, after: EventMarks | null): readonly EventTopic[] =>
  eventTopics.filter((topic) => before?.[topic] !== after?.[topic]);

describe('a console that listens', () => {
  let undersign: Undersign;
  let here: ApiClient;
  let elsewhere: ApiClient;
  beforeAll(async () => {
    undersign = await startUndersign();
    await undersign.connectedAdmin();
    const { api, accessToken } = await undersign.signIn(
      undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName,
    );
    here = api;
    elsewhere = (await undersign.replica(accessToken)).api;
  });
  afterAll(() => undersign.close());

  test('hears of what another replica was told, and by topic', async () => {
    const heard = await listen(here);
    const first = await heard.next();
    await elsewhere.put('/api/selection', { selection: everyone, revision: 0 } satisfies SavedSelection);
    const picked = await heard.next();
    expect(changed(first, picked)).toEqual(['selection', 'sync']);
    const { settings, revision } = await elsewhere.get<SavedSettings>('/api/settings');
    await elsewhere.put('/api/settings', { settings: { ...settings, isPaused: true }, revision });
    const paused = await heard.next();
    expect(changed(picked, paused)).toEqual(['settings', 'sync']);
    await elsewhere.finished(await elsewhere.post<Run>('/api/sync/preview'));
    expect(changed(paused, await heard.next())).toContain('runs');
    heard.leave();
  });

  test('is told the same by every replica, so that what it missed shows when it comes again', async () => {
    // For a second a server says what it has read for somebody else, which may be from the middle of a run.
    undersign.simulator.clock.advance(1000);
    const marks = await Promise.all(
      [here, elsewhere].map(async (api) => {
        const heard = await listen(api);
        const first = await heard.next();
        heard.leave();
        return first;
      }),
    );
    expect(marks[0]).not.toBeNull();
    expect(marks[0]).toEqual(marks[1]);
  });

  test('has to come again with a fresh token after ten minutes', async () => {
    const heard = await listen(here);
    expect(await heard.next()).not.toBeNull();
    undersign.simulator.clock.advance(10 * 60_000);
    expect(await heard.next()).toBeNull();
  });

  test('hears nothing of it where it is no business of theirs', async () => {
    const { api } = await undersign.signIn(undersign.simulator.tenant.accounts.teammate.userPrincipalName);
    const response = await api.raw('/api/events');
    expect(response.status).toBe(403);
  });
});
