import type { Express, Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import type { Access, Endpoint } from '../contract/endpoint.ts';
import { grantedRole } from '../domain/access/roleGrants.ts';
import { RequestError } from '../domain/errors.ts';
import type { RoleGrantRepository } from '../ports/repositories/roleGrantRepository.ts';
import type { Role } from '../contract/manage/session.ts';
import type { Actor, ApiOptions, KnownCaller } from './apiOptions.ts';
import { apiKeyPrefix } from '../integrations/apiKeys.ts';
import { hasHeadersAlone, sendHeadersAlone } from './answers/headersAlone.ts';
import { invalidRequest } from './requests/invalidRequest.ts';
import { fileReader, jsonBodyReader, usualLimit, type BodyReader } from './middleware/readJsonBody.ts';
import type { RateLimits } from './middleware/rateLimits.ts';
import { bearerToken, type Callers } from './requests/openCallers.ts';
import { entraRoleOf, roleOf } from './roles/roleOf.ts';

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What a handler gets: everything checked, nothing raw. */
export interface Call<E extends Endpoint> {
  readonly params: Parsed<E['params']>;
  readonly query: Parsed<E['query']>;
  readonly body: Parsed<E['body']>;
  readonly actor: E['access'] extends 'public' ? null : Actor;
  readonly request: Request;
  readonly response: Response;
}

type Answer<E extends Endpoint> = E['response'] extends z.ZodType ? z.output<E['response']> : undefined;

/** Returned by a handler that has answered by itself, for streams and conditional responses. */
export const answered = Symbol('answered');

export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Answer<E> | typeof answered>;

export type Mount = <E extends Endpoint>(endpoint: E, handler: Handler<E>) => void;

interface Door {
  /** Who holds an API key. Throws RequestError 401. */
  readonly keyHolder: (key: string) => Promise<KnownCaller>;
  readonly audit: ApiOptions['audit'];
  readonly callers: Callers;
  readonly roleGrants: RoleGrantRepository;
  readonly limits: RateLimits;
  /** Throws RequestError 409 for a tenant of which everything is being erased: nothing is kept for it then. */
  readonly refuseErasing: (tenantId: string) => Promise<void>;
  /** Throws RequestError 409 for a tenant that never connected. */
  readonly requirePlace: (tenantId: string) => Promise<void>;
}

/**
 * Ties handlers to endpoints of the contract: who may call, what comes in, what goes out. Who asks is looked at before
 * a byte of the body is read, so strangers cost next to nothing.
 */
export const mountOn =
  (app: Express, door: Door): Mount =>
  (endpoint, handler) => {
    const readBody = bodyReaderOf(endpoint);
    const largest = largestBodyOf(endpoint);
    const serve: RequestHandler = async (request, response) => {
      const actor = await admit(door, endpoint, [request, response]);
      if (actor !== null && largest > 0) await door.limits.ofBodies(request, response, largest);
      await readBody(request, response);
      const call = {
        params: parse(endpoint.params, request.params, 'path'),
        query: parse(endpoint.query, request.query, 'query'),
        body: parse(endpoint.body, request.body ?? {}, 'body'),
        actor,
        request,
        response,
      } as Call<typeof endpoint>;
      if (request.method === 'HEAD' && hasHeadersAlone(endpoint)) {
        sendHeadersAlone(endpoint, response);
        return;
      }
      const answer = await (actor === null
        ? handler(call)
        : door.audit.around({ endpoint, actor, request }, () => handler(call)));
      if (answer === answered) return;
      if (answer === undefined) response.status(endpoint.status).end();
      else response.status(endpoint.status).json(answer);
    };
    app[endpoint.method](endpoint.path.replace(/\{(\w+)\}/g, ':$1'), serve);
  };

const largestBodyOf = ({ body, bodyLimit = usualLimit, upload }: Endpoint): number =>
  upload?.limit ?? (body === undefined ? 0 : bodyLimit);

const bodyReaderOf = ({ body, bodyLimit, upload }: Endpoint): BodyReader => {
  if (upload !== undefined) return fileReader(upload);
  return body === undefined ? () => Promise.resolve() : jsonBodyReader(bodyLimit);
};

/** Null on public endpoints. Throws 401, 403, 409 or 429. */
const admit = async (
  door: Door,
  endpoint: Endpoint,
  [request, response]: readonly [Request, Response],
): Promise<Actor | null> => {
  const { limits } = door;
  const { access, countedAs } = endpoint;
  if (access === 'public') {
    await (countedAs === 'notification' ? limits.ofNotifications : limits.byAddress)(request, response);
    return null;
  }
  const caller = await authenticate(door, request).catch(async (error: unknown) => {
    await limits.byAddress(request, response);
    throw error;
  });
  await (caller.scopes === null ? limits.byPerson : limits.byKey)(request, response, caller);
  await door.refuseErasing(caller.tenantId);
  const actor = await withRole(door, endpoint, caller);
  await authorize(door, endpoint, { actor, request });
  await countKind(limits, countedAs)?.(request, response, actor);
  if (storesForTenant(endpoint)) await door.requirePlace(actor.tenantId);
  return actor;
};

/** By what a request is counted besides. */
const countKind = (limits: RateLimits, countedAs: Endpoint['countedAs']): RateLimits['ofConnecting'] | undefined => {
  if (countedAs === 'connecting') return limits.ofConnecting;
  return countedAs === 'webhookTest' ? limits.ofWebhookTests : undefined;
};

/** Anybody in the world can have a tenant and a token of it: nothing is kept for one that never connected. */
const storesForTenant = ({ method, beforeConnecting }: Endpoint): boolean =>
  method !== 'get' && beforeConnecting !== true;

const parse = (schema: z.ZodType | undefined, value: unknown, place: string): unknown => {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalidRequest(parsed.error, place);
  return parsed.data;
};

const authenticate = async ({ callers, keyHolder }: Door, request: Request): Promise<KnownCaller> => {
  const token = bearerToken(request);
  if (token === null) throw new RequestError(401, 'not-signed-in', 'Sign in first.');
  if (token.startsWith(apiKeyPrefix)) return keyHolder(token);
  return { ...(await callers.of(request, token)), scopes: null };
};

/** As they are at this moment, so that what was revoked counts from the next request on. */
const withRole = async ({ roleGrants }: Door, { asTeammate }: Endpoint, caller: KnownCaller): Promise<Actor> => {
  // Beyond what an auditor sees, a key has what its scopes say.
  if (caller.scopes !== null) return { ...caller, role: 'auditor' };
  // Nothing that is granted here goes beyond an administrator, and every mail asks for its signature.
  const isKnown = asTeammate === true || entraRoleOf(caller) === 'admin';
  const granted = isKnown ? null : grantedRole((await roleGrants.get(caller.tenantId)).value, caller.userId);
  return { ...caller, role: roleOf(caller, granted) };
};

const allowed: Readonly<Record<Access, readonly Role[]>> = {
  public: ['admin', 'designer', 'auditor', 'teammate'],
  signedIn: ['admin', 'designer', 'auditor', 'teammate'],
  auditor: ['admin', 'designer', 'auditor'],
  designer: ['admin', 'designer'],
  admin: ['admin'],
};

/** A key opens what its scopes name and nothing else, whoever made it. */
const mayCall = ({ access, scope }: Endpoint, { role, scopes }: Actor): boolean =>
  scopes === null ? allowed[access].includes(role) : scope !== undefined && scopes.includes(scope);

const whyNot = ({ access, scope }: Endpoint, { role, scopes }: Actor): RequestError => {
  if (scopes === null)
    return new RequestError(403, 'forbidden', 'Your role does not allow this. Ask an administrator of your tenant.', {
      detail: `${role} is not ${access}`,
    });
  if (scope === undefined)
    return new RequestError(403, 'key-not-accepted', 'No API key opens this. Sign in as a person.');
  const message = `This API key lacks the scope ${scope}. Make one that has it.`;
  return new RequestError(403, 'scope-missing', message, { values: { scope } });
};

const authorize = async (
  { audit }: Door,
  endpoint: Endpoint,
  { actor, request }: { readonly actor: Actor; readonly request: Request },
): Promise<void> => {
  if (mayCall(endpoint, actor)) return;
  const refusal = whyNot(endpoint, actor);
  await audit.refused({ endpoint, actor, request }, refusal.code);
  throw refusal;
};
