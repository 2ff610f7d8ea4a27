import type { Request, RequestHandler, Response } from 'express';

/** A step on the way of a request that can be waited for; rejects with what stops the request. */
export type AwaitedStep = (request: Request, response: Response) => Promise<void>;

/** Express' own middleware as such a step, for use where an endpoint decides what comes when. */
export const awaitMiddleware =
  (handler: RequestHandler): AwaitedStep =>
  (request, response) =>
    new Promise((resolve, reject) => {
      const next = (error?: unknown): void => {
        if (error === undefined) resolve();
        else reject(error instanceof Error ? error : new Error(String(error)));
      };
      void Promise.resolve(handler(request, response, next)).catch(next);
    });
