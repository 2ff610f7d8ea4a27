import { noAssignments } from '../../../domain/assignment/assignment.ts';
import { withoutErasedMailboxes } from '../../../domain/privacy/leaveRules.ts';
import type { AssignmentRepository } from '../../../ports/repositories/signatureRepositories.ts';
import type { StorageEngine } from '../../collection.ts';
import { assignments } from '../../declare/signatureCollections.ts';
import { keptValue } from '../keptValue.ts';

export const openAssignmentRepository = (engine: StorageEngine): AssignmentRepository => {
  const kept = keptValue(engine.collection(assignments), noAssignments);
  return {
    ...kept,
    get: async (tenantId) => {
      const { value, revision } = await kept.get(tenantId);
      return { value: withoutErasedMailboxes(value), revision };
    },
  };
};
