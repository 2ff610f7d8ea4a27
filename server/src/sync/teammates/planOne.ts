import type { DirectoryUser } from '../../domain/directory/directoryUser.ts';
import { isExplainedBy } from '../../domain/plan/isExplainedBy.ts';
import { planPerson, type Decision } from '../../domain/plan/planPerson.ts';
import { resolveScope } from '../../domain/scope/resolveScope.ts';
import type { ScopeVerdict } from '../../domain/scope/scopeReason.ts';
import type { ScopeContext } from '../../domain/scope/scopeContext.ts';
import { forgetOmitted } from '../../domain/teammate/forgetOmitted.ts';
import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { PlannedPerson, PlanSources } from '../plan/planSources.ts';

export interface KnownPerson {
  readonly id: string;
  readonly person: DirectoryUser | null;
  readonly teammate: Teammate | null;
  readonly containerIds: readonly string[];
}

/** What the plan makes of one person. */
export const planOne = (sources: PlanSources, context: ScopeContext, known: KnownPerson): PlannedPerson => {
  const { settings, now, includesHeld, suspicious, selection } = sources;
  const { id, containerIds } = known;
  const teammate = known.teammate && forgetOmitted(known.teammate, selection.omitted ?? []);
  const person = known.person ?? (isSkipped(sources, id) ? (teammate?.profile ?? null) : null);
  const candidate = { id, person, containerIds };
  const verdict = asFarAsKnown(resolveScope(context, candidate), sources, teammate);
  const planned = planPerson({ id, person, teammate, verdict, settings, now, includesHeld });
  const decision = teammate === known.teammate ? planned : keptAnew(planned, verdict);
  const isSuspect =
    decision.kind === 'entry' &&
    teammate !== null &&
    isExplainedBy(suspicious, context, { candidate, last: teammate.scope });
  return { decision, verdict, teammate, isSuspect };
};

/** What is no longer asked for goes without a word: an admin decided it, and the history would keep what is to go. */
const keptAnew = (planned: Decision, verdict: ScopeVerdict): Decision =>
  planned.kind === 'unchanged' ? { kind: 'rescoped', verdict } : planned;

/**
 * Nobody asks the directory for those who were disabled or removed. Where not everybody is listed, that no listing tells of
 * them says only that nothing picks them, unless it was known that they are gone.
 */
const asFarAsKnown = (verdict: ScopeVerdict, { selection }: PlanSources, teammate: Teammate | null): ScopeVerdict => {
  const isUnlisted = !verdict.inScope && verdict.omission.kind === 'notInDirectory' && verdict.despite.length === 0;
  if (!isUnlisted || selection.everyone || teammate === null || teammate.status === 'active') return verdict;
  const wasGone = !teammate.scope.inScope && teammate.scope.omission.kind === 'notInDirectory';
  return wasGone ? verdict : { inScope: false, omission: { kind: 'notPicked' }, despite: [] };
};

/** Read, but not readable: as far as anybody knows, they are as they were. */
const isSkipped = ({ snapshot }: PlanSources, id: string): boolean =>
  (snapshot.head.unreadable ?? []).some((element) => element.id === id);
