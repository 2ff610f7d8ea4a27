import { DirectoryError } from '../../domain/errors.ts';
import type { GraphOutcome } from '../../ports/telemetry/meter.ts';
import type { GraphResponse } from './graphErrors.ts';
import { isThrottled } from './isPassing.ts';

const named: Readonly<Record<number, GraphOutcome>> = {
  401: 'refused',
  403: 'refused',
  404: 'notFound',
  408: 'failed',
};

/** How a request ended, in one of a few words for whoever counts. */
export const outcomeOf = (answer: GraphResponse | DirectoryError): GraphOutcome => {
  if (answer instanceof DirectoryError) return 'unreachable';
  if (answer.status < 400) return 'ok';
  if (isThrottled(answer.status)) return 'throttled';
  return named[answer.status] ?? (answer.status < 500 ? 'rejected' : 'failed');
};
