import type { Connection } from '../../domain/connection/connection.ts';
import type { Logger } from '../../ports/telemetry/logger.ts';
import type { OpenDirectory } from '../../ports/directory/directoryReader.ts';
import type { RunDesk } from '../startRun.ts';

/** What syncing by itself needs. */
export interface ScheduleDesk {
  readonly runDesk: RunDesk;
  readonly openDirectory: OpenDirectory;
  /** Asks Entra again whether we are let in, and saves the answer. */
  readonly recheckConnection: (tenantId: string) => Promise<Connection>;
  readonly logger: Logger;
  /** Aborted when the process stops. */
  readonly stopping: AbortSignal;
}
