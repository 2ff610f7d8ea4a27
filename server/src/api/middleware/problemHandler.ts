import { STATUS_CODES } from 'node:http';
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { Problem } from '../../contract/problem.ts';
import {
  AdminActionError,
  DirectoryError,
  FinalRefusal,
  InvalidFields,
  RequestError,
  StaleRevision,
  StorageError,
  TemplateError,
  UndersignError,
} from '../../domain/errors.ts';
import type { Logger } from '../../ports/telemetry/logger.ts';
import { requestIdOf } from './beginAnswer.ts';
import { methodOf, routeOf } from './measureRequests.ts';

const statusOf = (error: UndersignError): number => {
  if (error instanceof RequestError) return error.status;
  if (error instanceof TemplateError) return 422;
  if ([AdminActionError, FinalRefusal, StaleRevision].some((kind) => error instanceof kind)) return 409;
  if (error instanceof DirectoryError) return error.code === 'directory-object-gone' ? 404 : 503;
  if (!(error instanceof StorageError)) return 500;
  return storageStatus[error.code] ?? 503;
};

/** What the store refuses because of what was asked; anything else is the store itself. */
const storageStatus: Readonly<Record<string, number>> = { 'bad-cursor': 400, duplicate: 409 };

/** Errors of Express' own body reader carry a type and a status. */
const fromBodyReader = (error: unknown): RequestError | null => {
  const type = error instanceof Error && 'type' in error ? error.type : null;
  switch (type) {
    case 'entity.too.large':
      return new RequestError(413, 'body-too-large', 'The request is larger than this address takes.', {
        cause: error,
      });
    case 'entity.parse.failed':
      return new RequestError(400, 'invalid-json', 'The request body is not valid JSON.', { cause: error });
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return new RequestError(415, 'invalid-request', 'Send JSON in UTF-8.', { cause: error });
    default:
      return isCallersFault(error)
        ? new RequestError(400, 'invalid-request', 'The request could not be read.', { cause: error })
        : null;
  }
};

/** Express marks what the caller got wrong — an address that cannot be decoded, a body cut off — with a 4xx status. */
const isCallersFault = (error: unknown): boolean =>
  error instanceof URIError ||
  (error instanceof Error && 'status' in error && Number(error.status) >= 400 && Number(error.status) < 500);

const problemOf = (error: UndersignError | null, request: Request): Problem => {
  const status = error === null ? 500 : statusOf(error);
  const isOurFault = error === null || status === 500;
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code: isOurFault ? 'internal' : error.code,
    detail: isOurFault
      ? 'Something went wrong on our side. Try again; if it stays, report the request id.'
      : error.message,
    requestId: requestIdOf(request),
    ...(isOurFault || Object.keys(error.values).length === 0 ? {} : { values: copyOf(error.values) }),
    ...(error instanceof InvalidFields ? { errors: [...error.problems] } : {}),
  };
};

const copyOf = (values: UndersignError['values']): NonNullable<Problem['values']> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]),
  );

/**
 * The only code that turns errors into HTTP. What is not one of our errors is a bug: generic text, details to the log. There stands the
 * template of the route in place of the address, which has ids of people in it.
 */
export const problemHandler = (logger: Logger): ErrorRequestHandler => {
  // oxlint-disable-next-line no-unused-vars -- by its four parameters Express knows that it is for errors
  return (error: unknown, request, response, _next) => {
    const known = error instanceof UndersignError ? error : fromBodyReader(error);
    const problem = problemOf(known, request);
    const isBegun = response.headersSent;
    if (!isBegun) response.status(problem.status);
    const fields = {
      code: problem.code,
      requestId: problem.requestId,
      method: methodOf(request),
      route: routeOf(request, response),
      detail: known?.detail,
    };
    if (problem.status >= 500)
      logger.error({ msg: isBegun ? 'answer broken off' : 'request failed', ...fields, err: error });
    else logger.debug({ msg: isBegun ? 'answer broken off' : 'request refused', ...fields });
    // Half an answer must not look like a whole one.
    if (isBegun) request.socket.destroy();
    else response.type('application/problem+json').send(JSON.stringify(problem));
  };
};

/** For addresses below /api that do not exist. */
export const notFound: RequestHandler = (request) => {
  throw new RequestError(404, 'not-found', `There is nothing at ${request.method} ${request.path}.`);
};
