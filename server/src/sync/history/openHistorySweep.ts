import { RequestError } from '../../domain/errors.ts';
import type { HistoryRound } from '../../domain/history/historyRound.ts';
import { historyCutoff } from '../../domain/settings/syncSettings.ts';
import type { Repositories } from '../../ports/repositories.ts';
import { withSyncLease, type LeasedDesk } from '../withSyncLease.ts';
import { forgetOldRuns } from './forgetOldRuns.ts';
import type { HistoryTurn } from './historyPlace.ts';
import { thinOldChanges } from './thinOldChanges.ts';
import { isResting } from '../../domain/schedule/clockSetRight.ts';
import { openRests } from '../schedule/openRests.ts';

/** Between two rounds through what is old, in milliseconds. */
const rest = 24 * 60 * 60_000;

/** Entries of the audit trail that one turn forgets. */
const auditPerTurn = 500;

const newRound: HistoryRound = { stage: 'changes', cursor: null, finishedAt: null };

/**
 * Forgets old history, a little in each turn, so that nobody waits for it: neither other tenants nor a sync, which goes
 * first. May be killed anywhere; the next turn goes on there. Where nothing is old, nothing is written. Resolves to whether
 * another turn may find more.
 */
export const openHistorySweep = (desk: LeasedDesk): ((tenantId: string) => Promise<boolean>) => {
  const rests = openRests(desk.clock, rest);
  const restsUntil = (tenantId: string, until: number): false => {
    rests.begin(tenantId, until);
    return false;
  };

  return async (tenantId) => {
    if (rests.areOn(tenantId)) return false;
    const now = desk.clock.now();
    const { value: settings } = await desk.repositories.settings.get(tenantId);
    const cutoff = historyCutoff(settings, now).toISOString();
    const last = await desk.repositories.historyRounds.get(tenantId);
    const restedAt = roundEnd(last) + rest;
    if (isResting(restedAt, now, rest)) return restsUntil(tenantId, restedAt);
    const isUnderWay = last !== null && last.finishedAt === null;
    if (!isUnderWay && !(await isAnythingOld(desk.repositories, tenantId, cutoff)))
      return restsUntil(tenantId, now.getTime() + rest);
    try {
      await withSyncLease(desk, tenantId, ({ repositories }) => takeTurn({ repositories, tenantId, cutoff, now }));
    } catch (error) {
      // A sync goes first; there is another turn in a moment.
      if (!(error instanceof RequestError && error.code === 'run-in-progress')) throw error;
    }
    return true;
  };
};

/** Milliseconds since 1970; 0 while a round is under way or none ever was. */
const roundEnd = (round: HistoryRound | null): number => Date.parse(round?.finishedAt ?? new Date(0).toISOString());

const isAnythingOld = async (
  { runChanges, runs, audit }: Repositories,
  tenantId: string,
  cutoff: string,
): Promise<boolean> => {
  const [change] = (await runChanges.pageOldest(tenantId, { limit: 1 })).items;
  if (change !== undefined && change.at < cutoff) return true;
  const [run] = (await runs.pageOldest(tenantId, { limit: 1 })).items;
  if (run !== undefined && run.startedAt < cutoff) return true;
  return audit.hasBefore(tenantId, cutoff);
};

interface Turn {
  readonly repositories: Repositories;
  readonly tenantId: string;
  readonly cutoff: string;
  readonly now: Date;
}

const takeTurn = async ({ repositories, tenantId, cutoff, now }: Turn): Promise<void> => {
  const last = await repositories.historyRounds.get(tenantId);
  const round = last === null || last.finishedAt !== null ? newRound : last;
  // No cursor is kept for these: the oldest are always the next.
  if (await repositories.audit.forgetBefore(tenantId, cutoff, auditPerTurn))
    return repositories.historyRounds.save(tenantId, round);
  const place = { repositories, tenantId, cutoff, cursor: round.cursor };
  const turn = round.stage === 'changes' ? await thinOldChanges(place) : await forgetOldRuns(place);
  await repositories.historyRounds.save(tenantId, after(round, turn, now));
  if (turn.isDone) await repositories.scrub();
};

/** Runs come after changes, because a change that stays keeps its run. */
const after = (round: HistoryRound, turn: HistoryTurn, now: Date): HistoryRound => {
  if (!turn.isDone) return { ...round, cursor: turn.cursor };
  return round.stage === 'changes'
    ? { stage: 'runs', cursor: null, finishedAt: null }
    : { ...round, cursor: null, finishedAt: now.toISOString() };
};
