import type { SignatureSummary } from '../../contract/signatures/signatureList.ts';
import { signatureDesignSchema, type Signature as SignatureBody } from '../../contract/signatures/signatures.ts';
import type { AssignmentOutcome, Assignments } from '../../domain/assignment/assignment.ts';
import type { Signature } from '../../domain/design/signature.ts';
import type { Versioned } from '../../ports/versioned.ts';

export const presentSignatureSummary = (signature: Signature, assignments: Assignments): SignatureSummary => {
  const { id, name, published, updatedAt, updatedBy } = signature;
  return {
    id,
    name,
    state: stateOf(signature),
    publishedVersion: published?.version ?? null,
    publishedAt: published?.at ?? null,
    updatedAt,
    updatedBy,
    usedInRules: outcomesOf(assignments).filter((outcome) => isOf(outcome, id)).length,
  };
};

export const presentSignature = (
  { value, revision }: Versioned<Signature>,
  assignments: Assignments,
): SignatureBody => ({
  ...presentSignatureSummary(value, assignments),
  draft: signatureDesignSchema.parse(value.draft),
  revision,
});

const stateOf = ({ draft, published }: Signature): SignatureSummary['state'] => {
  if (published === null) return 'draft';
  return JSON.stringify(published.design) === JSON.stringify(draft) ? 'published' : 'changed';
};

const outcomesOf = ({ rules, otherwise }: Assignments): readonly AssignmentOutcome[] => [
  ...rules.map(({ outcome }) => outcome),
  otherwise,
];

const isOf = (outcome: AssignmentOutcome, id: string): boolean =>
  outcome.kind === 'signature' && outcome.signatureId === id;
