import { endpoints } from '../../contract/endpoints.ts';
import type { ApiOptions } from '../apiOptions.ts';
import type { Mount } from '../mountEndpoint.ts';
import { canConsent } from '../roleOf.ts';

export const mountSessionRoutes = (mount: Mount, { publicConfig, audit }: ApiOptions): void => {
  mount(endpoints.getConfig, async () => Promise.resolve(publicConfig));

  mount(endpoints.getSession, async ({ actor, request }) => {
    await audit.signedIn(actor, request);
    return {
      user: { id: actor.userId, displayName: actor.displayName, userPrincipalName: actor.userPrincipalName },
      tenantId: actor.tenantId,
      role: actor.role,
      canConsent: canConsent(actor),
    };
  });
};
