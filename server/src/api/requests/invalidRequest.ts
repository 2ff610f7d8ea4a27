import type { z } from 'zod';
import { InvalidFields } from '../../domain/errors.ts';

/** A request that does not fit the contract, with every field that is wrong. */
export const invalidRequest = (error: z.ZodError, place: string): InvalidFields => {
  const problems = error.issues.map((issue) => ({
    path: [place, ...issue.path.map(String)].join('.'),
    message: issue.message,
  }));
  const [first] = problems;
  return new InvalidFields({
    status: 400,
    code: 'invalid-request',
    problems,
    ...(first === undefined ? {} : { message: `${first.path}: ${first.message}` }),
  });
};
