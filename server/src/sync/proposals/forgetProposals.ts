import { forgetFields } from '../../domain/proposal/proposals.ts';
import type { LeasedDesk } from '../withSyncLease.ts';

interface ForgottenField {
  readonly tenantId: string;
  /** Of a field that goes. */
  readonly key: string;
}

/** Nobody's proposal outlives the field it is for. */
export const forgetProposals = async (
  { repositories: { proposals } }: LeasedDesk,
  { tenantId, key }: ForgottenField,
): Promise<void> => {
  for await (const batch of proposals.scan(tenantId)) {
    for (const { value, revision } of batch) {
      const isAbout = [...value.waiting, ...value.refused].some(({ field }) => field === key);
      if (isAbout) await proposals.save(tenantId, forgetFields(value, [key]), revision);
    }
  }
};
