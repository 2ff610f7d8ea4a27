import { createRemoteJWKSet, customFetch, type JWK, type JWTVerifyGetKey } from 'jose';
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

export interface PublishedKey extends JWK {
  /** Whose tokens it may sign. */
  readonly issuer?: unknown;
}

export interface SigningKeys {
  readonly find: JWTVerifyGetKey;
  /** As it is published now; undefined once it no longer is. */
  readonly published: (keyId: string | undefined) => PublishedKey | undefined;
}

/**
 * The keys that sign access tokens. Asked for again every ten minutes while nobody waits, and at once for a key that is
 * not known yet; the last good ones stay usable for a day, so that an outage of the key endpoint locks nobody out.
 * https://learn.microsoft.com/entra/identity-platform/signing-key-rollover
 */
export const openSigningKeys = (url: URL, clock: Clock): SigningKeys => {
  const keys = createRemoteJWKSet(url, { cacheMaxAge: oneDay, [customFetch]: fetchKeySet });
  let askedAt = clock.now().getTime();
  const find: JWTVerifyGetKey = (header, token) => {
    const now = clock.now().getTime();
    if (now - askedAt > tenMinutes && keys.jwks() !== undefined) {
      askedAt = now;
      // Whether it fails matters to nobody yet: the next token asks again in ten minutes.
      void keys.reload().catch(() => undefined);
    }
    return keys(header, token);
  };
  return { find, published: (keyId) => keys.jwks()?.keys.find(({ kid }) => kid === keyId) };
};
