import type { SignatureSummary } from '../../contract/signatures/signatureList.ts';
import { signatureDesignSchema, type Signature as SignatureBody } from '../../contract/signatures/signatures.ts';
import { signaturesNamed, type Assignments } from '../../domain/assignment/assignment.ts';
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
    usedInRules: namedBy(assignments).filter((ids) => ids.includes(id)).length,
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

/** By each rule, and by what is for everybody else. */
const namedBy = ({ rules, otherwise, also }: Assignments): readonly (readonly string[])[] => [
  ...rules.map(signaturesNamed),
  signaturesNamed({ outcome: otherwise, also }),
];
