/**
 * The main job once, from sign-in to signature.
 * @tells-of-mongodb
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/contract/manage/connection.ts';
import type { DirectoryGroupPage, DirectoryUnitPage } from '../../../src/contract/people/directory.ts';
import type { RenderedSignature } from '../../../src/contract/signatures/me.ts';
import type { SavedSelection } from '../../../src/contract/people/selection.ts';
import type { PlanEntryPage, Run, RunChangePage } from '../../../src/contract/sync/sync.ts';
import type { Teammate, TeammatePage } from '../../../src/contract/people/teammates.ts';
import { nobody } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

describe('the main job, from sign-in to signature', () => {
  let undersign: Undersign;
  beforeAll(async () => {
    undersign = await startUndersign();
  });
  afterAll(() => undersign.close());

  test('an admin connects, picks, previews, syncs, and everybody picked has a signature; a second sync changes nothing', async () => {
    const api = await undersign.connectedAdmin();
    expect(await api.get<Connection>('/api/connection')).toMatchObject({
      state: 'connected',
      organization: { displayName: 'Lindenhof Group' },
      missingPermissions: [],
      connectedBy: { displayName: 'Anna Vermeer' },
    });

    const units = await api.get<DirectoryUnitPage>('/api/directory/administrative-units');
    const groups = await api.get<DirectoryGroupPage>('/api/directory/groups?search=eng');
    expect(units.items.length).toBeGreaterThan(2);
    const group = groups.items[0]!;
    expect(group.memberCount).toBeGreaterThan(0);

    const selection = { ...nobody, groups: [{ id: group.id, displayName: 'a name nobody believes' }] };
    const saved = await api.put<SavedSelection>('/api/selection', { selection, revision: 0 });
    expect(saved).toMatchObject({ revision: 1, selection: { groups: [{ displayName: group.displayName }] } });

    const preview = await api.finished(await api.post<Run>('/api/sync/preview'));
    expect(preview).toMatchObject({ status: 'succeeded', kind: 'preview', failure: null });
    expect(preview.counts.add).toBeGreaterThan(0);
    const plan = await api.get<PlanEntryPage>(`/api/sync/runs/${preview.id}/plan?limit=200`);
    expect(plan.items).toHaveLength(preview.counts.add);
    expect((await api.get<TeammatePage>('/api/teammates')).total).toEqual({ active: 0, disabled: 0, removed: 0 });

    const run = await api.finished(await api.post<Run>('/api/sync/runs'));
    expect(run).toMatchObject({ status: 'succeeded', counts: preview.counts });
    const changes = await api.get<RunChangePage>(`/api/sync/runs/${run.id}/changes?limit=200`);
    expect(changes.items).toHaveLength(preview.counts.add);

    const teammates = await api.get<TeammatePage>('/api/teammates?limit=200');
    expect(teammates.total).toEqual({ active: preview.counts.add, disabled: 0, removed: 0 });
    const first = await api.get<TeammatePage>('/api/teammates?limit=1');
    expect(first.total).toEqual(teammates.total);
    const second = await api.get<TeammatePage>(`/api/teammates?limit=1&cursor=${first.cursor ?? ''}`);
    expect([second.total, second.items[0]?.id]).toEqual([null, teammates.items[1]?.id]);
    const someone = await api.get<Teammate>(`/api/teammates/${teammates.items[0]!.id}`);
    expect(someone.scope).toMatchObject({ inScope: true, reasons: [{ kind: 'group', chain: [{ id: group.id }] }] });
    expect(someone.fields.find((field) => field.key === 'displayName')).toMatchObject({ source: 'directory' });

    const path = `/api/teammates/${someone.id}/signature`;
    const response = await api.raw(path);
    const signature = (await response.json()) as RenderedSignature;
    expect(signature.text).toContain(someone.displayName);
    const again = await api.raw(path, { headers: { 'if-none-match': response.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    const weak = `"other", W/${response.headers.get('etag') ?? ''}`;
    expect((await api.raw(path, { headers: { 'if-none-match': weak } })).status).toBe(304);

    const next = await api.finished(await api.post<Run>('/api/sync/runs'));
    expect(next.mode).toBe('refresh');
    expect(next.counts).toMatchObject({ add: 0, update: 0, enable: 0, disable: 0, remove: 0, hold: 0 });
    expect((await api.get<RunChangePage>(`/api/sync/runs/${next.id}/changes`)).items).toEqual([]);
  });

  test('everybody can be picked at once, guests and disabled accounts left out by the filters', async () => {
    const api = await undersign.connectedAdmin();
    const selection = { ...nobody, everyone: true };
    const preview = await api.finished(await api.post<Run>('/api/sync/preview', { selection }));
    expect(preview.status).toBe('succeeded');
    expect(preview.counts.inScope).toBeGreaterThan(200);
    expect(preview.counts.leftOut).toBeGreaterThan(0);
    const entries = await api.get<PlanEntryPage>(`/api/sync/runs/${preview.id}/plan?limit=200&action=add`);
    expect(entries.items).toHaveLength(Math.min(200, preview.counts.add));
  });
});
