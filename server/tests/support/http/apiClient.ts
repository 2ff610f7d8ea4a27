import type { OpenApiCheck } from './openApiCheck.ts';
import type { Problem } from '../../../src/contract/problem.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';

export class ProblemResponse extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${String(problem.status)} ${problem.code}: ${problem.detail}`);
    this.problem = problem;
  }
}

/** Calls the API as one person and throws problems as errors. */
export interface ApiClient {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: unknown): Promise<T>;
  put<T>(path: string, body: unknown): Promise<T>;
  patch<T>(path: string, body: unknown): Promise<T>;
  delete(path: string): Promise<void>;
  /** The response as it is. */
  raw(path: string, init?: RequestInit): Promise<Response>;
  /** The problem a call ends with; throws when it succeeds. */
  problem(call: Promise<unknown>): Promise<Problem>;
  /** Waits, by the run's own events, until it ended. */
  finished(run: Run): Promise<Run>;
}

export interface ApiAddress {
  readonly origin: () => string;
  /** Sees every response to a path below /api. */
  readonly check?: OpenApiCheck;
}

export const openApiClient = ({ origin, check }: ApiAddress, accessToken: string): ApiClient => {
  const raw = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(`${origin()}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json', ...init.headers },
    });
    if (path.startsWith('/api/')) await check?.check(init.method ?? 'GET', path, response);
    return response;
  };
  const call = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const response = await raw(path, init);
    const text = await response.text();
    if (!response.ok) throw new ProblemResponse(JSON.parse(text) as Problem);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  return {
    raw,
    get: (path) => call(path),
    post: (path, body = {}) => call(path, { method: 'POST', body: JSON.stringify(body) }),
    put: (path, body) => call(path, { method: 'PUT', body: JSON.stringify(body) }),
    patch: (path, body) => call(path, { method: 'PATCH', body: JSON.stringify(body) }),
    delete: (path) => call(path, { method: 'DELETE' }),
    problem: async (promise) => {
      try {
        await promise;
      } catch (error) {
        if (error instanceof ProblemResponse) return error.problem;
        throw error;
      }
      throw new Error('Expected a problem, but the call succeeded.');
    },
    finished: async ({ id }) => {
      // A stream ends with the run or after ten minutes, which pass in no time where a test moves the clock.
      for (;;) {
        await (await raw(`/api/sync/runs/${id}/events`)).text();
        const run = await call<Run>(`/api/sync/runs/${id}`);
        if (run.finishedAt !== null) return run;
      }
    },
  };
};
