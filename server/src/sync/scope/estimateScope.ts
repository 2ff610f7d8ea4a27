import { resolveScope } from '../../domain/scope/resolveScope.ts';
import type { DirectoryUser } from '../../domain/directory/directoryUser.ts';
import { openScopeContext, type ScopeContext } from '../../domain/scope/scopeContext.ts';
import type { OmissionReason, ScopeVerdict } from '../../domain/scope/scopeReason.ts';
import type { Picked, Selection } from '../../domain/scope/selection.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { SnapshotHead } from '../../ports/repositories/snapshotRepository.ts';
import { openCursor } from '../snapshot/orderedCursor.ts';
import { containersOf } from '../plan/scanDecisions.ts';
import { asComplete } from '../snapshot/completeSnapshot.ts';

export interface LeftOutPerson {
  readonly person: DirectoryUser;
  readonly omission: OmissionReason;
}

export interface ScopeEstimate {
  /** When what it is made of was read. */
  readonly asOf: string;
  readonly inScope: number;
  /** Picked, and out by an exclusion or a filter. */
  readonly leftOut: number;
  readonly leftOutPeople: readonly LeftOutPerson[];
  /** Id to go on after; null when there are no more. */
  readonly next: string | null;
  /** Picks and exclusions that were never read: nobody can tell yet whom they change. */
  readonly unknown: readonly Picked[];
  /** Everyone is wanted and not everyone was read. */
  readonly lacksEveryone: boolean;
}

interface EstimateOrder {
  readonly tenantId: string;
  readonly selection: Selection;
  /** How many of those left out to list, and after whom. */
  readonly limit: number;
  readonly after: string | null;
  /** Ends the work when nobody waits for it any more. */
  readonly signal: AbortSignal;
}

type Desk = Pick<Repositories, 'snapshots' | 'checkpoints'>;

/**
 * How many people a selection would cover and leave out, as far as the last sync read the directory; Graph is not asked.
 * Null before the first sync. Memory does not grow with the tenant.
 */
export const estimateScope = async (desk: Desk, order: EstimateOrder): Promise<ScopeEstimate | null> => {
  const { tenantId, selection, signal } = order;
  const checkpoint = await desk.checkpoints.get(tenantId);
  const head = checkpoint === null ? null : await desk.snapshots.getHead(tenantId, checkpoint.snapshotId);
  if (checkpoint === null || head === null || asComplete(head) === null) return null;
  const edges = await desk.snapshots.groupMemberships(tenantId, head.id);
  const groupEdges = edges.map(({ container, containerId, memberId }) => ({
    container,
    containerId,
    groupId: memberId,
  }));
  const context = openScopeContext({ selection, groupEdges, groupNames: head.groupNames });
  const lacksEveryone = selection.everyone && !checkpoint.selection.everyone;
  const unknown = await unreadPicks(desk, { tenantId, head, selection, context });
  const counted = await count(desk, { ...order, snapshotId: head.id, context, signal });
  return { ...counted, asOf: checkpoint.at, unknown, lacksEveryone };
};

interface Counting extends EstimateOrder {
  readonly snapshotId: string;
  readonly context: ScopeContext;
}

type Counted = Pick<ScopeEstimate, 'inScope' | 'leftOut' | 'leftOutPeople' | 'next'>;

const count = async ({ snapshots }: Desk, counting: Counting): Promise<Counted> => {
  const { tenantId, snapshotId, context, signal } = counting;
  const memberships = await openCursor(snapshots.scanPersonMemberships(tenantId, snapshotId));
  const tally = openTally(counting);
  for await (const batch of snapshots.scanPeople(tenantId, snapshotId)) {
    // Nobody waits for the answer any more.
    if (signal.aborted) break;
    for (const person of batch) {
      const containerIds = await containersOf(memberships, person.id);
      tally.add(person, resolveScope(context, { id: person.id, person, containerIds }));
    }
  }
  return tally.counted();
};

const openTally = ({ limit, after }: Pick<Counting, 'limit' | 'after'>) => {
  const people: LeftOutPerson[] = [];
  let [inScope, leftOut, hasMore] = [0, 0, false];
  const list = (person: DirectoryUser, omission: OmissionReason): void => {
    if (after !== null && person.id <= after) return;
    if (people.length < limit) people.push({ person, omission });
    else hasMore = true;
  };
  return {
    add: (person: DirectoryUser, verdict: ScopeVerdict): void => {
      if (verdict.inScope) inScope += 1;
      else if (verdict.despite.length > 0) {
        leftOut += 1;
        list(person, verdict.omission);
      }
    },
    counted: (): Counted => {
      const next = hasMore ? (people.at(-1)?.person.id ?? null) : null;
      return { inScope, leftOut, leftOutPeople: people, next };
    },
  };
};

interface Unread {
  readonly tenantId: string;
  readonly head: SnapshotHead;
  readonly selection: Selection;
  readonly context: ScopeContext;
}

/** Containers that count, nested ones too, and single people whom the last reading did not contain. */
const unreadPicks = async ({ snapshots }: Desk, { tenantId, head, selection, context }: Unread) => {
  const read = new Set(head.tasks.filter((task) => task.done && task.unreadable !== true).map(({ key }) => key));
  const ids = [...(selection.everyone ? [] : context.included.keys()), ...context.excluded.keys()];
  const names = new Map(
    [...selection.units, ...selection.groups, ...selection.excludedGroups].map((pick) => [pick.id, pick.displayName]),
  );
  const nameOf = (id: string): string => head.groupNames[id] ?? names.get(id) ?? id;
  const containers = ids.filter((id) => !read.has(`members:${id}`)).map((id) => ({ id, displayName: nameOf(id) }));
  const people = selection.everyone ? [] : selection.people;
  const known = await snapshots.getPeople(
    tenantId,
    head.id,
    people.map(({ id }) => id),
  );
  const seen = new Set(known.map(({ id }) => id));
  const strangers = people.filter(({ id }) => !seen.has(id));
  return [...new Map([...containers, ...strangers].map((pick) => [pick.id, pick])).values()];
};
