import type { ApiScope } from '../contract/manage/integrations.ts';
import type { Config, Role } from '../contract/manage/session.ts';
import type { Clock } from '../ports/clock.ts';
import type { OpenDirectory } from '../ports/directory/directoryReader.ts';
import type { ImageEncoder } from '../ports/imageEncoder.ts';
import type {
  AccessTokenVerifier,
  AppTokens,
  AppTokenTrials,
  Caller,
  CertificateReader,
  ConsentLinks,
} from '../ports/identity.ts';
import type { LeaseStore } from '../ports/lease.ts';
import type { Logger } from '../ports/telemetry/logger.ts';
import type { Meter } from '../ports/telemetry/meter.ts';
import type { Repositories } from '../ports/repositories.ts';
import type { RequestCounts } from '../ports/directory/requestCounts.ts';
import type { SecretBox } from '../ports/secretBox.ts';
import type { Tracer } from '../ports/telemetry/tracer.ts';
import type { WebhookSender } from '../ports/webhookSender.ts';
import type { KeptAnswers } from './answers/keptAnswers.ts';
import type { AuditTrail } from './audit/openAuditTrail.ts';
import type { OfficeCloud } from './officeCloud.ts';
import type { OpenedDesigns } from '../signatures/designs/openedDesigns.ts';
import type { Admission } from '../sync/connection/admission.ts';
import type { Work } from '../sync/backgroundWork.ts';
import type { NotificationInbox } from '../sync/changeNotifications/notificationInbox.ts';
import type { RunDesk } from '../sync/startRun.ts';

/** Everything the routes need; made once by the container. */
export interface ApiOptions {
  readonly repositories: Repositories;
  readonly audit: AuditTrail;
  readonly requestCounts: RequestCounts;
  readonly runDesk: RunDesk;
  readonly work: Pick<Work, 'noticeGrant' | 'noticeErasure' | 'state'>;
  readonly inbox: NotificationInbox;
  /** Whether Graph can reach us at all. */
  readonly isNotifiable: boolean;
  readonly leases: LeaseStore;
  readonly openDirectory: OpenDirectory;
  readonly verifier: AccessTokenVerifier;
  readonly openDirectoriesWith: (tokens: AppTokens) => OpenDirectory;
  readonly appTokens: AppTokens & AppTokenTrials;
  readonly readCertificate: CertificateReader;
  readonly admission: Admission;
  readonly consentLinks: ConsentLinks;
  readonly secretBox: SecretBox;
  readonly webhookSender: WebhookSender;
  readonly imageEncoder: ImageEncoder;
  readonly openedDesigns: OpenedDesigns;
  readonly keptAnswers: KeptAnswers;
  readonly clock: Clock;
  /** Aborted when this process is asked to stop: answers that would go on for ever end then. */
  readonly stopping: AbortSignal;
  readonly logger: Logger;
  readonly publicUrl: string;
  /** Whose `X-Forwarded-For` is believed, as Express' `trust proxy` takes it. */
  readonly trustedProxies: string;
  readonly publicConfig: Config;
  /** Throws StorageError when the store cannot be read and written. */
  readonly checkStorage: () => Promise<void>;
  /** What is counted, and the page it is read from with this token. Null: nothing is counted. */
  readonly metrics: Metrics | null;
  /** Left out: nobody is told what took how long. */
  readonly tracer?: Tracer | undefined;
  /** Folder of the project: the built add-in, the icons and the manifest are served from it. */
  readonly projectDir: string;
  readonly officeCloud: OfficeCloud;
  /** Addresses besides our own that the pane may call: the sign-in authority. */
  readonly connectSources: readonly string[];
}

export interface Metrics {
  readonly meter: Meter;
  readonly token: string;
  readonly render: () => Promise<{ readonly contentType: string; readonly text: string }>;
}

/** A person with a verified token, or a program with an API key. */
export interface KnownCaller extends Caller {
  /** Of the API key they came with; null for a person. */
  readonly scopes: readonly ApiScope[] | null;
}

/** A known caller with the role they have here. */
export interface Actor extends KnownCaller {
  readonly role: Role;
}
