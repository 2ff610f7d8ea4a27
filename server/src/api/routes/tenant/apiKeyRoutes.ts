import { endpoints } from '../../../contract/endpoints.ts';
import type { ApiKey as PresentedKey } from '../../../contract/manage/integrations.ts';
import { endOfDay } from '../../../domain/connection/registrationForm.ts';
import { InvalidFields, RequestError } from '../../../domain/errors.ts';
import { stateOf, type ApiKey } from '../../../domain/integration/apiKey.ts';
import { createApiKey, revokeApiKey } from '../../../integrations/apiKeys.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';

export const mountApiKeyRoutes = (mount: Mount, options: ApiOptions): void => {
  const { repositories, clock } = options;
  mount(endpoints.listApiKeys, async ({ actor }) => ({
    items: (await repositories.apiKeys.list(actor.tenantId)).map((key) => present(key, clock.now())),
  }));
  mount(endpoints.createApiKey, async ({ actor, body }) => {
    const { name, scopes, expiresOn } = body;
    const { key, secret } = await createApiKey(options, actor.tenantId, {
      name,
      scopes: [...new Set(scopes)].sort(),
      createdBy: { id: actor.userId, displayName: actor.displayName },
      expiresAt: expiresOn === null ? null : endIn(expiresOn, clock.now()),
    });
    return { ...present(key, clock.now()), secret };
  });
  mount(endpoints.revokeApiKey, async ({ actor, params }) => {
    if ((await revokeApiKey(options, actor.tenantId, params.id)) === null)
      throw new RequestError(404, 'not-found', 'There is no such key.');
    return undefined;
  });
};

const endIn = (day: string, now: Date): string => {
  const end = endOfDay(day);
  if (end !== null && Date.parse(end) >= now.getTime()) return end;
  const message = 'This date has passed. Choose a later one, or none.';
  throw new InvalidFields({
    status: 400,
    code: 'invalid-request',
    problems: [{ path: 'body.expiresOn', code: 'expiry-past', message }],
  });
};

const present = (key: ApiKey, now: Date): PresentedKey => {
  const { id, name, scopes, hint, createdAt, createdBy, expiresAt, lastUsedAt } = key;
  return {
    id,
    name,
    scopes: [...scopes],
    hint,
    state: stateOf(key, now),
    createdAt,
    createdBy,
    expiresAt,
    lastUsedAt,
  };
};
