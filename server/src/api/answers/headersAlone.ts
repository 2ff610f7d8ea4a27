import type { Response } from 'express';
import type { Endpoint } from '../../contract/endpoint.ts';
import { isAudited } from '../audit/auditedEndpoint.ts';

/**
 * Whether a HEAD is answered by what the contract says and goes no further. Proxies take it for answered once it has headers and
 * send the next request of anybody on the same connection, so it must not wait for the end of a stream; and it makes no file, ends
 * no round trip and stands in no audit trail.
 */
export const hasHeadersAlone = (endpoint: Endpoint): boolean =>
  endpoint.contentType?.startsWith('text/') === true || isAudited(endpoint);

/** What a GET would begin with, as far as that is known without one. */
export const sendHeadersAlone = ({ status, contentType = 'application/json' }: Endpoint, response: Response): void => {
  response.status(status).type(contentType).set('cache-control', 'no-store').end();
};
