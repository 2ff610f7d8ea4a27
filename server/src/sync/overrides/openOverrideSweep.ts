import { randomUUID } from 'node:crypto';
import { nameOf } from '../../domain/directory/directoryUser.ts';
import { RequestError } from '../../domain/errors.ts';
import { endedKeys, withoutEnded, type DayIn } from '../../domain/fields/overrides/endedOverrides.ts';
import { resolveFields } from '../../domain/fields/resolveFields.ts';
import { noCounts } from '../../domain/plan/plan.ts';
import type { RecordedChange, Run } from '../../domain/run/run.ts';
import { dayAt } from '../../domain/schedule/dayAt.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { readSelection } from '../scope/readSelection.ts';
import { withSyncLease, type LeasedDesk } from '../withSyncLease.ts';
import { allPages } from '../../ports/pages/allPages.ts';
import { openRests } from '../schedule/openRests.ts';

/** Between two looks at a tenant, in milliseconds. Nobody waits for it: what has ended counts no more from its midnight on. */
const rest = 10 * 60_000;

/** People in one turn. */
const perTurn = 500;

/** Where the day begins first; nothing that ends later has ended anywhere. */
const firstZone = 'Pacific/Kiritimati';

/**
 * Takes away the overrides whose last day has passed, with an entry in the history of each person. May be killed anywhere:
 * the next turn finds those that are left. Where nothing has ended, nothing is written.
 */
export const openOverrideSweep = (desk: LeasedDesk): ((tenantId: string) => Promise<void>) => {
  const rests = openRests(desk.clock, rest);
  return async (tenantId) => {
    if (rests.areOn(tenantId)) return;
    const now = desk.clock.now();
    try {
      if ((await readEnded(desk.repositories, tenantId, dayAt(now))).length > 0)
        await withSyncLease(desk, tenantId, (held) => sweep(held, tenantId, now));
      rests.begin(tenantId, now.getTime() + rest);
    } catch (error) {
      // A sync goes first; there is another turn in a moment.
      if (!(error instanceof RequestError && error.code === 'run-in-progress')) throw error;
    }
  };
};

/** The first of those of whom something has ended. */
const readEnded = async ({ teammates }: Repositories, tenantId: string, today: DayIn): Promise<readonly Teammate[]> => {
  const before = today(firstZone);
  for await (const page of allPages(perTurn, (request) => teammates.pageEnding(tenantId, before, request))) {
    const ended = page.filter((teammate) => endedKeys(teammate, today).length > 0);
    if (ended.length > 0) return ended;
  }
  return [];
};

const sweep = async ({ repositories }: LeasedDesk, tenantId: string, now: Date): Promise<void> => {
  const today = dayAt(now);
  const at = now.toISOString();
  for (;;) {
    const ended = await readEnded(repositories, tenantId, today);
    if (ended.length === 0) return;
    const run = await runOf(repositories, tenantId, { at, people: ended.length });
    await repositories.runs.add(tenantId, run);
    await repositories.runChanges.add(
      tenantId,
      ended.map((teammate) => ({
        runId: run.id,
        teammateId: teammate.id,
        displayName: nameOf(teammate.profile),
        action: 'update' as const,
        changes: changesOf(teammate, today),
        at,
      })),
    );
    await repositories.teammates.save(
      tenantId,
      ended.map((teammate) => ({ ...withoutEnded(teammate, today), updatedAt: at })),
    );
  }
};

/** From what was set by hand, which is nothing where the field was left out, to what the directory says. */
const changesOf = (teammate: Teammate, today: DayIn): readonly RecordedChange[] => {
  const directory = new Map(resolveFields(teammate, null).map((field) => [field.key, field.directory]));
  return endedKeys(teammate, today).map((field) => ({
    field,
    old: teammate.overrides[field] || null,
    new: directory.get(field) || null,
  }));
};

/** A run of nothing but this, done by the time it is stored. */
const runOf = async (
  repositories: Repositories,
  tenantId: string,
  { at, people }: { readonly at: string; readonly people: number },
): Promise<Run> => ({
  id: randomUUID(),
  kind: 'sync',
  mode: 'refresh',
  trigger: 'schedule',
  status: 'succeeded',
  startedBy: null,
  startedAt: at,
  finishedAt: at,
  selection: await readSelection(repositories, tenantId),
  settings: (await repositories.settings.get(tenantId)).value,
  cancelRequested: false,
  approvedDepartures: 0,
  progress: { peopleRead: 0, readsDone: 0, readsKnown: 0, pagesRead: 0, graphRequests: 0, applied: people },
  counts: { ...noCounts, update: people },
  warnings: [],
  failure: null,
});
