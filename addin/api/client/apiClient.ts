import type { ApiAnswer, ApiBody, ApiPath } from './apiPath.ts';
import { noteContract } from './contractMark.ts';
import { ApiProblem, readAnswer, readProblem } from './apiProblem.ts';

type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE';

export interface ApiRequest<M extends Method = Method, Body = unknown> {
  readonly method?: M;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: Body;
  /** Sent as it is, with its own content type, instead of a body in JSON. */
  readonly file?: Blob;
  readonly signal?: AbortSignal;
}

export interface ApiClient {
  /**
   * The answer as the contract has it, to which the server's handlers are compiled. Rejects with {@link ApiProblem}, or an
   * AbortError when cancelled.
   */
  readonly request: <P extends ApiPath<M>, M extends Method = 'GET'>(
    path: P,
    options?: ApiRequest<M, ApiBody<P, M>>,
  ) => Promise<ApiAnswer<P, M>>;
  /** For answers without a body. */
  readonly send: <P extends ApiPath<M>, M extends Method = 'GET'>(
    path: P,
    options: ApiRequest<M, ApiBody<P, M>>,
  ) => Promise<void>;
  /** The raw answer, for streams. */
  readonly open: <P extends ApiPath<M>, M extends Method = 'GET'>(
    path: P,
    options?: ApiRequest<M, ApiBody<P, M>> & { accept?: string },
  ) => Promise<Response>;
}

export type TokenSource = (options?: { forceRefresh: boolean }) => Promise<string>;

const staleTokenCodes = new Set(['token-expired', 'token-invalid', 'not-signed-in']);

function address(path: string, query: ApiRequest['query']): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const suffix = parameters.toString();
  return suffix ? `${path}?${suffix}` : path;
}

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

async function token(getToken: TokenSource, forceRefresh: boolean): Promise<string> {
  try {
    return await getToken({ forceRefresh });
  } catch (error) {
    const code = error instanceof Error && error.name === 'SignInNeeded' ? 'sign-in-needed' : 'offline';
    throw new ApiProblem({ code }, { cause: error });
  }
}

function payloadOf({ body, file }: ApiRequest): { type: string; body: Blob | string } | null {
  if (file !== undefined) return { type: file.type || 'application/octet-stream', body: file };
  return body === undefined ? null : { type: 'application/json', body: JSON.stringify(body) };
}

/** Ids come from addresses too: one such as `../../settings` would lead to another thing than the one that was meant. */
function requireOwnPath(path: string): void {
  if (new URL(path, 'https://api.invalid').pathname !== path)
    throw new ApiProblem({ code: 'not-found', status: 404, detail: 'No id looks like that.' });
}

async function fetchOnce(path: string, options: ApiRequest & { accept?: string }, bearer: string): Promise<Response> {
  const { method = 'GET', query, signal, accept = 'application/json' } = options;
  const payload = payloadOf(options);
  try {
    const response = await fetch(address(path, query), {
      method,
      headers: {
        accept,
        authorization: `Bearer ${bearer}`,
        ...(payload ? { 'content-type': payload.type } : {}),
      },
      ...(payload ? { body: payload.body } : {}),
      ...(signal ? { signal } : {}),
    });
    noteContract(response);
    return response;
  } catch (error) {
    if (isAbort(error)) throw error;
    throw new ApiProblem({ code: 'offline' }, { cause: error });
  }
}

/** Speaks to our API in the name of the signed-in person; a stale token is renewed once before anybody is bothered. */
export function openApiClient(getToken: TokenSource): ApiClient {
  const open: ApiClient['open'] = async (path, options = {}) => {
    requireOwnPath(path);
    const first = await fetchOnce(path, options, await token(getToken, false));
    if (first.ok) return first;
    const problem = await readProblem(first);
    if (first.status !== 401 || !staleTokenCodes.has(problem.code)) throw problem;
    const second = await fetchOnce(path, options, await token(getToken, true));
    if (second.ok) return second;
    throw await readProblem(second);
  };
  return {
    open,
    send: async (path, options) => {
      await open(path, options);
    },
    request: async <P extends ApiPath<M>, M extends Method = 'GET'>(path: P, options?: ApiRequest<M, ApiBody<P, M>>) =>
      (await readAnswer(await open<P, M>(path, options))) as ApiAnswer<P, M>,
  };
}
