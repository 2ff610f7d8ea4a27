import type { z } from 'zod';
import { RequestError } from '../domain/errors.ts';

export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** A request that does not fit the contract, with every field that is wrong. */
export class InvalidRequest extends RequestError {
  readonly problems: readonly FieldProblem[];
  constructor(problems: readonly FieldProblem[]) {
    const [first] = problems;
    super(
      400,
      'invalid-request',
      first === undefined ? 'The request is not valid.' : `${first.path}: ${first.message}`,
    );
    this.problems = problems;
  }
}

export const invalidRequest = (error: z.ZodError, place: string): InvalidRequest =>
  new InvalidRequest(
    error.issues.map((issue) => ({ path: [place, ...issue.path.map(String)].join('.'), message: issue.message })),
  );
