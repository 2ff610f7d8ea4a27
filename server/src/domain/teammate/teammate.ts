import type { DirectoryUser } from '../directory/directoryUser.ts';
import type { ScopeVerdict } from '../scope/scopeReason.ts';

export type TeammateStatus = 'active' | 'disabled';

/** A person we keep. The key is tenant id + directory object id; mail addresses change. */
export interface Teammate {
  readonly id: string;
  readonly status: TeammateStatus;
  /** As last read from the directory. */
  readonly profile: DirectoryUser;
  /** Values an admin or the teammate set by hand, by smart field key. */
  readonly overrides: Readonly<Record<string, string>>;
  /** Why the person is in scope, or was left out, as decided by the run `lastRunId`. */
  readonly scope: ScopeVerdict;
  /** ISO 8601 instants in UTC, as are all times here. */
  readonly addedAt: string;
  readonly updatedAt: string;
  readonly disabledAt: string | null;
  readonly lastRunId: string;
}
