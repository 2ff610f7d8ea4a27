import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { RenderedSignature } from '../../../src/contract/signatures/me.ts';
import type { DirectoryGroupPage } from '../../../src/contract/people/directory.ts';
import type { Estimate, SavedSelection, Selection } from '../../../src/contract/people/selection.ts';
import type { Run, RunChangePage } from '../../../src/contract/sync/sync.ts';
import type { Teammate, TeammateCounts, TeammatePage } from '../../../src/contract/people/teammates.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { pickAndSync } from '../../support/people/pickAndSync.ts';
import { everyone, nobody, picked } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const fieldOf = (teammate: Teammate, key: string) => teammate.fields.find((field) => field.key === key);

describe('teammates as an admin works with them', () => {
  let undersign: Undersign;
  let api: ApiClient;
  let someone: Teammate;
  beforeAll(async () => {
    undersign = await startUndersign();
    api = await undersign.connectedAdmin();
    await pickAndSync(api, everyone);
  });
  beforeEach(async () => {
    const { items } = await api.get<TeammatePage>('/api/teammates?limit=200');
    const found = items.find(({ jobTitle, phone }) => jobTitle !== null && phone !== null);
    someone = await api.get<Teammate>(`/api/teammates/${found!.id}`);
  });
  afterAll(() => undersign.close());

  const signatureText = async (id: string): Promise<string> =>
    (await api.get<RenderedSignature>(`/api/teammates/${id}/signature`)).text ?? '';

  test('views and counts agree with each other, with and without a search', async () => {
    const counts = await api.get<TeammateCounts>('/api/teammates/counts');
    expect(counts.active).toBeGreaterThan(100);
    expect(counts.noPhone).toBeGreaterThan(0);
    for (const view of ['noPhone', 'incomplete', 'held', 'outOfScope', 'noPhoto'] as const) {
      const page = await api.get<TeammatePage>(`/api/teammates?view=${view}&limit=200`);
      if (page.cursor === null) expect(page.items).toHaveLength(counts[view] ?? -1);
      if (view === 'noPhone') expect(page.items.every(({ phone }) => phone === null)).toBe(true);
    }
    const search = encodeURIComponent(someone.displayName);
    const few = await api.get<TeammateCounts>(`/api/teammates/counts?search=${search}`);
    expect(few.active).toBeLessThan(counts.active);
    expect(few.active).toBe((await api.get<TeammatePage>(`/api/teammates?search=${search}`)).items.length);
  });

  test('are exported in the order and the view of the list, every page of it, and no cell is a formula', async () => {
    const counts = await api.get<TeammateCounts>('/api/teammates/counts');
    const response = await api.raw('/api/teammates/export?sort=updatedAt&order=descending&language=nl');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines[0]).toMatch(/^Naam;E-mail;/);
    expect(lines).toHaveLength(counts.active + counts.disabled + 2);
    expect(lines.filter((line) => /(^|;)"?[=+\-@]/.test(line))).toEqual([]);
    expect(lines.some((line) => line.includes("'+"))).toBe(true);
    const none = await (await api.raw('/api/teammates/export?view=held')).text();
    expect(none.split('\r\n')).toHaveLength(2);
    const auditor = await api.raw('/api/teammates/export', { headers: { authorization: 'Bearer nonsense' } });
    expect(auditor.status).toBe(401);
  });

  test('an estimate of the saved selection is what the sync found, and of another what a preview finds, without asking Graph', async () => {
    const { selection } = await api.get<SavedSelection>('/api/selection');
    const counts = await api.get<TeammateCounts>('/api/teammates/counts');
    const ask = (draft: Selection, page = {}) =>
      api.post<Estimate>('/api/selection/estimate', { selection: draft, ...page });
    const saved = await ask(selection);
    expect(saved).toMatchObject({ inScope: counts.active, unknown: [], lacksEveryone: false });
    expect(saved.leftOut).toBeGreaterThan(5);

    const draft = {
      ...selection,
      excludedPeople: [picked(someone.id)],
      filters: { ...selection.filters, guests: 'include' as const },
    };
    const preview = await api.finished(await api.post<Run>('/api/sync/preview', { selection: draft }));
    expect(await ask(draft)).toMatchObject({ inScope: preview.counts.inScope, leftOut: preview.counts.leftOut });

    const everybody: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page: Estimate = await ask(draft, { limit: 3, ...(cursor === undefined ? {} : { cursor }) });
      everybody.push(...page.leftOutPeople.map(({ id, omission }) => `${id} ${omission.kind}`));
      cursor = page.cursor;
    }
    expect(everybody).toHaveLength(preview.counts.leftOut);
    expect(new Set(everybody).size).toBe(everybody.length);
    expect(everybody).toContain(`${someone.id} excludedPerson`);
  });

  test('an estimate says what it cannot tell: groups that were never read, and everyone where only some were', async () => {
    const { items } = await api.get<DirectoryGroupPage>('/api/directory/groups?search=eng');
    const group = { id: items[0]!.id, displayName: items[0]!.displayName };
    const draft = { ...nobody, groups: [group], people: [picked('99999999-9999-4999-8999-999999999999')] };
    const { unknown } = await api.post<Estimate>('/api/selection/estimate', { selection: draft });
    expect(unknown.map(({ id }) => id)).toEqual([group.id, draft.people[0]!.id]);
    expect(await api.problem(api.post('/api/selection/estimate', { selection: { everyone: true } }))).toMatchObject({
      status: 400,
    });
  });

  test('a value set here shows in the signature at once, stays through a sync, and the directory’s stands beside it', async () => {
    const path = `/api/teammates/${someone.id}`;
    const set = await api.patch<Teammate>(path, {
      overridesRevision: someone.overridesRevision,
      overrides: { jobTitle: ' Keeper of Keys ', mobilePhone: '+31 6 1234 5678' },
    });
    expect(fieldOf(set, 'jobTitle')).toMatchObject({
      ...{ value: 'Keeper of Keys', source: 'override', directory: someone.jobTitle, setBy: 'Anna Vermeer' },
    });
    expect(await signatureText(someone.id)).toContain('Keeper of Keys');
    expect((await api.get<TeammatePage>('/api/teammates?search=keeper')).items.map(({ id }) => id)).toEqual([
      someone.id,
    ]);

    undersign.simulator.directory.updateUser(someone.id, { jobTitle: 'Something Else' });
    await api.finished(await api.post<Run>('/api/sync/runs'));
    const synced = await api.get<Teammate>(path);
    expect(fieldOf(synced, 'jobTitle')).toMatchObject({
      ...{ value: 'Keeper of Keys', directory: 'Something Else', setAt: fieldOf(set, 'jobTitle')?.setAt },
    });
    expect(synced.overridesRevision).toBe(set.overridesRevision);
    const { items } = await api.get<RunChangePage>(`${path}/history`);
    expect(items[0]?.changes).toMatchObject([{ field: 'jobTitle', new: 'Something Else' }]);

    const reset = await api.patch<Teammate>(path, {
      overridesRevision: set.overridesRevision,
      overrides: { jobTitle: null, mobilePhone: null },
    });
    expect(fieldOf(reset, 'jobTitle')).toMatchObject({ value: 'Something Else', source: 'directory', setBy: null });
    expect(await signatureText(someone.id)).toContain('Something Else');
  });

  test('of two admins with the same page open the second is told, and nothing is lost', async () => {
    const path = `/api/teammates/${someone.id}`;
    const { overridesRevision } = await api.get<Teammate>(path);
    const both = await Promise.allSettled(
      ['First', 'Second'].map((department) => api.patch(path, { overridesRevision, overrides: { department } })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const late = api.patch(path, { overridesRevision, overrides: { department: 'Third' } });
    expect(await api.problem(late)).toMatchObject({ status: 409, code: 'overrides-changed' });
    expect(fieldOf(await api.get<Teammate>(path), 'department')?.value).not.toBe('Third');
  });

  test('every wrong value is named beside its field, and none of the others is kept', async () => {
    const path = `/api/teammates/${someone.id}`;
    const { overridesRevision } = await api.get<Teammate>(path);
    const overrides = {
      jobTitle: 'Fine',
      mobilePhone: 'ask me',
      mail: 'x',
      userPrincipalName: 'a@b.example',
      city: ' ',
    };
    const problem = await api.problem(api.patch(path, { overridesRevision, overrides }));
    expect(problem).toMatchObject({ status: 422, code: 'override-invalid' });
    expect(problem.errors?.map((error) => `${error.path} ${error.code ?? ''}`)).toEqual([
      'body.overrides.mobilePhone override-phone',
      'body.overrides.mail override-mail',
      'body.overrides.userPrincipalName override-field',
      'body.overrides.city override-blank',
    ]);
    expect((await api.get<Teammate>(path)).overridesRevision).toBe(overridesRevision);
  });
});
