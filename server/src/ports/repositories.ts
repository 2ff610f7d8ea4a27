import type {
  ApiKeyRepository,
  StartedOnceRepository,
  WebhookDeliveryRepository,
  WebhookRepository,
} from './repositories/integrationRepositories.ts';
import type { HeldLease } from './lease.ts';
import type {
  AssignmentRepository,
  BrandRepository,
  FieldSettingsRepository,
  ImageRepository,
  SignatureRepository,
} from './repositories/signatureRepositories.ts';
import type { PersonalDataRepository } from './repositories/personalDataRepository.ts';
import type { TenantErasureRepository } from './repositories/tenantErasureRepository.ts';
import type { RoleGrantRepository } from './repositories/roleGrantRepository.ts';
import type { ProposalRepository } from './repositories/proposalRepository.ts';
import type { SightingRepository } from './repositories/sightingRepository.ts';
import type { EnrichmentRoundRepository, EnrichmentRepository } from './repositories/enrichmentRepositories.ts';
import type {
  ConnectionRepository,
  ConsentAttemptRepository,
  FirstTenantRepository,
  SelectionRepository,
  SettingsRepository,
} from './repositories/connectionRepositories.ts';
import type { TeammateRepository } from './repositories/teammateRepository.ts';
import type {
  ChangeSubscriptionRepository,
  CheckpointRepository,
  HistoryRoundRepository,
  PlanEntryRepository,
  RunChangeRepository,
  RunRepository,
  SyncStateRepository,
} from './repositories/runRepositories.ts';
import type { SnapshotRepository } from './repositories/snapshotRepository.ts';
import type { AuditRepository } from './repositories/auditRepository.ts';

/** Everything that is kept, for the parts that need several. */
export interface Repositories {
  readonly connections: ConnectionRepository;
  readonly firstTenants: FirstTenantRepository;
  readonly consentAttempts: ConsentAttemptRepository;
  readonly selections: SelectionRepository;
  readonly settings: SettingsRepository;
  readonly teammates: TeammateRepository;
  readonly runs: RunRepository;
  readonly runChanges: RunChangeRepository;
  readonly planEntries: PlanEntryRepository;
  readonly snapshots: SnapshotRepository;
  readonly checkpoints: CheckpointRepository;
  readonly enrichments: EnrichmentRepository;
  readonly sightings: SightingRepository;
  readonly proposals: ProposalRepository;
  readonly enrichmentRounds: EnrichmentRoundRepository;
  readonly syncStates: SyncStateRepository;
  readonly changeSubscriptions: ChangeSubscriptionRepository;
  readonly historyRounds: HistoryRoundRepository;
  readonly signatures: SignatureRepository;
  readonly assignments: AssignmentRepository;
  readonly brands: BrandRepository;
  readonly fieldSettings: FieldSettingsRepository;
  readonly images: ImageRepository;
  readonly audit: AuditRepository;
  readonly roleGrants: RoleGrantRepository;
  readonly personalData: PersonalDataRepository;
  readonly tenantErasures: TenantErasureRepository;
  readonly apiKeys: ApiKeyRepository;
  readonly startedOnce: StartedOnceRepository;
  readonly webhooks: WebhookRepository;
  readonly webhookDeliveries: WebhookDeliveryRepository;
  /**
   * The same, for work under a lease of this tenant: once somebody else has taken the lease over, writing people, runs and
   * snapshots throws LeaseLost.
   */
  under(lease: HeldLease): Repositories;
  /** Sees to it that nothing of what was removed stands in a file of the store, as far as that is the store's to say. */
  scrub(): Promise<void>;
  /**
   * Another text than the last time once anything has changed since of what answers to people of this tenant are made of, whichever
   * process changed it; null while or where nobody can tell without reading.
   */
  changeMark(tenantId: string): string | null | Promise<string | null>;
}
