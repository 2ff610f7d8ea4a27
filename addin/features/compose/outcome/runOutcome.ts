import type { HandlerRun } from '../useEventHandler.ts';
import type { TimedStep } from '../frame/frameMessages.ts';

/** How a run went, as a word the preview has a text for, with the numbers and codes the text shows. */
export type RunOutcome =
  | { readonly kind: 'loading' | 'running' | 'broken' | 'noToken' | 'notTeammate' | 'noSignature' | 'tooLate' }
  /** lastGood: what was put in comes from the handler's memory and the server has not confirmed it. */
  | { readonly kind: 'inserted' | 'lastGood'; readonly characters: number; readonly ms: number }
  | { readonly kind: 'noAnswer' | 'kept' }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string };

function find<K extends TimedStep['kind']>(steps: readonly TimedStep[], kind: K) {
  return steps.findLast((step): step is Extract<TimedStep, { kind: K }> => step.kind === kind);
}

function failedRequest(status: number, code: string | null): RunOutcome {
  if (code === 'not-a-teammate') return { kind: 'notTeammate' };
  return { kind: 'refused', status, code: code ?? 'unexpected-answer' };
}

/** Nothing was put in: says why, by what is known about token and request. */
function describeEmpty(steps: readonly TimedStep[]): RunOutcome {
  const request = find(steps, 'request');
  if (request?.status === null) return { kind: 'noAnswer' };
  if (request) return request.status < 400 ? { kind: 'noSignature' } : failedRequest(request.status, request.code);
  return find(steps, 'token')?.given === false ? { kind: 'noToken' } : { kind: 'tooLate' };
}

export function describeRun({ phase, steps, signature }: HandlerRun): RunOutcome {
  if (phase !== 'done') return { kind: phase };
  const set = find(steps, 'signatureSet');
  if (set && set.content !== '') {
    const { status } = find(steps, 'request') ?? { status: null };
    const kind = status === 200 || status === 304 ? 'inserted' : 'lastGood';
    return { kind, characters: set.content.length, ms: set.ms };
  }
  return set === undefined && signature !== '' ? { kind: 'kept' } : describeEmpty(steps);
}
