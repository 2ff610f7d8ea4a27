import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { problemSchema } from './problem.ts';
import type { Endpoint } from './endpoint.ts';
import { idempotencyHeader } from './idempotency.ts';
import { endpoints } from './endpoints.ts';

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

const success = ({ response, contentType }: Endpoint) => {
  if (response !== null) return { description: 'Success', content: { 'application/json': { schema: response } } };
  return contentType === undefined
    ? { description: 'Success' }
    : { description: 'Success', content: Object.fromEntries(contentType.split(',').map((type) => [type, {}])) };
};

const plainText = (description: string) => ({ description, content: { 'text/plain': {} } });

const requestBody = ({ body, upload }: Endpoint): Pick<ZodOpenApiOperationObject, 'requestBody'> => {
  if (body !== undefined) {
    // Where nothing has to be said, nothing has to be sent either.
    const required = !body.safeParse({}).success;
    return { requestBody: { required, content: { 'application/json': { schema: body } } } };
  }
  if (upload === undefined) return {};
  return {
    requestBody: { required: true, content: Object.fromEntries(upload.contentTypes.map((type) => [type, {}])) },
  };
};

const securityOf = ({ access, scope }: Endpoint): Pick<ZodOpenApiOperationObject, 'security'> => {
  if (access === 'public') return {};
  return { security: [{ entra: [] }, ...(scope === undefined ? [] : [{ apiKey: [scope] }])] };
};

const parametersOf = ({ params, query, idempotent }: Endpoint): Pick<ZodOpenApiOperationObject, 'requestParams'> => {
  const requestParams = {
    ...(params === undefined ? {} : { path: params }),
    ...(query === undefined ? {} : { query }),
    ...(idempotent === undefined ? {} : { header: idempotencyHeader }),
  };
  return Object.keys(requestParams).length === 0 ? {} : { requestParams };
};

const operation = (name: string, endpoint: Endpoint): ZodOpenApiOperationObject => ({
  operationId: name,
  summary: endpoint.summary,
  tags: [endpoint.path.split('/')[2] ?? 'api'],
  ...securityOf(endpoint),
  ...parametersOf(endpoint),
  ...requestBody(endpoint),
  responses: {
    ...(endpoint.handshake === undefined ? {} : { '200': plainText(endpoint.handshake) }),
    [String(endpoint.status)]: success(endpoint),
    default: problem('What went wrong and what to do.'),
  },
});

const describeRoutes = () => {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [name, endpoint] of Object.entries(endpoints)) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operation(name, endpoint) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Undersign',
      version: '',
      description:
        'Sync teammates from Microsoft Entra ID and render their signatures. Pages, errors, idempotency, API keys and webhooks are told in docs/api.md.',
    },
    paths: paths as ZodOpenApiPathsObject,
    components: {
      securitySchemes: {
        entra: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'A delegated Microsoft Entra access token for this API.',
        },
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key (usk_…) with the scope that is named, made on the page Integrations.',
        },
      },
    },
  });
};

let routes: ReturnType<typeof describeRoutes> | null = null;

/**
 * The OpenAPI 3.1 description of every route, made from the same schemas the routes check. Making it takes a tenth of a
 * second of a core, so the routes, which are the same for every server, are described when somebody first asks.
 */
export const openApiDocument = (publicUrl: string, version: string) => {
  routes ??= describeRoutes();
  return { ...routes, info: { ...routes.info, version }, servers: [{ url: publicUrl }] };
};
