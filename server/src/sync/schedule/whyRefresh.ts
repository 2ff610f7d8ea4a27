import { removalCutoff } from '../../domain/teammate/removalDue.ts';
import type { ChangeFeed, DirectoryReader } from '../../ports/directory/directoryReader.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { SnapshotHead } from '../../ports/repositories/snapshotRepository.ts';
import { followLink, LinkBroken } from '../snapshot/followLink.ts';
import { isDue } from '../snapshot/replay/doubts.ts';
import { findRefreshable } from '../snapshot/refreshSnapshot.ts';
import { lastSync } from './lastSync.ts';
import type { TenantFacts } from './tenantFacts.ts';

export interface Probe {
  readonly repositories: Repositories;
  readonly tenantId: string;
  readonly directory: DirectoryReader;
  readonly facts: TenantFacts;
  readonly now: Date;
  readonly signal: AbortSignal;
}

/**
 * Why a run is worth its record:
 * - reading-needed: there is nothing to refresh: another selection, or the kept links cannot be followed.
 * - unplanned: a setting that is about everybody was switched, or the last sync failed, or one of another selection was broken off, or stopped with a listing that it did not read to its end or people marked whom it did not come to, or left something in doubt some minutes ago.
 * - removals-due: somebody has been disabled for long enough.
 * - changes: the directory reports changes.
 */
export type RefreshReason = 'reading-needed' | 'unplanned' | 'removals-due' | 'changes';

/**
 * Asks what a refresh would find, changing nothing: the links of the last sync can be followed any number of times.
 * Null when nothing is to be done. Throws what the directory throws.
 */
export const whyRefresh = async (probe: Probe): Promise<RefreshReason | null> => {
  const { repositories, tenantId, facts } = probe;
  const head = await findRefreshable(
    { snapshots: repositories.snapshots, tenantId },
    facts.checkpoint,
    facts.selection,
  );
  if (head === null) return 'reading-needed';
  if (await isUnplanned(probe, head)) return 'unplanned';
  if (await hasRemovalsDue(probe)) return 'removals-due';
  try {
    return (await hasChanges(probe, head)) ? 'changes' : null;
  } catch (error) {
    if (error instanceof LinkBroken) return 'reading-needed';
    throw error;
  }
};

const isUnplanned = async (probe: Probe, head: SnapshotHead): Promise<boolean> => {
  const { repositories, tenantId, facts, now } = probe;
  if (facts.checkpoint?.autoDisable !== facts.settings.autoDisable || facts.checkpoint.isOvertaken === true)
    return true;
  // One that an admin cancelled has kept its links, and no change tells again of what it did not read.
  if (head.tasks.some(({ done }) => !done)) return true;
  if (head.doubts?.some((doubt) => isDue(doubt, now)) === true) return true;
  return (await lastSync(repositories, tenantId))?.status === 'failed' || hasDirty(probe, head);
};

const hasDirty = async ({ repositories, tenantId }: Probe, head: SnapshotHead): Promise<boolean> => {
  for await (const batch of repositories.snapshots.scanDirty(tenantId, head.id)) if (batch.length > 0) return true;
  return false;
};

/** The same people whom a refresh plans because time has passed; see `run/markDue.ts`. */
const hasRemovalsDue = async ({ repositories, tenantId, facts, now }: Probe): Promise<boolean> => {
  const before = removalCutoff(facts.settings, now);
  if (before === null) return false;
  for await (const batch of repositories.teammates.scanSince(tenantId, 'disabled', before)) {
    if (batch.some((teammate) => teammate.departure === null)) return true;
  }
  return false;
};

/** Stops at the first page that reports something, readable or not. */
const hasChanges = async ({ directory, signal }: Probe, head: SnapshotHead): Promise<boolean> => {
  for (const [feed, link] of Object.entries(head.changeLinks) as [ChangeFeed, string][]) {
    for await (const page of followLink(directory, { feed, link, signal }))
      if (page.changes.length + page.unreadable.length > 0) return true;
  }
  return false;
};
