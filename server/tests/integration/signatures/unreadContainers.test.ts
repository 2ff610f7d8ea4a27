import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AssignmentEffect, SavedAssignments } from '../../../src/contract/signatures/assignments.ts';
import type { SignatureCondition } from '../../../src/contract/signatures/composition.ts';
import type { CheckReport, GalleryItem, Signature } from '../../../src/contract/signatures/signatures.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { groupCalled, rule, saveAssignments, synced } from '../../support/people/assignments.ts';
import { nobody } from '../../support/people/selections.ts';
import { allPermissions, startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const unit = '99999999-9999-4999-8999-999999999999';

const notIn = (kind: 'group' | 'unit', id: string, name: string): SignatureCondition => ({
  match: 'all',
  tests: [{ kind, id, name, is: 'notMember' }],
});

describe('groups and units that conditions ask about', () => {
  let undersign: Undersign;
  let api: ApiClient;
  let group: string;
  beforeAll(async () => {
    undersign = await startUndersign();
    api = await undersign.connectedAdmin(allPermissions.filter((each) => !each.startsWith('AdministrativeUnit')));
    group = await groupCalled(api, 'engineering');
    await synced(api, { ...nobody, everyone: true });
  });
  afterAll(() => undersign.close());

  const refresh = async () => api.finished(await api.post<Run>('/api/sync/runs', { mode: 'full' }));

  test('are told with the rules until a sync has read them, and those that none may read as such', async () => {
    const rules = [
      rule({ kind: 'builtIn' }, { id: 'a', condition: notIn('group', group, 'Engineering') }),
      rule({ kind: 'builtIn' }, { id: 'b', condition: notIn('unit', unit, 'North') }),
    ];
    await saveAssignments(api, (before) => ({ ...before, rules }));
    const told = async () => {
      const { assignments } = await api.get<SavedAssignments>('/api/assignments');
      const { gone, notRead, notPermitted } = await api.post<AssignmentEffect>('/api/assignments/effect', {
        assignments,
      });
      return { gone, notRead, notPermitted };
    };
    expect(await told()).toEqual({ gone: [], notRead: [group, unit], notPermitted: [unit] });
    await refresh();
    expect(await told()).toEqual({ gone: [], notRead: [unit], notPermitted: [unit] });
    await saveAssignments(api, (before) => ({ ...before, rules: [] }));
    await refresh();
  });

  test('are told by the check of a design before it is published, until a sync has read them', async () => {
    const { items } = await api.get<{ items: readonly GalleryItem[] }>('/api/signatures/gallery');
    const design = structuredClone(items[0]?.design);
    if (design?.newMail.kind !== 'composition') throw new Error('It is no composition.');
    const [first, second] = design.newMail.composition.rows[0]?.columns[0]?.blocks ?? [];
    if (first === undefined || second === undefined) throw new Error('It has too few blocks.');
    first.condition = notIn('group', group, 'Engineering');
    second.condition = notIn('unit', unit, 'North');
    const found = async () => {
      const { findings } = await api.post<CheckReport>('/api/signatures/check', { design, cursor: null });
      return findings
        .filter(({ code }) => code.startsWith('container'))
        .map(({ code, severity, blockId, values, people }) => [code, severity, blockId, values['name'], people]);
    };
    const forbidden = ['container-not-permitted', 'warning', second.id, 'North', null];
    expect(await found()).toEqual([['container-unread', 'warning', first.id, 'Engineering', null], forbidden]);
    const { id } = await api.post<Signature>('/api/signatures', { name: 'By group', design });
    await api.post(`/api/signatures/${id}/publish`, { revision: 1 });
    await refresh();
    expect(await found()).toEqual([forbidden]);
    await api.delete(`/api/signatures/${id}`);
    await refresh();
  });
});
