import type { CheckReport, SignatureFinding } from '../../../../server/src/contract/signatures/signatures.ts';

/** What a check has found so far. */
export interface CheckSoFar {
  readonly checked: number;
  readonly longest: number;
  readonly findings: readonly SignatureFinding[];
}

export const nothingChecked: CheckSoFar = { checked: 0, longest: 0, findings: [] };

const worstShown = 10;
const keyOf = ({ code, severity, composeType, blockId, values, people }: SignatureFinding): string =>
  // What is wrong with a person's value differs from person to person; what is wrong with the design does not.
  [severity, code, composeType, blockId ?? '', people === null ? JSON.stringify(values) : ''].join(' ');

function merge(one: SignatureFinding, other: SignatureFinding): SignatureFinding {
  const worst = [...one.worst, ...other.worst.filter(({ id }) => !one.worst.some((person) => person.id === id))];
  const people = one.people === null ? other.people : one.people + (other.people ?? 0);
  return { ...one, people, worst: worst.slice(0, worstShown) };
}

/** Adds the next piece of a check: the same finding about more people is one finding. Errors stand first. */
export function mergeFindings(soFar: CheckSoFar, piece: CheckReport): CheckSoFar {
  const byKey = new Map(soFar.findings.map((finding) => [keyOf(finding), finding]));
  for (const finding of piece.findings) {
    const known = byKey.get(keyOf(finding));
    byKey.set(keyOf(finding), known ? merge(known, finding) : finding);
  }
  const all = [...byKey.values()];
  return {
    checked: soFar.checked + piece.checked,
    longest: Math.max(soFar.longest, piece.longest),
    findings: [
      ...all.filter(({ severity }) => severity === 'error'),
      ...all.filter(({ severity }) => severity !== 'error'),
    ],
  };
}
