import type { Response } from 'express';
import { endpoints } from '../../../contract/endpoints.ts';
import { RequestError } from '../../../domain/errors.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import { answered, type Mount } from '../../mountEndpoint.ts';

/**
 * Graph's side door. Proof of the address must be quick and is given to anybody: it says nothing. What is posted is
 * taken in and answered at once; the work comes later, and the answer is the same for a forgery.
 * https://learn.microsoft.com/graph/change-notifications-delivery-webhooks
 */
export const mountNotificationRoutes = (mount: Mount, { inbox }: ApiOptions): void => {
  for (const endpoint of [endpoints.notify, endpoints.notifyLifecycle]) {
    mount(endpoint, async ({ query, body, response }) => {
      if (query.validationToken !== undefined) return giveBack(response, query.validationToken);
      if (inbox.receive(body.value)) return undefined;
      throw new RequestError(429, 'too-many-requests', 'More waits than can be kept. Tell it again later.');
    });
  }
};

/** As it came, because Graph compares it; as text that no browser takes for a page, because anybody may have sent it. */
const giveBack = (response: Response, token: string): typeof answered => {
  response.status(200).type('text/plain').set('x-content-type-options', 'nosniff').send(token);
  return answered;
};
