import { resolveScope, type Candidate } from '../scope/resolveScope.ts';
import type { ScopeContext } from '../scope/scopeContext.ts';
import type { InclusionReason, ScopeVerdict } from '../scope/scopeReason.ts';

/**
 * True when this person would still be in scope had the suspicious containers kept them: then leaving may be an accident.
 * Whoever left through another container, or whom an exclusion or filter or the directory itself leaves out, just left.
 */
export const isExplainedBy = (
  suspicious: ReadonlySet<string>,
  context: ScopeContext,
  { candidate, last }: { readonly candidate: Candidate; readonly last: ScopeVerdict },
): boolean => {
  const roots = suspiciousRoots(suspicious, last);
  if (roots.length === 0) return false;
  return resolveScope(context, { ...candidate, containerIds: [...candidate.containerIds, ...roots] }).inScope;
};

/** The picked containers through which a suspicious one was a reason for being in. */
export const suspiciousRoots = (suspicious: ReadonlySet<string>, last: ScopeVerdict): readonly string[] =>
  last.inScope
    ? last.reasons.map(pathOf).flatMap((path) => (path.some((id) => suspicious.has(id)) ? path.slice(0, 1) : []))
    : [];

/** Stands for the listing of everybody among the suspicious containers. */
export const wholeDirectory = 'everyone';

const pathOf = (reason: InclusionReason): readonly string[] => {
  if (reason.kind === 'group') return reason.chain.map(({ id }) => id);
  if (reason.kind === 'everyone') return [wholeDirectory];
  return reason.kind === 'unit' ? [reason.unit.id, ...reason.chain.map(({ id }) => id)] : [];
};
