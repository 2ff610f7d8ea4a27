import { graphTimestamp } from '../directory/directory.ts';

/** A refusal in the shape of https://learn.microsoft.com/en-us/graph/errors. */
export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  headers: Record<string, string> = {};

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  with(headers: Record<string, string>): this {
    this.headers = headers;
    return this;
  }
}

export function errorBody(error: GraphError, ids: { now: number; requestId: string; clientRequestId: string }) {
  return {
    error: {
      code: error.code,
      message: error.message,
      innerError: {
        date: graphTimestamp(ids.now).slice(0, 19),
        'request-id': ids.requestId,
        'client-request-id': ids.clientRequestId,
      },
    },
  };
}

export const badRequest = (message: string) => new GraphError(400, 'Request_BadRequest', message);
export const unsupportedQuery = (message: string) => new GraphError(400, 'Request_UnsupportedQuery', message);
export const notFound = (id: string) =>
  new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
export const noSuchSegment = (segment: string) =>
  new GraphError(404, 'ResourceNotFound', `Resource not found for the segment '${segment}'.`);
export const denied = () =>
  new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
export const expiredPage = () =>
  new GraphError(
    400,
    'Directory_ExpiredPageToken',
    'The specified page token value has expired and can no longer be included in your request.',
  );
