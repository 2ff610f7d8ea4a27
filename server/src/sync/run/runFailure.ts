import { UndersignError } from '../../domain/errors.ts';
import { saidBy } from '../teammates/saidBy.ts';
import type { RunFailure } from '../../domain/run/run.ts';

/** A failed run is a stored result: a code, what the admin can do, and Graph's own request id for a support case. */
export const runFailure = (error: unknown): RunFailure => ({
  ...whyFailed(error),
  graphRequestId: error instanceof UndersignError ? (error.graphRequestId ?? null) : null,
});

/** The same of what is no run. */
export const whyFailed = (error: unknown): Omit<RunFailure, 'graphRequestId'> => {
  if (!(error instanceof UndersignError)) {
    return {
      code: 'internal',
      message: 'Something went wrong on our side. Try again; if it stays, report the run’s id.',
    };
  }
  return { code: error.code, message: error.message, ...saidBy(error) };
};
