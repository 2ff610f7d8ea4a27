import express, { type Express } from 'express';
import type { ApiOptions } from './api/apiOptions.ts';
import { openEventStreams } from './api/events/openEventStream.ts';
import { quickSignature } from './api/answers/quickSignature.ts';
import { openSightingDesk } from './api/openSightingDesk.ts';
import { keyHolder } from './api/requests/keyHolder.ts';
import { openCallers } from './api/requests/openCallers.ts';
import { notFound, problemHandler } from './api/middleware/problemHandler.ts';
import { openRateLimits } from './api/middleware/rateLimits.ts';
import { beginAnswer } from './api/middleware/beginAnswer.ts';
import { securityHeaders } from './api/middleware/securityHeaders.ts';
import { traceRequests } from './api/middleware/traceRequests.ts';
import { endpoints } from './contract/endpoints.ts';
import { contractMarkOf } from './api/contractMark.ts';
import { mountOn } from './api/mountEndpoint.ts';
import { mountAddinRoutes } from './api/routes/installation/addinRoutes.ts';
import { mountApiKeyRoutes } from './api/routes/tenant/apiKeyRoutes.ts';
import { mountAssignedRoutes } from './api/routes/signatures/assignedRoutes.ts';
import { mountAssignmentRoutes } from './api/routes/signatures/assignmentRoutes.ts';
import { mountAuditRoutes } from './api/routes/tenant/auditRoutes.ts';
import { mountBrandRoutes } from './api/routes/signatures/brandRoutes.ts';
import { mountConnectionRoutes } from './api/routes/tenant/connectionRoutes.ts';
import { mountDesignRoutes } from './api/routes/signatures/designRoutes.ts';
import { mountDirectoryRoutes } from './api/routes/people/directoryRoutes.ts';
import { mountEventRoutes } from './api/routes/sync/eventRoutes.ts';
import { mountExplainRoutes } from './api/routes/signatures/explainRoutes.ts';
import { mountCompletenessRoutes } from './api/routes/fields/completenessRoutes.ts';
import { mountFieldRoutes } from './api/routes/fields/fieldRoutes.ts';
import { mountHeldRoutes } from './api/routes/people/heldRoutes.ts';
import { mountImageFileRoutes } from './api/routes/signatures/imageFileRoutes.ts';
import { mountImageRoutes } from './api/routes/signatures/imageRoutes.ts';
import { mountMeasuring, mountMetrics } from './api/routes/installation/metricsRoutes.ts';
import { mountManifestRoutes } from './api/routes/installation/manifestRoutes.ts';
import { mountMeRoutes } from './api/routes/signatures/meRoutes.ts';
import { mountNotificationRoutes } from './api/routes/sync/notificationRoutes.ts';
import { mountOperationRoutes } from './api/routes/installation/operationRoutes.ts';
import { mountOverridesRoutes } from './api/routes/fields/overridesRoutes.ts';
import { mountPhotoRoutes } from './api/routes/people/photoRoutes.ts';
import { mountPrivacyRoutes } from './api/routes/people/privacyRoutes.ts';
import { mountRoleRoutes } from './api/routes/tenant/roleRoutes.ts';
import { mountProposalRoutes } from './api/routes/signatures/proposalRoutes.ts';
import { mountRolloutRoutes } from './api/routes/people/rolloutRoutes.ts';
import { mountSelectionRoutes } from './api/routes/people/selectionRoutes.ts';
import { mountSessionRoutes } from './api/routes/tenant/sessionRoutes.ts';
import { mountSettingsRoutes } from './api/routes/tenant/settingsRoutes.ts';
import { mountSignatureRoutes } from './api/routes/signatures/signatureRoutes.ts';
import { mountStatusRoutes } from './api/routes/sync/statusRoutes.ts';
import { mountSyncRoutes } from './api/routes/sync/syncRoutes.ts';
import { mountTeammateRoutes } from './api/routes/people/teammateRoutes.ts';
import { mountTransferRoutes } from './api/routes/signatures/transferRoutes.ts';
import { mountWebhookRoutes } from './api/routes/tenant/webhookRoutes.ts';
import { openErasureGate, requirePlace } from './api/tenantConnection.ts';

const areas = [
  // First, because routes are looked through one by one, and every mail asks for its signature.
  mountMeRoutes,
  mountSessionRoutes,
  mountConnectionRoutes,
  mountDirectoryRoutes,
  mountSelectionRoutes,
  mountSyncRoutes,
  mountStatusRoutes,
  mountEventRoutes,
  mountNotificationRoutes,
  mountTeammateRoutes,
  mountPhotoRoutes,
  mountExplainRoutes,
  mountHeldRoutes,
  mountSettingsRoutes,
  mountAuditRoutes,
  mountRoleRoutes,
  mountPrivacyRoutes,
  mountApiKeyRoutes,
  mountWebhookRoutes,
  // Before the signatures: their ids are no names.
  mountDesignRoutes,
  mountAssignedRoutes,
  mountSignatureRoutes,
  mountTransferRoutes,
  mountBrandRoutes,
  mountImageRoutes,
  mountAssignmentRoutes,
  mountCompletenessRoutes,
  mountFieldRoutes,
  mountProposalRoutes,
  mountOverridesRoutes,
  mountRolloutRoutes,
];

/** The whole HTTP surface: routes of the contract, the built add-in, and one place where errors become answers. */
export const openApp = (options: ApiOptions): Express => {
  const app = express();
  // As the headers of an answer are chosen: `/API/me` would be answered with those of a page.
  app.enable('case sensitive routing');
  app.disable('x-powered-by');
  app.set('etag', false);
  // A reverse proxy in front tells whose request it is; nobody else is believed.
  app.set('trust proxy', options.trustedProxies);
  const { repositories, keptAnswers } = options;
  const limits = openRateLimits(options);
  const callers = openCallers(options.verifier);
  const sightings = openSightingDesk({ ...options, sightings: repositories.sightings });
  mountMeasuring(app, options);
  if (options.tracer !== undefined) app.use(traceRequests(options.tracer));
  const headers = securityHeaders(options)(endpoints.getMySignature.path);
  const quick = quickSignature({ callers, limits, keptAnswers, sightings, headers });
  app.get(endpoints.getMySignature.path, quick);
  app.use(beginAnswer({ ...options, contractMark: contractMarkOf(options.projectDir) }));
  mountMetrics(app, options);
  const mount = mountOn(app, {
    callers,
    roleGrants: repositories.roleGrants,
    keyHolder: (key) => keyHolder(options, key),
    limits,
    audit: options.audit,
    refuseErasing: openErasureGate(repositories),
    requirePlace: (tenantId) => requirePlace(options, tenantId),
  });
  const streams = openEventStreams();
  for (const mountRoutes of areas) mountRoutes(mount, { ...options, sightings, streams });
  mountOperationRoutes(app, options, limits);
  app.use('/api', async (request, response, next) => {
    await limits.byAddress(request, response);
    notFound(request, response, next);
  });
  mountImageFileRoutes(app, options, limits);
  mountManifestRoutes(app, options);
  mountAddinRoutes(app, options);
  app.use(notFound);
  app.use(problemHandler(options.logger));
  return app;
};
