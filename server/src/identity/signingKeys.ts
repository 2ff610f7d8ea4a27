import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock } from '../ports/clock.ts';
import { readBounded } from '../ports/readBounded.ts';

/** Entra publishes about ten keys of two kilobytes; more than this is not its answer. Bytes. */
const largestAnswer = 512 * 1024;

const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).min(1) });

const tenMinutes = 10 * 60_000;
const oneDay = 24 * 60 * 60_000;

/** Refuses what is no key set before it can take the place of a good one: too large, empty, or of another kind. */
const fetchKeySet = async (url: string, init: RequestInit): Promise<Response> => {
  const response = await fetch(url, init);
  if (response.status !== 200) return response;
  const text = await readBounded(response, largestAnswer);
  keySetSchema.parse(JSON.parse(text));
  return new Response(text, { status: 200, headers: { 'content-type': 'application/json' } });
};

/**
 * The keys that sign access tokens. Asked for again every ten minutes while nobody waits, and at once for a key that is
 * not known yet; the last good ones stay usable for a day, so that an outage of the key endpoint locks nobody out.
 * https://learn.microsoft.com/entra/identity-platform/signing-key-rollover
 */
export const openSigningKeys = (url: URL, clock: Clock): JWTVerifyGetKey => {
  const keys = createRemoteJWKSet(url, { cacheMaxAge: oneDay, [customFetch]: fetchKeySet });
  let askedAt = clock.now().getTime();
  return (header, token) => {
    const now = clock.now().getTime();
    if (now - askedAt > tenMinutes && keys.jwks() !== undefined) {
      askedAt = now;
      // Whether it fails matters to nobody yet: the next token asks again in ten minutes.
      void keys.reload().catch(() => undefined);
    }
    return keys(header, token);
  };
};
