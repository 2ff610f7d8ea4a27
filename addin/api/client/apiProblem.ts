import type { Problem } from '../../../server/src/contract/problem.ts';

/**
 * Why a request to our API did not work. `code` is the API's own, or one of the pane's: `offline` (no answer),
 * `sign-in-needed` (no token) and `unexpected-answer` (none of ours).
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: string;
  readonly status: number;
  readonly requestId: string | null;
  readonly values: NonNullable<Problem['values']>;
  readonly errors: NonNullable<Problem['errors']>;
  /** Seconds after which to ask again; null where the answer does not say. */
  readonly retryAfter: number | null;

  constructor(
    problem: Partial<Problem> & { code: string },
    { retryAfter = null, ...options }: ErrorOptions & { readonly retryAfter?: number | null } = {},
  ) {
    super(problem.detail ?? problem.code, options);
    this.code = problem.code;
    this.status = problem.status ?? 0;
    this.requestId = problem.requestId ?? null;
    this.values = problem.values ?? {};
    this.errors = problem.errors ?? [];
    this.retryAfter = retryAfter;
  }
}

/** No answer of ours, which asking again in a while may bring. */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.code === 'offline' || [502, 503, 504].includes(error.status));

/** Null where it is no object or list in JSON: nothing else is an answer of our API. */
async function bodyOf(response: Response): Promise<object | null> {
  const body: unknown = await response.json().catch(() => null);
  return typeof body === 'object' ? body : null;
}

const isProblem = (body: object | null): body is Problem =>
  body !== null &&
  'code' in body &&
  typeof body.code === 'string' &&
  'requestId' in body &&
  typeof body.requestId === 'string';

function retryAfterOf({ headers }: Response): number | null {
  const said = headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(said) ? Number(said) : null;
}

function unexpected(response: Response): ApiProblem {
  const requestId = response.headers.get('x-request-id');
  const problem = {
    code: 'unexpected-answer',
    status: response.status,
    ...(requestId === null ? {} : { requestId }),
  };
  return new ApiProblem(problem, { retryAfter: retryAfterOf(response) });
}

/** Reads the problem from an answer that is no success, whatever its body turns out to be. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const body = await bodyOf(response);
  return isProblem(body) ? new ApiProblem(body, { retryAfter: retryAfterOf(response) }) : unexpected(response);
}

/** The JSON of a success. A page in its place, such as a proxy's that wants somebody to sign in, is no answer of ours. */
export async function readAnswer(response: Response): Promise<object> {
  const body = await bodyOf(response);
  if (body === null) throw unexpected(response);
  return body;
}
