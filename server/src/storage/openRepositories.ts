import type { Repositories } from '../ports/repositories.ts';
import type { StorageEngine } from './collection.ts';
import { leases, systemTenant } from './declare/systemCollections.ts';
import { fenceEngine } from './fenceEngine.ts';
import { openApiKeyRepository, openStartedOnceRepository } from './repositories/tenant/apiKeyRepository.ts';
import { openAuditRepository } from './repositories/tenant/auditRepository.ts';
import { openAssignmentRepository } from './repositories/signatures/assignmentRepository.ts';
import { openBrandRepository } from './repositories/signatures/brandRepository.ts';
import { openChangeSubscriptionRepository } from './repositories/tenant/changeSubscriptionRepository.ts';
import { openCheckpointRepository } from './repositories/runs/checkpointRepository.ts';
import { openConnectionRepository } from './repositories/tenant/connectionRepository.ts';
import { openConsentAttemptRepository } from './repositories/tenant/consentAttemptRepository.ts';
import { openHistoryRoundRepository } from './repositories/runs/historyRoundRepository.ts';
import { openImageRepository } from './repositories/signatures/imageRepository.ts';
import { openFieldSettingsRepository } from './repositories/signatures/fieldSettingsRepository.ts';
import { openFirstTenantRepository } from './repositories/tenant/firstTenantRepository.ts';
import { openPersonalDataRepository } from './repositories/people/personalDataRepository.ts';
import { openPlanEntryRepository } from './repositories/runs/planEntryRepository.ts';
import { openRoleGrantRepository } from './repositories/tenant/roleGrantRepository.ts';
import { openProposalRepository } from './repositories/signatures/proposalRepository.ts';
import { openRunChangeRepository } from './repositories/runs/runChangeRepository.ts';
import { openRunRepository } from './repositories/runs/runRepository.ts';
import { openSelectionRepository } from './repositories/tenant/selectionRepository.ts';
import { openSettingsRepository } from './repositories/tenant/settingsRepository.ts';
import { openSightingRepository } from './repositories/people/sightingRepository.ts';
import { openSignatureRepository } from './repositories/signatures/signatureRepository.ts';
import { openEnrichmentRoundRepository } from './repositories/runs/enrichmentRoundRepository.ts';
import { openSnapshotRepository } from './repositories/people/snapshotRepository.ts';
import { openEnrichmentRepository } from './repositories/people/enrichmentRepository.ts';
import { openSyncStateRepository } from './repositories/runs/syncStateRepository.ts';
import { openTenantErasureRepository } from './repositories/tenant/tenantErasureRepository.ts';
import { openTeammateRepository } from './repositories/people/teammateRepository.ts';
import { openWebhookDeliveryRepository, openWebhookRepository } from './repositories/tenant/webhookRepository.ts';

/** Everything that is kept, on whichever engine was opened with `declarations`. */
export const openRepositories = (engine: StorageEngine): Repositories => ({
  connections: openConnectionRepository(engine),
  firstTenants: openFirstTenantRepository(engine),
  consentAttempts: openConsentAttemptRepository(engine),
  selections: openSelectionRepository(engine),
  settings: openSettingsRepository(engine),
  teammates: openTeammateRepository(engine),
  runs: openRunRepository(engine),
  runChanges: openRunChangeRepository(engine),
  planEntries: openPlanEntryRepository(engine),
  snapshots: openSnapshotRepository(engine),
  checkpoints: openCheckpointRepository(engine),
  enrichments: openEnrichmentRepository(engine),
  sightings: openSightingRepository(engine),
  proposals: openProposalRepository(engine),
  enrichmentRounds: openEnrichmentRoundRepository(engine),
  syncStates: openSyncStateRepository(engine),
  changeSubscriptions: openChangeSubscriptionRepository(engine),
  signatures: openSignatureRepository(engine),
  assignments: openAssignmentRepository(engine),
  brands: openBrandRepository(engine),
  fieldSettings: openFieldSettingsRepository(engine),
  images: openImageRepository(engine),
  audit: openAuditRepository(engine),
  roleGrants: openRoleGrantRepository(engine),
  personalData: openPersonalDataRepository(engine),
  tenantErasures: openTenantErasureRepository(engine),
  apiKeys: openApiKeyRepository(engine),
  startedOnce: openStartedOnceRepository(engine),
  webhooks: openWebhookRepository(engine),
  webhookDeliveries: openWebhookDeliveryRepository(engine),
  historyRounds: openHistoryRoundRepository(engine),
  scrub: () => engine.scrub(),
  // Which tenants are being erased stands beside them.
  changeMark: (tenantId) => engine.changeMark(tenantId, systemTenant),
  under: ({ name, ...held }) => openRepositories(fenceEngine(engine, { register: leases, id: name, ...held })),
});
