import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Claims, TokenSigner } from '../entra/tokens/jsonWebToken.ts';
import { GRAPH_RESOURCE } from '../entra/permissions.ts';
import type { FaultEffect, Faults } from '../faults/faults.ts';
import { compressed, sendReply } from '../faults/sendReply.ts';
import { spoilBody } from '../faults/spoilBody.ts';
import type { WireReply } from '../faults/sendReply.ts';
import { answerBatch } from './batch.ts';
import type { GraphCall, GraphReply, GraphWorld, PlainRequest, Principal } from './graphCall.ts';
import { GraphError, denied, errorBody } from './graphError.ts';
import { answerGraph } from './graphRoutes.ts';
import type { Throttle } from './throttle.ts';

export interface Latency {
  /** Milliseconds per listing page and other single answers. */
  list?: number;
  delta?: number;
}

export interface GraphService {
  world: () => GraphWorld;
  signer: TokenSigner;
  faults: Faults;
  throttle: Throttle;
  latency: Latency;
}

/** One request of the outer world to `/v1.0/…`. */
export async function serveGraph(
  service: GraphService,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  const effects = service.faults.strike(request.method ?? 'GET', request.url ?? '');
  const header = (name: string) => request.headers[name.toLowerCase()]?.toString();
  const reply = await answer(
    service,
    { method: request.method ?? 'GET', url: (request.url ?? '').slice('/v1.0'.length), header, body },
    effects,
  );
  const delay = delayOf(service.latency, request.url ?? '', effects);
  await service.faults.released(effects);
  if (delay > 0) await wait(delay);
  sendReply(response, compressed(toWire(reply), header('accept-encoding')), effects);
}

/** Faults and throttling meet every item of a batch on its own. */
function answerItem(service: GraphService, item: PlainRequest): Promise<GraphReply> {
  return answer(service, item, service.faults.strike(item.method, `/v1.0${item.url}`));
}

async function answer(
  service: GraphService,
  request: PlainRequest,
  effects: readonly FaultEffect[],
): Promise<GraphReply> {
  const world = service.world();
  const ids = {
    requestId: randomUUID(),
    clientRequestId: request.header('client-request-id') ?? randomUUID(),
    now: world.clock.now(),
  };
  const headers = { 'request-id': ids.requestId, 'client-request-id': ids.clientRequestId };
  try {
    const reply = await answerAllowed(service, request, effects);
    return { ...reply, headers: { ...reply.headers, ...headers } };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return { status: error.status, headers: { ...error.headers, ...headers }, body: errorBody(error, ids) };
  }
}

async function answerAllowed(
  service: GraphService,
  request: PlainRequest,
  effects: readonly FaultEffect[],
): Promise<GraphReply> {
  const world = service.world();
  refuseByFault(effects);
  const principal = authenticate(service, request, effects);
  const wait = service.throttle.refuse();
  if (wait !== undefined) throw tooManyRequests(world, principal, wait);
  const call = callOf(world, request, { principal, effects });
  const reply =
    call.segments.join('/') === '$batch'
      ? await answerBatch(call, (item) => answerItem(service, item))
      : await answerGraph(call);
  service.throttle.spend(Number(reply.headers?.['x-ms-resource-unit'] ?? 1));
  return typeof reply.body === 'object' && !(reply.body instanceof Uint8Array)
    ? { ...reply, body: spoilBody(reply.body, effects, `${world.base}${request.url}`) }
    : reply;
}

function callOf(
  world: GraphWorld,
  { method, url, header, body }: PlainRequest,
  from: { principal: Principal; effects: readonly FaultEffect[] },
): GraphCall {
  const [path = '', query = ''] = splitOnce(url, '?');
  return {
    world,
    principal: from.principal,
    method,
    segments: path
      .split('/')
      .filter((part) => part !== '')
      .map(decodeSegment),
    query,
    header,
    body,
    upset: { emptyPage: has(from.effects, 'emptyPage'), gone: has(from.effects, 'gone') },
  };
}

function has(effects: readonly FaultEffect[], kind: FaultEffect['kind']): boolean {
  return effects.some((effect) => effect.kind === kind);
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new GraphError(400, 'BadRequest', 'Resource not found for the segment: it is not properly encoded.');
  }
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function refuseByFault(effects: readonly FaultEffect[]): void {
  for (const effect of effects) {
    if (effect.kind === 'status') throw faultError(effect);
    if (effect.kind === 'forbidden') throw denied();
  }
}

const FAULT_CODES: Readonly<Record<number, string>> = {
  429: 'TooManyRequests',
  500: 'InternalServerError',
  502: 'BadGateway',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
  507: 'InsufficientStorage',
  509: 'BandwidthLimitExceeded',
};

function faultError({ status, code, message, retryAfter }: Extract<FaultEffect, { kind: 'status' }>): GraphError {
  const name = code ?? FAULT_CODES[status] ?? 'UnknownError';
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return new GraphError(status, name, message ?? `Simulated fault ${status}.`).with(headers);
}

function tooManyRequests({ directory }: GraphWorld, { clientId }: Principal, seconds: number): GraphError {
  return new GraphError(429, 'TooManyRequests', 'Too many requests.').with({
    'retry-after': String(seconds),
    'x-ms-throttle-scope': `Tenant_Application/ReadWrite/${clientId}/${directory.organization.id}`,
    'x-ms-throttle-information': 'ResourceUnitLimitExceeded',
  });
}

/** @throws GraphError 401 */
function authenticate(service: GraphService, { header }: PlainRequest, effects: readonly FaultEffect[]): Principal {
  const [, token] = /^Bearer (.+)$/i.exec(header('authorization') ?? '') ?? [];
  if (token === undefined) throw badToken('Access token is empty.');
  const { clock, directory } = service.world();
  const claims = service.signer.verify(token);
  if (!claims) throw badToken('IDX10511: Signature validation failed.');
  if (claims['aud'] !== GRAPH_RESOURCE) throw badToken('Access token validation failure. Invalid audience.');
  if (claims['tid'] !== directory.organization.id) throw badToken('Access token is of another tenant.');
  if (Number(claims['exp']) * 1000 <= clock.now() || has(effects, 'tokenExpired')) {
    throw badToken('Lifetime validation failed, the token is expired.');
  }
  return { clientId: String(claims['azp']), permissions: permissionsIn(claims) };
}

function badToken(message: string): GraphError {
  return new GraphError(401, 'InvalidAuthenticationToken', message).with({
    'www-authenticate': 'Bearer realm="", error="invalid_token"',
  });
}

/** Roles of an app, scopes of a user: the same names mean the same here. */
function permissionsIn({ roles, scp }: Claims): ReadonlySet<string> {
  return new Set([
    ...(Array.isArray(roles) ? roles.map(String) : []),
    ...(typeof scp === 'string' ? scp.split(' ') : []),
  ]);
}

function toWire({ status, headers = {}, body }: GraphReply): WireReply {
  if (body instanceof Uint8Array) return { status, headers, body };
  if (typeof body === 'object') {
    const type = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';
    return { status, headers: { 'content-type': type, ...headers }, body: JSON.stringify(body) };
  }
  return { status, headers: { 'content-type': 'text/plain', ...headers }, body: body ?? '' };
}

function delayOf(latency: Latency, url: string, effects: readonly FaultEffect[]): number {
  const slow = effects.find((effect) => effect.kind === 'slow')?.milliseconds ?? 0;
  return slow + ((url.includes('delta') ? latency.delta : latency.list) ?? 0);
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  if (request.method === 'GET') return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString() || 'null');
  } catch {
    return undefined;
  }
}
