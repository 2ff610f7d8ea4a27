import type { Repositories } from '../ports/repositories.ts';
import type { StorageEngine } from './collection.ts';
import { leases } from './declare/systemCollections.ts';
import { fenceEngine } from './fenceEngine.ts';
import { openApiKeyRepository, openStartedOnceRepository } from './repositories/apiKeyRepository.ts';
import { openAuditRepository } from './repositories/auditRepository.ts';
import { openAssignmentRepository } from './repositories/assignmentRepository.ts';
import { openBrandRepository } from './repositories/brandRepository.ts';
import { openChangeSubscriptionRepository } from './repositories/changeSubscriptionRepository.ts';
import { openCheckpointRepository } from './repositories/checkpointRepository.ts';
import { openConnectionRepository } from './repositories/connectionRepository.ts';
import { openConsentAttemptRepository } from './repositories/consentAttemptRepository.ts';
import { openHistoryRoundRepository } from './repositories/historyRoundRepository.ts';
import { openImageRepository } from './repositories/imageRepository.ts';
import { openFieldSettingsRepository } from './repositories/fieldSettingsRepository.ts';
import { openFirstTenantRepository } from './repositories/firstTenantRepository.ts';
import { openPersonalDataRepository } from './repositories/personalDataRepository.ts';
import { openPlanEntryRepository } from './repositories/planEntryRepository.ts';
import { openRoleGrantRepository } from './repositories/roleGrantRepository.ts';
import { openProposalRepository } from './repositories/proposalRepository.ts';
import { openRunChangeRepository } from './repositories/runChangeRepository.ts';
import { openRunRepository } from './repositories/runRepository.ts';
import { openSelectionRepository } from './repositories/selectionRepository.ts';
import { openSettingsRepository } from './repositories/settingsRepository.ts';
import { openSightingRepository } from './repositories/sightingRepository.ts';
import { openSignatureRepository } from './repositories/signatureRepository.ts';
import { openSlowRoundRepository } from './repositories/slowRoundRepository.ts';
import { openSnapshotRepository } from './repositories/snapshotRepository.ts';
import { openSupplementRepository } from './repositories/supplementRepository.ts';
import { openSyncStateRepository } from './repositories/syncStateRepository.ts';
import { openTenantErasureRepository } from './repositories/tenantErasureRepository.ts';
import { openTeammateRepository } from './repositories/teammateRepository.ts';
import { openWebhookDeliveryRepository, openWebhookRepository } from './repositories/webhookRepository.ts';

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
  supplements: openSupplementRepository(engine),
  sightings: openSightingRepository(engine),
  proposals: openProposalRepository(engine),
  slowRounds: openSlowRoundRepository(engine),
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
  changeMark: () => engine.changeMark(),
  under: ({ name, ...held }) => openRepositories(fenceEngine(engine, { register: leases, id: name, ...held })),
});
