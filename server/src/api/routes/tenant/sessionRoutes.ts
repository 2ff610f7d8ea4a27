import { endpoints } from '../../../contract/endpoints.ts';
import { noteInPassing } from '../../../ports/noteInPassing.ts';
import type { ApiOptions } from '../../apiOptions.ts';
import type { Mount } from '../../mountEndpoint.ts';
import { noteEntraRole } from '../../roles/noteEntraRole.ts';
import { canConsent } from '../../roles/roleOf.ts';

export const mountSessionRoutes = (mount: Mount, options: ApiOptions): void => {
  const { publicConfig, audit, logger } = options;
  mount(endpoints.getConfig, async () => Promise.resolve(publicConfig));

  mount(endpoints.getSession, async ({ actor, request }) => {
    const { tenantId } = actor;
    const notes = [
      { lost: 'that somebody signed in could not be kept', write: () => audit.signedIn(actor, request) },
      { lost: 'whom Entra gives a role could not be kept', write: () => noteEntraRole(options, actor) },
    ];
    for (const note of notes) await noteInPassing(logger, { ...note, tenantId });
    return {
      user: { id: actor.userId, displayName: actor.displayName, userPrincipalName: actor.userPrincipalName },
      tenantId,
      role: actor.role,
      canConsent: canConsent(actor),
    };
  });
};
