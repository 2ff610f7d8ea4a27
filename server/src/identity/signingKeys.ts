import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { isFresh } from '../domain/schedule/clockSetRight.ts';
import type { Clock } from '../ports/clock.ts';
import { readBounded } from '../ports/readBounded.ts';

/** Entra publishes about ten keys of two kilobytes; more than this is not its answer. Bytes. */
const largestAnswer = 512 * 1024;

const keySetSchema = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), kid: z.unknown().optional(), issuer: z.unknown().optional() })).min(1),
});

type PublishedKey = z.infer<typeof keySetSchema>['keys'][number];

const tenMinutes = 10 * 60_000;
const oneDay = 24 * 60 * 60_000;

/** Refuses what is no key set before it can take the place of a good one: too large, empty, or of another kind. */
const openKeyFetch = (keep: (keys: readonly PublishedKey[]) => void) => async (url: string, init: RequestInit) => {
  const response = await fetch(url, init);
  if (response.status !== 200) return response;
  const text = await readBounded(response, largestAnswer);
  keep(keySetSchema.parse(JSON.parse(text)).keys);
  return new Response(text, { status: 200, headers: { 'content-type': 'application/json' } });
};

export interface SigningKeys {
  readonly find: JWTVerifyGetKey;
  /** The key of this name as it is published now, with whose tokens it may sign; undefined once it no longer is. */
  readonly published: (keyId: string | undefined) => { readonly issuer?: unknown } | undefined;
}

/**
 * The keys that sign access tokens. Asked for again every ten minutes while nobody waits, and at once for a key that is
 * not known yet; the last good ones stay usable for a day, so that an outage of the key endpoint locks nobody out.
 * https://learn.microsoft.com/entra/identity-platform/signing-key-rollover
 */
export const openSigningKeys = (url: URL, clock: Clock): SigningKeys => {
  let published = new Map<unknown, PublishedKey>();
  const fetchKeySet = openKeyFetch((found) => {
    published = new Map(found.map((key) => [key.kid, key]));
  });
  const keys = createRemoteJWKSet(url, { cacheMaxAge: oneDay, [customFetch]: fetchKeySet });
  let askedAt = clock.now();
  const find: JWTVerifyGetKey = (header, token) => {
    const now = clock.now();
    if (!isFresh(askedAt, now, tenMinutes) && keys.jwks() !== undefined) {
      askedAt = now;
      // Whether it fails matters to nobody yet: the next token asks again in ten minutes.
      void keys.reload().catch(() => undefined);
    }
    return keys(header, token);
  };
  return { find, published: (keyId) => published.get(keyId) };
};
