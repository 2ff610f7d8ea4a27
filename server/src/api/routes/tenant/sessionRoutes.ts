import { endpoints } from '../../../contract/endpoints.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { noteEntraRole } from '../../roles/noteEntraRole.ts';
import { canConsent } from '../../roles/roleOf.ts';

export const mountSessionRoutes = (mount: Mount, options: ApiOptions): void => {
  const { publicConfig, audit } = options;
  mount(endpoints.getConfig, async () => Promise.resolve(publicConfig));

  mount(endpoints.getSession, async ({ actor, request }) => {
    await audit.signedIn(actor, request);
    await noteEntraRole(options, actor);
    return {
      user: { id: actor.userId, displayName: actor.displayName, userPrincipalName: actor.userPrincipalName },
      tenantId: actor.tenantId,
      role: actor.role,
      canConsent: canConsent(actor),
    };
  });
};
