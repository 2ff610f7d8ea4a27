import type { Page } from 'playwright-core';
import { quietPeriod } from './quietPeriod.ts';

/** Calls our API as the person in the window. */
export interface ApiOfPerson {
  get<T>(path: string): Promise<T>;
  /** A stream of events, once it has ended. */
  untilEnd(path: string): Promise<string>;
  send<T>(method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown): Promise<T>;
}

/** The API of a server for whoever such a header is of. */
export const apiFor = (authorization: string, server: string): ApiOfPerson => {
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = { authorization, 'content-type': 'application/json' };
    const response = await fetch(`${server}${path}`, { ...init, headers });
    if (!response.ok) throw new Error(`${path} answers ${String(response.status)}: ${await response.text()}`);
    return response;
  };
  const call = async <T>(path: string, init: RequestInit): Promise<T> => (await (await ask(path, init)).json()) as T;
  return {
    get: (path) => call(path, {}),
    untilEnd: async (path) => (await ask(path, {})).text(),
    send: (method, path, body) => call(path, { method, body: JSON.stringify(body) }),
  };
};

interface Saved {
  readonly revision: number;
}

/** Changes a saved thing, whatever else of it stands there. */
export const change = async (api: ApiOfPerson, name: 'selection' | 'settings', values: object): Promise<void> => {
  const path = `/api/${name}`;
  const found = await api.get<Saved & Readonly<Record<string, object>>>(path);
  await api.send('PUT', path, { [name]: { ...found[name], ...values }, revision: found.revision });
};

/** Nobody syncs a connected tenant but the test: a turn in the middle of a story does what the story is about to do. */
export const putOffTurns = (api: ApiOfPerson): Promise<void> =>
  change(api, 'settings', { everyMinutes: quietPeriod() });

/**
 * For what a test only needs to be there: the token is the one the window sends next, so nothing of the sign-in is passed
 * by. To be called before the window asks for something. `at` is where to call, where that is another way to the same server.
 */
export const apiOf = async (page: Page, origin: string, at = origin): Promise<ApiOfPerson> => {
  const request = await page.waitForRequest((sent) => sent.url().startsWith(`${origin}/api/session`));
  return apiFor(request.headers()['authorization'] ?? '', at);
};
