import {
  findingKindSchema,
  type Completeness,
  type FindingKind,
} from '../../../server/src/contract/people/completeness.ts';

/** The kinds of which there are any, in their order. */
export const kindsOf = (found: Completeness['findings']): readonly FindingKind[] =>
  findingKindSchema.options.filter((kind) => found[kind] > 0);
