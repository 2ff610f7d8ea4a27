import { UndersignError } from '../../domain/errors.ts';
import type { RunFailure } from '../../domain/run/run.ts';

/** A failed run is a stored result: a code, what the admin can do, and Graph's own request id for a support case. */
export const runFailure = (error: unknown): RunFailure => {
  if (!(error instanceof UndersignError)) {
    return {
      code: 'internal',
      message: 'Something went wrong on our side. Try again; if it stays, report the run’s id.',
      graphRequestId: null,
    };
  }
  return { code: error.code, message: error.message, graphRequestId: error.graphRequestId ?? null };
};
