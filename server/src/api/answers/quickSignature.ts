import type { Request, RequestHandler, Response } from 'express';
import { apiKeyPrefix } from '../../integrations/apiKeys.ts';
import { readClient, readProblemCode } from '../../domain/rollout/sighting.ts';
import type { Caller } from '../../ports/identity.ts';
import { nameRequest } from '../middleware/beginAnswer.ts';
import type { RateLimits } from '../middleware/rateLimits.ts';
import type { SightingDesk } from '../openSightingDesk.ts';
import { bearerToken, type Callers } from '../requests/openCallers.ts';
import type { KeptAnswer, KeptAnswers } from './keptAnswers.ts';
import { knowsEtag } from './knowsEtag.ts';

interface QuickDesk {
  readonly callers: Callers;
  readonly limits: Pick<RateLimits, 'countPerson'>;
  readonly keptAnswers: KeptAnswers;
  readonly sightings: SightingDesk;
  /** What no answer goes without. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

type Person = Pick<Caller, 'tenantId' | 'userId'>;

/** Under which a person's own signature is kept, by the whole of what they asked. */
export const keyOfOwn = (userId: string, url: string): string => `${userId} ${url}`;

/**
 * Every mail asks for its signature, and hardly any time something has changed since: an answer that is kept goes out
 * before anything else of the way there, once it is known who asks and that they do not ask too often. Whatever is not as
 * simple goes that way: what has to be made, written down or refused.
 */
export const quickSignature = (desk: QuickDesk): RequestHandler => {
  const always = desk.headers.filter(([name]) => name !== 'cache-control').flat();
  return async (request, response, next) => {
    const token = bearerToken(request);
    if (token === null || token.startsWith(apiKeyPrefix)) {
      next();
      return;
    }
    const verified = desk.callers.verify(token);
    let kept: Answer | null = null;
    try {
      kept = await answerFor(desk, await verified, request);
    } catch {
      // Nobody that is known, which is not for here to say.
    }
    if (kept !== null) send(kept, always, { request, response });
    else {
      desk.callers.keep(request, verified);
      next();
    }
  };
};

interface Answer extends KeptAnswer {
  /** What to tell of how often they may ask. */
  readonly counted: readonly string[];
}

/** Null for what is not kept, and for who asks too often. */
const answerFor = async (desk: QuickDesk, caller: Person, request: Request): Promise<Answer | null> => {
  const kept = saysNothingNew(desk, caller, request) ? await findKept(desk, caller, request) : null;
  const counted = kept === null ? null : desk.limits.countPerson(caller);
  return kept === null || counted === null ? null : { ...kept, counted };
};

const findKept = ({ keptAnswers }: QuickDesk, caller: Person, { url }: Request): Promise<KeptAnswer | null> =>
  keptAnswers.find({ tenantId: caller.tenantId, key: keyOfOwn(caller.userId, url) });

const saysNothingNew = ({ sightings }: QuickDesk, { tenantId, userId }: Person, request: Request): boolean => {
  if (!request.url.includes('client=')) return true;
  const { client, problem } = request.query;
  if (typeof client !== 'string') return false;
  const code = readProblemCode(typeof problem === 'string' ? problem : '');
  return sightings.isKnown(tenantId, userId, { ...readClient(client), problem: code });
};

interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

/**
 * In one piece: each header that is set on its own costs as much as looking the answer up. Whoever has the answer already has
 * what was told with it too, and is told no more than what a cache needs.
 */
const send = ({ etag, body, counted }: Answer, always: readonly string[], { request, response }: Exchange): void => {
  const cached = ['x-request-id', nameRequest(request), 'etag', etag, 'cache-control', 'private, no-cache'];
  cached.push('vary', 'authorization');
  if (knowsEtag(request, etag)) {
    response.writeHead(304, cached).end();
    return;
  }
  const about = ['content-type', 'application/json; charset=utf-8', 'content-length', String(body.length)];
  response.writeHead(200, [...cached, ...counted, ...always, ...about]).end(body);
};
