import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/telemetry/logger.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { EnrichmentReader } from '../../ports/directory/enrichmentReader.ts';

/** What one enrichment pass over one tenant works with. */
export interface EnrichmentPlace {
  readonly tenantId: string;
  readonly repositories: Repositories;
  readonly directory: EnrichmentReader;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}
