import { problemSchema, type Problem } from '../../../server/src/contract/problem.ts';

/**
 * Why a request to our API did not work. `code` is the API's own, or one of the pane's: `offline` (no answer),
 * `sign-in-needed` (no token) and `unexpected-answer` (not what the contract says).
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: string;
  readonly status: number;
  readonly requestId: string | null;
  readonly values: NonNullable<Problem['values']>;
  readonly errors: NonNullable<Problem['errors']>;

  constructor(problem: Partial<Problem> & { code: string }, options?: ErrorOptions) {
    super(problem.detail ?? problem.code, options);
    this.code = problem.code;
    this.status = problem.status ?? 0;
    this.requestId = problem.requestId ?? null;
    this.values = problem.values ?? {};
    this.errors = problem.errors ?? [];
  }
}

/** No answer of ours, which asking again in a while may bring. */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.code === 'offline' || [502, 503, 504].includes(error.status));

/** Reads the problem from an answer that is no success, whatever its body turns out to be. */
export async function readProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  const problem = problemSchema.safeParse(body);
  if (problem.success) return new ApiProblem(problem.data);
  const requestId = response.headers.get('x-request-id');
  return new ApiProblem({
    code: 'unexpected-answer',
    status: response.status,
    ...(requestId === null ? {} : { requestId }),
  });
}
