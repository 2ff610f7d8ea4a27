import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { SupplementReader } from '../../ports/directory/supplementReader.ts';

/** What one slow pass over one tenant works with. */
export interface SlowPlace {
  readonly tenantId: string;
  readonly repositories: Repositories;
  readonly directory: SupplementReader;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}
