import type {
  AssignmentOutcome,
  AssignmentRule,
  Assignments,
  SavedAssignments,
} from '../../../src/contract/signatures/assignments.ts';
import type { SavedSelection, Selection } from '../../../src/contract/people/selection.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';
import type { ApiClient } from '../http/apiClient.ts';

/** One that matches everybody, but for what is said about it. */
export const rule = (outcome: AssignmentOutcome, about: Partial<AssignmentRule>): AssignmentRule => ({
  id: 'rule',
  name: 'Rule',
  enabled: true,
  outcome,
  people: [],
  groups: [],
  units: [],
  condition: null,
  composeTypes: [],
  mailboxes: [],
  recipients: 'any',
  from: null,
  until: null,
  timeZone: 'UTC',
  ...about,
});

export const groupCalled = async (api: ApiClient, name: string): Promise<string> => {
  const found = await api.get<{ items: { id: string }[] }>(`/api/directory/groups?search=${name}`);
  return found.items[0]?.id ?? '';
};

/** Saves a selection and syncs it. */
export const synced = async (api: ApiClient, selection: Selection): Promise<void> => {
  const { revision } = await api.get<SavedSelection>('/api/selection');
  await api.put('/api/selection', { selection, revision });
  await api.finished(await api.post<Run>('/api/sync/runs'));
};

export const saveAssignments = async (api: ApiClient, change: (before: Assignments) => Assignments): Promise<void> => {
  const { assignments, revision } = await api.get<SavedAssignments>('/api/assignments');
  await api.put('/api/assignments', { assignments: change(assignments), revision });
};
