import { noAssignments } from '../../../domain/assignment/assignment.ts';
import type { AssignmentRepository } from '../../../ports/repositories/signatureRepositories.ts';
import type { StorageEngine } from '../../collection.ts';
import { assignments } from '../../declare/signatureCollections.ts';
import { keptValue } from '../keptValue.ts';

export const openAssignmentRepository = (engine: StorageEngine): AssignmentRepository =>
  keptValue(engine.collection(assignments), noAssignments);
