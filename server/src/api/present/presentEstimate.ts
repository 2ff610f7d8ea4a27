import type { Estimate } from '../../contract/people/selection.ts';
import { nameOf } from '../../domain/directory/directoryUser.ts';
import type { ScopeEstimate } from '../../sync/scope/estimateScope.ts';

const nothing: Estimate = {
  ...{ asOf: null, inScope: 0, leftOut: 0, leftOutPeople: [], cursor: null },
  ...{ unknown: [], lacksEveryone: false },
};

/** Before the first sync nothing is known. */
export const presentEstimate = (estimate: ScopeEstimate | null): Estimate => {
  if (estimate === null) return nothing;
  const { asOf, inScope, leftOut, next, unknown, lacksEveryone } = estimate;
  const leftOutPeople = estimate.leftOutPeople.map(({ person, omission }) => ({
    id: person.id,
    displayName: nameOf(person),
    userPrincipalName: person.userPrincipalName,
    omission: structuredClone(omission) as Estimate['leftOutPeople'][number]['omission'],
  }));
  return { asOf, inScope, leftOut, leftOutPeople, cursor: next, unknown: [...unknown], lacksEveryone };
};
