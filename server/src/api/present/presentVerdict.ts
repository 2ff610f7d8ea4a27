import type { ScopeVerdict as VerdictBody } from '../../contract/people/scope.ts';
import type { ScopeVerdict } from '../../domain/scope/scopeReason.ts';

/** The contract has mutable lists, the domain has not; the content is the same. */
export const presentVerdict = (verdict: ScopeVerdict): VerdictBody => structuredClone(verdict) as VerdictBody;
