import type { SetManyOverrides } from '../../../../server/src/contract/people/overridesFile.ts';
import { ApiProblem } from '../../../api/client/apiProblem.ts';
import { useSetManyOverrides, type PersonOverrides } from '../../../api/people/overridesApi.ts';
import type { BulkWork } from './runBulk.ts';

export interface OverriddenPerson extends PersonOverrides {
  readonly displayName: string;
}

const codes = {
  gone: 'not-found',
  changedMeanwhile: 'overrides-changed',
  invalid: 'override-invalid',
} as const;

/** Sets values of many people; `perPerson` is the most that one of them gets. */
export function useOverrideWork() {
  const { set, finish } = useSetManyOverrides();
  return (perPerson: number, until?: SetManyOverrides['until']): BulkWork<OverriddenPerson> => ({
    action: 'override',
    size: Math.max(1, Math.floor(50 / Math.max(1, perPerson))),
    finish,
    act: async (part, signal) => {
      const people = part.map(({ id, overridesRevision, overrides }) => ({ id, overridesRevision, overrides }));
      const { items } = await set({ people, ...(until && { until }) }, signal);
      const names = new Map(part.map(({ id, displayName }) => [id, displayName]));
      const failed = items.flatMap((item) =>
        item.outcome === 'changed' || item.outcome === 'same' ? [] : [{ ...item, outcome: item.outcome }],
      );
      const [first] = failed;
      return {
        names: failed.map(({ id }) => names.get(id) ?? id),
        error: first ? new ApiProblem({ code: first.code ?? codes[first.outcome] }) : null,
      };
    },
  });
}
