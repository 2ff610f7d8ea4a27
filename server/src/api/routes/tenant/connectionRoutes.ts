import { endpoints } from '../../../contract/endpoints.ts';
import { languages } from '../../../contract/signatures/languages.ts';
import type { RegistrationRequest } from '../../../contract/manage/connection.ts';
import { noConnection, type Connection } from '../../../domain/connection/connection.ts';
import { registrationPurpose } from '../../../domain/connection/registration.ts';
import type { RegistrationForm } from '../../../domain/connection/registrationForm.ts';
import { RequestError } from '../../../domain/errors.ts';
import { checkConnection, disconnect } from '../../../sync/connection/checkConnection.ts';
import { connectRegistration, type RegistrationDesk } from '../../../sync/connection/connectRegistration.ts';
import { finishConsent, startConsent, type ConsentDesk } from '../../../sync/connection/consentRoundTrip.ts';
import { cancelRuns } from '../../../sync/startRun.ts';
import type { SecretBox } from '../../../ports/secretBox.ts';
import type { AuditTrail } from '../../audit/openAuditTrail.ts';
import type { Actor, ApiOptions } from '../../apiOptions.ts';
import { answered, type Mount } from '../../mountEndpoint.ts';
import { consentReturnPage } from '../../present/consentReturnPage.ts';
import { presentConnection } from '../../present/presentConnection.ts';
import { canConsent } from '../../roles/roleOf.ts';

export const mountConnectionRoutes = (mount: Mount, options: ApiOptions): void => {
  const { repositories, clock, secretBox } = options;
  const desk = openDesk(options);
  const present = async (connection: Connection, { tenantId, role }: Pick<Actor, 'tenantId' | 'role'>) =>
    presentConnection({
      connection,
      mayConnect: await options.admission.allows(tenantId, connection),
      now: clock.now(),
      isReadable: canOpen(secretBox, tenantId, connection),
      showsRegistration: role !== 'teammate',
    });

  mount(endpoints.getConnection, async ({ actor }) => {
    const found = await repositories.connections.get(actor.tenantId);
    // The replica that began to look may be gone; whoever is asked goes on.
    if ((found?.value.granting ?? null) !== null) desk.noticeGrant(actor.tenantId);
    return present(found?.value ?? noConnection, actor);
  });

  mount(endpoints.deleteConnection, async ({ actor }) => {
    await disconnect(desk, actor.tenantId);
    // Its consent may still stand in Entra, so what is under way would go on reading people.
    await cancelRuns(options.runDesk, actor.tenantId);
    return undefined;
  });

  mount(endpoints.checkConnection, async ({ actor }) => present(await checkConnection(desk, actor), actor));

  mount(endpoints.putRegistration, async ({ actor, body }) => {
    const { tenantId, userId, displayName } = actor;
    const { connection, trimmed, group } = await connectRegistration(desk, {
      tenantId,
      by: { id: userId, displayName },
      form: formFrom(body),
      useGroup: body.useGroup ?? null,
    });
    return { connection: await present(connection, actor), trimmed: [...trimmed], group };
  });

  mountConsentRoutes(mount, desk, options.audit);
};

const mountConsentRoutes = (mount: Mount, desk: ConsentDesk, audit: AuditTrail): void => {
  mount(endpoints.startConsent, async ({ actor, body }) => {
    if (!canConsent(actor)) {
      throw new RequestError(
        403,
        'consent-needs-admin',
        'Only a Global Administrator or Privileged Role Administrator can give consent. Ask one of them to sign in here.',
      );
    }
    const { tenantId, userId, displayName } = actor;
    return { url: await startConsent(desk, { tenantId, userId, displayName, returnTo: body.returnTo, aim: body.aim }) };
  });

  mount(endpoints.finishConsent, async ({ request, response }) => {
    const text = (name: string): string | null => {
      const value = request.query[name];
      return typeof value === 'string' ? value : null;
    };
    const { outcome, returnTo, by } = await finishConsent(desk, {
      state: text('state') ?? '',
      error: text('error'),
      errorDescription: text('error_description'),
    });
    if (by !== null) {
      const deed = {
        action: 'finishConsent',
        diff: { changes: [{ field: 'consent', old: null, new: outcome }], more: 0 },
      };
      // Only who may give consent gets a link to do so.
      await audit.record({ ...by, role: 'admin' }, request, deed);
    }
    if (returnTo === 'page') response.redirect(303, `/?consent=${outcome}`);
    else response.type('html').send(consentReturnPage(outcome, request.acceptsLanguages([...languages])));
    return answered;
  });
};

const openDesk = (options: ApiOptions): ConsentDesk & RegistrationDesk => ({
  connections: options.repositories.connections,
  admission: options.admission,
  attempts: options.repositories.consentAttempts,
  selections: options.repositories.selections,
  appTokens: options.appTokens,
  openDirectory: options.openDirectory,
  openDirectoriesWith: options.openDirectoriesWith,
  readCertificate: options.readCertificate,
  clock: options.clock,
  secretBox: options.secretBox,
  links: options.consentLinks,
  noticeGrant: options.work.noticeGrant,
});

const formFrom = (body: RegistrationRequest): RegistrationForm => ({
  tenantId: body.tenantId,
  clientId: body.clientId,
  clientSecret: body.clientSecret ?? '',
  certificate: body.certificate ?? '',
  secretExpiresOn: body.secretExpiresOn ?? '',
  groupId: body.groupId ?? '',
});

/** Looked at each time, because the operator may have changed the key since. */
const canOpen = (box: SecretBox, tenantId: string, { registration }: Connection): boolean =>
  registration === null || box.open(registrationPurpose(tenantId, registration.clientId), registration.sealed) !== null;
