import type { Clock } from '../ports/clock.ts';
import type { Repositories } from '../ports/repositories.ts';

/** What the use cases of signatures need. */
export interface SignatureDesk {
  readonly repositories: Repositories;
  readonly clock: Clock;
}

/** In whose name something is done to a tenant's signatures. */
export interface SignatureActor {
  readonly tenantId: string;
  readonly displayName: string;
}
