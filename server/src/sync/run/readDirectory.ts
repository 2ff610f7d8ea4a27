import { isSameReading } from '../../domain/scope/selection.ts';
import type { ReadPage } from '../../ports/directory/directoryReader.ts';
import type { Checkpoint } from '../../ports/repositories/runRepositories.ts';
import type { SnapshotHead } from '../../ports/repositories/snapshotRepository.ts';
import type { Decisions } from '../plan/planSources.ts';
import { scanDecisions } from '../plan/scanDecisions.ts';
import { scanDirty } from '../plan/scanDirty.ts';
import type { Reader } from '../snapshot/catchUp.ts';
import { asComplete, type CompleteSnapshot } from '../snapshot/completeSnapshot.ts';
import { keepExcludedMembers } from '../snapshot/keepExcludedMembers.ts';
import { LinkBroken } from '../snapshot/followLink.ts';
import { readSnapshot } from '../snapshot/readSnapshot.ts';
import { findRefreshable, refreshSnapshot } from '../snapshot/refreshSnapshot.ts';
import type { RunExecution } from './runExecution.ts';
import { hasReached } from './runPhase.ts';
import { markDue, markHeld } from './markDue.ts';

/** What a run read, and whom it has to plan because of it. */
export interface Reading {
  readonly snapshot: CompleteSnapshot;
  readonly decisions: Decisions;
}

/**
 * Reads what the run's mode asks for. A refresh becomes a full reading where it cannot be one: there is no checkpoint,
 * the selection is another one, or a kept link cannot be followed any more. Nobody falls into the gap: a full reading compares
 * everybody.
 */
export const readDirectory = async (execution: RunExecution): Promise<Reading> => {
  if (execution.log.current().mode === 'full') return readAnew(execution, await earlierReading(execution));
  const last = await lastReading(execution);
  const refreshed = last === null ? null : await refresh(execution, last);
  if (refreshed !== null) return refreshed;
  execution.log.note(() => ({ mode: 'full' }));
  return readAnew(execution, last === null ? await earlierReading(execution) : null);
};

const readAnew = async (execution: RunExecution, earlier: SnapshotHead | null): Promise<Reading> => ({
  snapshot: await readEverything(execution, earlier),
  decisions: scanDecisions,
});

interface LastReading {
  readonly checkpoint: Checkpoint;
  readonly head: SnapshotHead;
}

/** Of this very selection; null where there is none, or it did not come to its end. */
const lastReading = async ({ repositories, tenantId, log }: RunExecution): Promise<LastReading | null> => {
  const checkpoint = await repositories.checkpoints.get(tenantId);
  const place = { snapshots: repositories.snapshots, tenantId };
  const head = await findRefreshable(place, checkpoint, log.current().selection);
  return checkpoint === null || head === null ? null : { checkpoint, head };
};

/** Links are about the tenant, and about what is asked of people: whatever was picked, those of the last sync tell on. */
const earlierReading = async ({ repositories, tenantId, log }: RunExecution): Promise<SnapshotHead | null> => {
  const checkpoint = await repositories.checkpoints.get(tenantId);
  const { selection } = log.current();
  if (checkpoint === null || !isSameReading(checkpoint.selection, selection)) return null;
  const head = await repositories.snapshots.getHead(tenantId, checkpoint.snapshotId);
  return head?.complete === true ? head : null;
};

const readEverything = async (execution: RunExecution, earlier: SnapshotHead | null): Promise<CompleteSnapshot> => {
  const { log, repositories, tenantId } = execution;
  const { id, selection } = log.current();
  const place = { snapshots: repositories.snapshots, tenantId, selection };
  const snapshot = await readSnapshot({ place, snapshotId: id, earlier, ...readerOf(execution) });
  const readBefore = async () => (await repositories.checkpoints.get(tenantId))?.snapshotId ?? null;
  await keepExcludedMembers({ ...place, head: snapshot.head, readBefore });
  return snapshot;
};

/** Null where a link is broken. */
const refresh = async (execution: RunExecution, { checkpoint, head }: LastReading): Promise<Reading | null> => {
  const { repositories, tenantId, log } = execution;
  const place = { snapshots: repositories.snapshots, tenantId, selection: log.current().selection };
  // Switched on since, it is about people whom nothing touched; so is what another run did before it was broken off.
  const isSwitched = checkpoint.autoDisable !== log.current().settings.autoDisable;
  const decisions = isSwitched || checkpoint.isOvertaken === true ? scanDecisions : scanDirty;
  // A run that was past reading when it was killed must plan what it counted, so it reads no more.
  const already = hasReached(execution, 'planning') ? asComplete(head) : null;
  if (already !== null) return { snapshot: already, decisions };
  try {
    const snapshot = await refreshSnapshot(place, head, readerOf(execution));
    await markDue(execution, head.id);
    await markHeld(execution, head.id);
    return { snapshot, decisions };
  } catch (error) {
    if (error instanceof LinkBroken) return null;
    throw error;
  }
};

const readerOf = (execution: RunExecution): Reader => ({
  directory: execution.directory,
  signal: execution.signal,
  now: execution.clock.now(),
  onProgress: (head, page) => {
    noteProgress(execution, head, page);
  },
});

const noteProgress = ({ log, directory }: RunExecution, head: SnapshotHead, page: ReadPage): void => {
  log.note(({ progress }) => ({
    progress: {
      ...progress,
      peopleRead: progress.peopleRead + page.people.length,
      pagesRead: progress.pagesRead + 1,
      readsDone: head.tasks.filter((task) => task.done).length,
      readsKnown: head.tasks.length,
      graphRequests: directory.requestCount,
    },
  }));
};
