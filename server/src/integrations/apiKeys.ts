import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { RequestError, StaleRevision } from '../domain/errors.ts';
import { stateOf, type ApiKey } from '../domain/integration/apiKey.ts';
import { isFresh } from '../domain/schedule/clockSetRight.ts';
import { guidOf } from '../domain/text/guidOf.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/telemetry/logger.ts';
import { noteInPassing } from '../ports/noteInPassing.ts';
import type { Repositories } from '../ports/repositories.ts';

export interface ApiKeyDesk {
  readonly repositories: Pick<Repositories, 'apiKeys'>;
  readonly clock: Clock;
}

/** Whoever holds a key is let in, whether or not it can be kept that they came. */
export type IdentifyingDesk = ApiKeyDesk & { readonly logger: Logger };

export interface IdentifiedKey {
  readonly tenantId: string;
  readonly key: ApiKey;
}

/** By this a bearer token is known for a key of ours and no token of Entra's; secret scanners know it too. */
export const apiKeyPrefix = 'usk_';

const hintLength = apiKeyPrefix.length + 8;
/** Its id, its tenant and the secret. Bytes. */
const layout = { id: 16, tenant: 16, secret: 32 };
const mostActive = 20;
const mostKept = 100;
/** How exactly one is told when a key was last used: a write for each request would cost more than the request. */
const usedEvery = 10 * 60_000;

/** Makes a key; what it returns beside it is the only place where the key stands. Throws RequestError 409 `too-many-keys`. */
export const createApiKey = async (
  { repositories: { apiKeys }, clock }: ApiKeyDesk,
  tenantId: string,
  wanted: Pick<ApiKey, 'name' | 'scopes' | 'createdBy' | 'expiresAt'>,
): Promise<{ readonly key: ApiKey; readonly secret: string }> => {
  const now = clock.now();
  const kept = await apiKeys.list(tenantId);
  const unused = kept.filter((key) => stateOf(key, now) !== 'active');
  if (kept.length - unused.length >= mostActive) throw tooMany();
  const over = unused.slice(Math.max(0, mostKept - 1 - (kept.length - unused.length)));
  if (over.length > 0)
    await apiKeys.remove(
      tenantId,
      over.map(({ id }) => id),
    );
  const id = randomUUID();
  const secret = write(id, tenantId);
  const key: ApiKey = {
    ...wanted,
    id,
    hint: secret.slice(0, hintLength),
    hash: digest(secret).toString('base64url'),
    createdAt: now.toISOString(),
    revokedAt: null,
    lastUsedAt: null,
  };
  await apiKeys.save(tenantId, key, 0);
  // Counted again with this one in it: of several made at once none may slip past the others.
  if ((await apiKeys.list(tenantId)).filter((each) => stateOf(each, now) === 'active').length > mostActive) {
    await apiKeys.remove(tenantId, [id]);
    throw tooMany();
  }
  return { key, secret };
};

const tooMany = (): RequestError =>
  new RequestError(409, 'too-many-keys', `A tenant has ${String(mostActive)} keys at most. Revoke one first.`);

/** Null where there is none; one that is revoked already stays as it is. */
export const revokeApiKey = async (
  { repositories: { apiKeys }, clock }: ApiKeyDesk,
  tenantId: string,
  id: string,
): Promise<ApiKey | null> => {
  for (;;) {
    const found = await apiKeys.get(tenantId, id);
    if (found === null || found.value.revokedAt !== null) return found?.value ?? null;
    const revoked = { ...found.value, revokedAt: clock.now().toISOString() };
    try {
      await apiKeys.save(tenantId, revoked, found.revision);
      return revoked;
    } catch (error) {
      if (!(error instanceof StaleRevision)) throw error;
    }
  }
};

/** Whose key this is. Throws RequestError 401 for one that is not known, revoked or expired. */
export const identifyKey = async (desk: IdentifyingDesk, text: string): Promise<IdentifiedKey> => {
  const place = read(text);
  const found = place === null ? null : await desk.repositories.apiKeys.get(place.tenantId, place.id);
  if (place === null || found === null || !timingSafeEqual(digest(text), Buffer.from(found.value.hash, 'base64url')))
    throw new RequestError(401, 'key-unknown', 'This API key is not known here.');
  const now = desk.clock.now();
  const state = stateOf(found.value, now);
  if (state !== 'active') throw new RequestError(401, `key-${state}`, `This API key is ${state}. Ask for a new one.`);
  const { tenantId } = place;
  const write = () => noteUse(desk, tenantId, { key: found.value, revision: found.revision, now });
  await noteInPassing(desk.logger, { tenantId, lost: 'when an API key was used could not be kept', write });
  return { tenantId, key: found.value };
};

interface Use {
  readonly key: ApiKey;
  readonly revision: number;
  readonly now: Date;
}

const noteUse = async (
  { repositories: { apiKeys } }: ApiKeyDesk,
  tenantId: string,
  { key, revision, now }: Use,
): Promise<void> => {
  if (key.lastUsedAt !== null && isFresh(key.lastUsedAt, now, usedEvery)) return;
  try {
    await apiKeys.save(tenantId, { ...key, lastUsedAt: now.toISOString() }, revision);
  } catch (error) {
    // Another request wrote it, or somebody revokes it just now.
    if (!(error instanceof StaleRevision)) throw error;
  }
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

const bytesOf = (guid: string): Buffer => Buffer.from(guid.replaceAll('-', ''), 'hex');

const write = (id: string, tenantId: string): string =>
  apiKeyPrefix + Buffer.concat([bytesOf(id), bytesOf(tenantId), randomBytes(layout.secret)]).toString('base64url');

/** Where a key would be kept, if it is one; null for what cannot be one. */
const read = (text: string): { readonly id: string; readonly tenantId: string } | null => {
  const bytes = Buffer.from(text.slice(apiKeyPrefix.length), 'base64url');
  if (bytes.length !== layout.id + layout.tenant + layout.secret) return null;
  return {
    id: guidOf(bytes.toString('hex', 0, layout.id)),
    tenantId: guidOf(bytes.toString('hex', layout.id, layout.id + layout.tenant)),
  };
};
