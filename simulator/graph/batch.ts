import { z } from 'zod';
import type { GraphCall, GraphReply, PlainRequest } from './graphCall.ts';
import { badRequest } from './graphError.ts';

const itemSchema = z.object({
  id: z.string().min(1),
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).optional(),
});
const batchSchema = z.object({ requests: z.array(itemSchema).min(1) });

type Item = z.infer<typeof itemSchema>;

const MOST_ITEMS = 20;

/** https://learn.microsoft.com/en-us/graph/json-batching */
export async function answerBatch(
  call: GraphCall,
  answer: (item: PlainRequest) => Promise<GraphReply>,
): Promise<GraphReply> {
  if (call.method !== 'POST') throw badRequest('A batch is sent with POST.');
  const parsed = batchSchema.safeParse(call.body);
  if (!parsed.success) throw badRequest('Invalid batch payload format.');
  const { requests } = parsed.data;
  if (requests.length > MOST_ITEMS)
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${MOST_ITEMS}.`);
  if (new Set(requests.map(({ id }) => id)).size !== requests.length)
    throw badRequest('The request ids in a batch must be unique.');
  const statuses = new Map<string, number>();
  const responses = [];
  for (const item of requests) {
    const failed = item.dependsOn?.some((id) => (statuses.get(id) ?? 424) >= 400);
    const response = failed ? failedDependency(item) : wireItem(item.id, await answer(requestOf(call, item)));
    statuses.set(item.id, response.status);
    responses.push(response);
  }
  // The order of the answers says nothing, so it is not kept.
  return { status: 200, body: { responses: responses.reverse() } };
}

function failedDependency({ id }: Item) {
  return {
    id,
    status: 424,
    headers: {},
    body: { error: { code: 'FailedDependency', message: 'A request this one depends on failed.' } },
  };
}

function requestOf(call: GraphCall, item: Item): PlainRequest {
  const headers = new Map(Object.entries(item.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  const url = item.url.startsWith('/') ? item.url : `/${item.url}`;
  if (url.startsWith('/$batch')) throw badRequest('A batch cannot contain another batch.');
  return {
    method: item.method.toUpperCase(),
    url,
    header: (name) => (name.toLowerCase() === 'authorization' ? call.header(name) : headers.get(name.toLowerCase())),
    body: item.body,
  };
}

function wireItem(id: string, reply: GraphReply) {
  return { id, status: reply.status, headers: wireHeaders(reply), body: wireBody(reply.body) };
}

function wireHeaders({ headers = {}, body }: GraphReply): Record<string, string> {
  const names: Record<string, string> = {
    'retry-after': 'Retry-After',
    location: 'Location',
    etag: 'ETag',
    'content-type': 'Content-Type',
  };
  const type = typeof body === 'object' && !(body instanceof Uint8Array) ? { 'Content-Type': 'application/json' } : {};
  return {
    ...type,
    ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [names[name] ?? name, value])),
  };
}

/** What is not JSON travels as base64, plain numbers as they are. */
function wireBody(body: GraphReply['body']): unknown {
  if (body instanceof Uint8Array) return Buffer.from(body).toString('base64');
  return typeof body === 'string' ? Number(body) : body;
}
