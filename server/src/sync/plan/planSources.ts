import type { Decision } from '../../domain/plan/planPerson.ts';
import type { ScopeVerdict } from '../../domain/scope/scopeReason.ts';
import type { Selection } from '../../domain/scope/selection.ts';
import type { SyncSettings } from '../../domain/settings/syncSettings.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { CompleteSnapshot } from '../snapshot/completeSnapshot.ts';

export interface PlannedPerson {
  readonly decision: Decision;
  readonly verdict: ScopeVerdict;
  readonly teammate: Teammate | null;
  /** Leaves because of a container that is suddenly empty or gone. */
  readonly isSuspect: boolean;
}

export interface PlanSources {
  readonly repositories: Pick<Repositories, 'snapshots' | 'teammates'>;
  readonly tenantId: string;
  readonly selection: Selection;
  readonly snapshot: CompleteSnapshot;
  readonly settings: SyncSettings;
  /** One instant for the whole plan, so that planning it again gives the same. */
  readonly now: Date;
  /** Plan held departures anew; see `planPerson`. */
  readonly includesHeld: boolean;
  /** Ids of picked containers that have become empty, gone or unreadable since the last sync. */
  readonly suspicious: ReadonlySet<string>;
}

/** Plans the people it is about, one by one in order of id; asked again it starts over. */
export type Decisions = (sources: PlanSources) => AsyncGenerator<PlannedPerson>;
