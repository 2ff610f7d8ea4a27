import { setTimeout as wait } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import type { Faults } from './faults.ts';
import { sendReply } from './sendReply.ts';

/** Faults on the way to Entra: those of the network, and answers with a status. */
export function entraFaults(faults: Faults): RequestHandler {
  return async (request, response, next) => {
    const effects = faults.strike(request.method, request.originalUrl);
    for (const effect of effects) {
      if (effect.kind === 'slow') await wait(effect.milliseconds);
      if (effect.kind === 'reset') {
        response.socket?.destroy();
        return;
      }
      if (effect.kind === 'status') {
        const {
          status,
          retryAfter,
          code = 'temporarily_unavailable',
          message = 'AADSTS90033: A transient error has occurred. Please try again.',
        } = effect;
        const headers = {
          'content-type': 'application/json',
          ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
        };
        sendReply(response, { status, headers, body: JSON.stringify({ error: code, error_description: message }) }, []);
        return;
      }
    }
    next();
  };
}
