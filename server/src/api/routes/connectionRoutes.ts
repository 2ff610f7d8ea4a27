import { endpoints } from '../../contract/endpoints.ts';
import { noConnection } from '../../domain/connection/connection.ts';
import { RequestError } from '../../domain/errors.ts';
import { checkConnection } from '../../sync/connection/checkConnection.ts';
import { finishConsent, startConsent, type ConsentDesk } from '../../sync/connection/consentRoundTrip.ts';
import type { ApiOptions } from '../apiOptions.ts';
import { answered, type Mount } from '../mountEndpoint.ts';
import { consentReturnPage } from '../present/consentReturnPage.ts';
import { presentConnection } from '../present/presentConnection.ts';
import { canConsent } from '../roleOf.ts';

export const mountConnectionRoutes = (mount: Mount, options: ApiOptions): void => {
  const { repositories, openDirectory, appTokens, clock, secretBox, consentLinks } = options;
  const desk: ConsentDesk = {
    connections: repositories.connections,
    attempts: repositories.consentAttempts,
    appTokens,
    openDirectory,
    clock,
    secretBox,
    links: consentLinks,
  };

  mount(endpoints.getConnection, async ({ actor }) => {
    const found = await repositories.connections.get(actor.tenantId);
    return presentConnection(found?.value ?? noConnection);
  });

  mount(endpoints.deleteConnection, async ({ actor }) => {
    await repositories.connections.save(actor.tenantId, noConnection);
    return undefined;
  });

  mount(endpoints.checkConnection, async ({ actor }) =>
    presentConnection(await checkConnection(desk, { tenantId: actor.tenantId })),
  );

  mount(endpoints.startConsent, async ({ actor, body }) => {
    if (!canConsent(actor)) {
      throw new RequestError(
        403,
        'consent-needs-admin',
        'Only a Global Administrator or Privileged Role Administrator can give consent. Ask one of them to sign in here.',
      );
    }
    const { tenantId, userId, displayName } = actor;
    return { url: await startConsent(desk, { tenantId, userId, displayName, returnTo: body.returnTo }) };
  });

  mount(endpoints.finishConsent, async ({ request, response }) => {
    const text = (name: string): string | null => {
      const value = request.query[name];
      return typeof value === 'string' ? value : null;
    };
    const { outcome, returnTo } = await finishConsent(desk, {
      state: text('state') ?? '',
      error: text('error'),
      errorDescription: text('error_description'),
    });
    if (returnTo === 'page') response.redirect(303, `/?consent=${outcome}`);
    else response.type('html').send(consentReturnPage(outcome));
    return answered;
  });
};
