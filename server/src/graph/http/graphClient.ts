import {
  Client,
  GraphError,
  type Context,
  type Middleware,
  type MiddlewareOptions,
} from '@microsoft/microsoft-graph-client';
import { DirectoryError } from '../../domain/errors.ts';
import { translateGraphError } from './graphErrors.ts';
import type { GraphMethod, GraphTransport } from './graphTransport.ts';

/** Carries our own error past the client, which would keep only its text. */
class CallOutcome implements MiddlewareOptions {
  failure: unknown = null;
}

const methods: readonly GraphMethod[] = ['GET', 'POST', 'PATCH', 'DELETE'];

/** The whole chain: token, pacing and retry are the transport's, because the client's own retry gives up too early. */
const transportMiddleware = (transport: GraphTransport): Middleware => ({
  execute: async (context: Context): Promise<void> => {
    const { method, body } = context.options ?? {};
    try {
      const response = await transport.send({
        url: typeof context.request === 'string' ? context.request : context.request.url,
        method: methods.find((known) => known === method) ?? 'GET',
        headers: Object.fromEntries(new Headers(context.options?.headers as Record<string, string>)),
        ...(typeof body === 'string' ? { body } : {}),
      });
      context.response = new Response(response.text === '' ? null : response.text, {
        status: response.status,
        headers: response.headers,
      });
    } catch (error) {
      const outcome = context.middlewareControl?.getMiddlewareOptions(CallOutcome);
      if (outcome instanceof CallOutcome) outcome.failure = error;
      throw error;
    }
  },
});

export interface GraphCalls {
  /** GET a single resource below /v1.0. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<unknown>;
  /** POST JSON below /v1.0. */
  post(path: string, body: unknown): Promise<unknown>;
  patch(path: string, body: unknown): Promise<unknown>;
  delete(path: string): Promise<void>;
}

/** Single calls and `$batch` go through Microsoft's client. https://learn.microsoft.com/graph/sdks/customize-client */
export const openGraphCalls = (graphUrl: string, transport: GraphTransport): GraphCalls => {
  const client = Client.initWithMiddleware({
    baseUrl: `${graphUrl}/`,
    defaultVersion: 'v1.0',
    middleware: transportMiddleware(transport),
  });
  const call = async (work: (outcome: CallOutcome) => Promise<unknown>): Promise<unknown> => {
    const outcome = new CallOutcome();
    try {
      return await work(outcome);
    } catch (error) {
      throw outcome.failure ?? fromGraphError(error);
    }
  };
  return {
    get: (path, headers = {}) =>
      call((outcome) => client.api(path).middlewareOptions([outcome]).headers(headers).get() as Promise<unknown>),
    post: (path, body) =>
      call((outcome) => client.api(path).middlewareOptions([outcome]).post(body) as Promise<unknown>),
    patch: (path, body) =>
      call((outcome) => client.api(path).middlewareOptions([outcome]).patch(body) as Promise<unknown>),
    delete: async (path) => {
      await call((outcome) => client.api(path).middlewareOptions([outcome]).delete() as Promise<unknown>);
    },
  };
};

const fromGraphError = (error: unknown): unknown => {
  if (!(error instanceof GraphError)) return error;
  if (error.statusCode < 400)
    return new DirectoryError('directory-unavailable', 'Microsoft Graph gave an unreadable answer.', { cause: error });
  return translateGraphError({
    status: error.statusCode,
    headers: error.headers ?? new Headers(),
    text: JSON.stringify({ error: { code: error.code, message: error.message } }),
  });
};
