import type { Request, Response } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/telemetry/logger.ts';
import type { RequestCounts } from '../../ports/directory/requestCounts.ts';
import { tooManyRequests } from '../requests/tooManyRequests.ts';
import type { AwaitedStep } from './awaitMiddleware.ts';
import { limitBytes, type CountBytes } from './limitBytes.ts';
import { openSharedCount, type RequestsCounted } from './openSharedCount.ts';

export interface RateLimitOptions {
  readonly requestCounts: RequestCounts;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Counts a request; rejects with a RequestError when there were too many of its kind. */
type CountRequest = AwaitedStep;

export interface RateLimits {
  /** Requests of nobody in particular, by the address they come from: public ones, and those whose token was refused. */
  readonly byAddress: CountRequest;
  /** Graph's notifications, by address. */
  readonly ofNotifications: CountRequest;
  /** Images that mail programs of recipients ask for, by address. */
  readonly ofImages: CountRequest;
  /** Requests of a person who is signed in: an office behind one proxy is not one caller. */
  readonly byPerson: CountSignedIn;
  /**
   * Counts a request of such a person on the shortest way: what to tell them, names and values in turn, or null where there
   * were too many, and then it was not counted.
   */
  readonly countPerson: (person: Person) => readonly string[] | null;
  /** Requests of a program, by its API key: a loop that went wrong should hurt nobody else. */
  readonly byKey: CountSignedIn;
  /** Tries to connect: each asks Entra or stores something, and anybody in the world with a tenant can make them. */
  readonly ofConnecting: CountSignedIn;
  /** Messages that somebody sends to a webhook to try it: each goes to a server of somebody’s. */
  readonly ofWebhookTests: CountSignedIn;
  /** Bytes of bodies of a tenant's people and programs, before any is read; to be called once it was counted who asks. */
  readonly ofBodies: CountBytes;
}

interface Person {
  readonly tenantId: string;
  readonly userId: string;
}

type CountSignedIn = (request: Request, response: Response, person: Person) => Promise<void>;

interface Limit {
  readonly name: string;
  /** Requests per caller and minute, on all replicas together. */
  readonly perMinute: number;
  readonly message: string;
  /** Who the caller is. */
  readonly keyOf: (request: Request) => string;
}

const toldTooOften = 'Too many notifications at once. Tell them again later.';
/** Fifty a second of half a kilobyte each are a tenth of this. */
const notificationBytes = 16 * 1024 * 1024;
const largestNotification = 512 * 1024;
/** Two of the largest files of signatures a minute, which nobody needs more of. */
const bodyBytes = 64 * 1024 * 1024;

const both =
  (first: CountRequest, second: CountRequest): CountRequest =>
  async (request, response) => {
    await first(request, response);
    await second(request, response);
  };

const tooMany = 'Too many requests at once. Wait a minute and try again.';

/** An address, or of version 6 its network: one caller has billions of those. */
const addressOf = (request: Request): string => ipKeyGenerator(request.ip ?? '');

export const openRateLimits = (options: RateLimitOptions): RateLimits => {
  const people = new WeakMap<Request, Person>();
  const personOf = (request: Request): string => `${tenantOf(request)}:${people.get(request)?.userId ?? ''}`;
  const tenantOf = (request: Request): string => people.get(request)?.tenantId ?? '';
  const thingOf = (request: Request): string => `${tenantOf(request)}:${String(request.params['id']).toLowerCase()}`;
  const ofPerson = openLimit(options, { name: 'people', perMinute: 1200, message: tooMany, keyOf: personOf });
  const signedIn = (...steps: readonly CountRequest[]): CountSignedIn => {
    return async (request, response, person) => {
      people.set(request, person);
      for (const step of steps) await step(request, response);
    };
  };
  const ofNotificationBytes = limitBytes({
    ...options,
    perMinute: notificationBytes,
    message: toldTooOften,
    keyOf: addressOf,
  });
  return {
    ofBodies: limitBytes({ ...options, perMinute: bodyBytes, message: tooMany, keyOf: tenantOf }),
    byAddress: limitBy(options, { name: 'api', perMinute: 1200, message: tooMany, keyOf: addressOf }),
    // Graph sends from a few addresses for all tenants, up to fifty a second here; what is refused it tells again later,
    // and the schedule finds it anyway.
    ofNotifications: both(
      limitBy(options, { name: 'notifications', perMinute: 3000, message: toldTooOften, keyOf: addressOf }),
      (request, response) => ofNotificationBytes(request, response, largestNotification),
    ),
    // A proxy may stand for an office, or for all whom a mail provider reads mails for, so this ends floods and nothing else.
    ofImages: limitBy(options, { name: 'images', perMinute: 12_000, message: tooMany, keyOf: addressOf }),
    byPerson: signedIn(ofPerson.step),
    countPerson: ({ tenantId, userId }) => ofPerson.countWithin(`${tenantId}:${userId}`),
    byKey: signedIn(limitBy(options, { name: 'keys', perMinute: 300, message: tooMany, keyOf: personOf })),
    ofWebhookTests: signedIn(
      limitBy(options, { name: 'webhook tests', perMinute: 10, message: tooMany, keyOf: thingOf }),
    ),
    ofConnecting: signedIn(
      limitBy(options, { name: 'connecting people', perMinute: 30, message: tooMany, keyOf: personOf }),
      limitBy(options, { name: 'connecting tenants', perMinute: 60, message: tooMany, keyOf: tenantOf }),
      limitBy(options, { name: 'connecting addresses', perMinute: 60, message: tooMany, keyOf: addressOf }),
    ),
  };
};

const minute = 60_000;

/** How much of the limit a caller may use up before the replicas compare their counts. */
const sharedPart = 1 / 20;

interface OpenLimit {
  readonly step: CountRequest;
  /** Counts a request of this caller and returns what to tell them; null where it would be one too many. */
  readonly countWithin: (caller: string) => readonly string[] | null;
}

/**
 * Tells every caller what is left to them.
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
const openLimit = (options: RateLimitOptions, { name, perMinute, message, keyOf }: Limit): OpenLimit => {
  const count = openSharedCount({
    ...options,
    counts: options.requestCounts,
    name,
    windowMilliseconds: minute,
    shareEvery: perMinute * sharedPart,
  });
  const policy = `"${name}"; q=${String(perMinute)}; w=${String(minute / 1000)}`;
  const secondsOf = ({ endsIn }: RequestsCounted): string => String(Math.ceil(endsIn / 1000));
  const left = (counted: RequestsCounted): string =>
    `"${name}"; r=${String(Math.max(0, perMinute - counted.total))}; t=${secondsOf(counted)}`;
  return {
    step: (request, response) => {
      const counted = count(keyOf(request));
      response.append('RateLimit', left(counted));
      response.append('RateLimit-Policy', policy);
      if (counted.total <= perMinute) return Promise.resolve();
      return Promise.reject(tooManyRequests(response, counted.endsIn / 1000, message));
    },
    countWithin: (caller) => {
      const counted = count(caller, perMinute);
      return counted && ['RateLimit', left(counted), 'RateLimit-Policy', policy];
    },
  };
};

const limitBy = (options: RateLimitOptions, limit: Limit): CountRequest => openLimit(options, limit).step;
