import type { AssignedQuery } from '../../../contract/signatures/assigned.ts';
import type { AssignedFilter } from '../../../signatures/assignments/openAssigned.ts';

/** Whom of those with a signature a query asks for. */
export const assignedFilter = ({ otherwise, none, ...query }: AssignedQuery): AssignedFilter => ({
  ...query,
  isOtherwise: otherwise !== undefined,
  isNone: none !== undefined,
});
