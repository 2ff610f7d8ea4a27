import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoints } from '../../../src/contract/endpoints.ts';
import type { DirectoryUserPage } from '../../../src/contract/people/directory.ts';
import type { SmartFields } from '../../../src/contract/signatures/fields.ts';
import type { Me } from '../../../src/contract/signatures/me.ts';
import type { SavedSettings, Settings } from '../../../src/contract/manage/settings.ts';
import type { Run, RunPage } from '../../../src/contract/sync/sync.ts';
import type { Teammate, TeammatePage } from '../../../src/contract/people/teammates.ts';
import type { SavedAssignments } from '../../../src/contract/signatures/assignments.ts';
import type { Signature, StoredImage } from '../../../src/contract/signatures/signatures.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { drawnImage } from '../../support/people/drawnImage.ts';
import { openApiCheck, type OpenApiDocument } from '../../support/http/openApiCheck.ts';
import { nobody, picked } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';
import { untilPhoto } from '../../support/people/untilPhoto.ts';

interface Named {
  readonly id: string;
}

describe('the API and its description', () => {
  let undersign: Undersign;
  beforeAll(async () => {
    undersign = await startUndersign({ withEnrichmentPass: true, env: { WEBHOOK_NETWORKS: '127.0.0.1' } });
  });
  afterAll(() => undersign.close());

  test('every endpoint of the contract answers as described', async () => {
    const api = await undersign.connectedAdmin();
    const { accounts } = undersign.simulator.tenant;
    for (const path of ['config', 'session', 'connection', 'selection', 'me', 'directory/groups?search=a'])
      await api.get(`/api/${path}`);
    await api.get('/api/directory/administrative-units?limit=2');
    const people = await api.get<DirectoryUserPage>('/api/directory/users?limit=2');
    await api.get(`/api/directory/users?limit=2&cursor=${encodeURIComponent(String(people.cursor))}`);
    await api.post('/api/connection/check');
    const selection = { ...nobody, people: [picked(accounts.globalAdmin.id), picked(accounts.dutch.id)] };
    await api.put('/api/selection', { selection, revision: 0 });

    await api.post('/api/selection/estimate', { selection });
    const preview = await api.finished(await api.post<Run>('/api/sync/preview', { selection }));
    await api.get(`/api/sync/runs/${preview.id}/plan?search=a&action=add&limit=1`);
    const run = await api.finished(await api.post<Run>('/api/sync/runs', { approvedDepartures: 3 }));
    await api.get(`/api/sync/runs/${run.id}`);
    await api.get(`/api/sync/runs/${run.id}/changes?action=add`);
    await api.raw(`/api/sync/runs/${preview.id}/plan/export?action=add`);
    await api.raw(`/api/sync/runs/${run.id}/changes/export?search=zo`);
    await api.post(`/api/sync/runs/${run.id}/cancel`);
    await (await api.raw('/api/events')).body?.cancel();
    const runs = await api.get<RunPage>('/api/sync/runs?limit=1');
    await api.get(`/api/sync/runs?limit=1&cursor=${encodeURIComponent(runs.cursor ?? '')}`);

    const { items } = await api.get<TeammatePage>('/api/teammates?search=zo&status=active');
    expect(items.map(({ id }) => id)).toEqual([accounts.dutch.id]);
    await api.get(`/api/teammates/${accounts.dutch.id.toUpperCase()}`);
    await api.get('/api/teammates/counts?search=zo');
    await api.raw('/api/teammates/export?search=zo');
    await api.raw('/api/audit/export?action=putSelection');
    await api.raw('/api/rollout/people/export?view=never');
    const { overridesRevision } = await api.get<Teammate>(`/api/teammates/${accounts.dutch.id}`);
    const overrides = { faxNumber: '+31 20 123 4567' };
    await api.patch(`/api/teammates/${accounts.dutch.id}`, { overridesRevision, overrides });
    await untilPhoto(api, accounts.dutch.id);
    await api.raw(`/api/teammates/${accounts.dutch.id}/photo`);
    for (const query of ['', '?composeType=reply', '?format=text', '?format=html&composeType=forward']) {
      await api.raw(`/api/me/signature${query}`);
      await api.get(`/api/teammates/${accounts.dutch.id}/signature${query}`);
    }
    await api.get('/api/me/signatures?composeType=reply');
    await api.raw(`/api/connection/consent/callback?state=x`);

    for (const path of ['sync/status', 'sync/activity?span=day', 'sync/held', 'settings'])
      await api.get(`/api/${path}`);
    for (const path of ['rollout', 'rollout/people?limit=2', `teammates/${accounts.dutch.id}/outlook`, 'audit?limit=5'])
      await api.get(`/api/${path}`);
    await giveARoleAndAskWhatLacks(api, accounts.dutch.id);
    await api.get('/api/directory/extensions');
    for (const path of ['scope', 'history']) await api.get(`/api/teammates/${accounts.dutch.id}/${path}`);
    await api.get(`/api/directory/users/${accounts.teammate.id}/scope`);
    const { settings, revision } = await api.get<SavedSettings>('/api/settings');
    await api.put('/api/settings', { settings, revision });
    await api.post(`/api/teammates/${accounts.dutch.id}/refresh`);
    for (const path of ['notifications', 'notifications/lifecycle'])
      await api.raw(`/api/${path}`, { method: 'POST', body: '{}' });
    await makeAndAssignASignature(api);
    await holdApproveRemoveAndRestore(api, settings);
    const admin = await undersign.connectedAdmin();
    await exportAndEraseSomebody(admin, accounts.dutch.id);
    await letProgramsIn(admin);
    const { id: tenantId, ownRegistration } = undersign.simulator.tenant;
    const { clientId, clientSecret } = ownRegistration;
    await admin.put('/api/connection/registration', { tenantId, clientId, clientSecret });
    await admin.delete('/api/connection');
    await admin.raw('/api/privacy/tenant', { method: 'DELETE', body: JSON.stringify({ tenant: tenantId }) });

    expect([...undersign.openApi.succeeded].sort()).toEqual(Object.keys(endpoints).sort());
  });

  const giveARoleAndAskWhatLacks = async (api: ApiClient, id: string): Promise<void> => {
    await api.put(`/api/roles/${id}`, { role: 'auditor' });
    await api.get('/api/roles');
    await api.delete(`/api/roles/${id}`);
    for (const path of ['completeness', 'completeness/people?limit=5', 'completeness/export'])
      await api.raw(`/api/${path}`);
  };

  const exportAndEraseSomebody = async (admin: ApiClient, id: string): Promise<void> => {
    await admin.get('/api/privacy');
    await admin.get(`/api/privacy/people/${id}`);
    await admin.delete(`/api/privacy/people/${id}`);
    await admin.post(`/api/privacy/people/${id}/readmit`);
  };

  const letProgramsIn = async (admin: ApiClient): Promise<void> => {
    const key = await admin.post<Named>('/api/keys', { name: 'Reporting', scopes: ['runs:read'] });
    await admin.get('/api/keys');
    await admin.delete(`/api/keys/${key.id}`);
    // Nobody listens there: that it failed is an answer as well.
    const hook = { url: 'http://127.0.0.1:9/', events: ['run.failed'] };
    const webhook = await admin.post<Named>('/api/webhooks', hook);
    const path = `/api/webhooks/${webhook.id}`;
    await admin.get('/api/webhooks');
    await admin.put(path, { ...hook, enabled: true });
    for (const step of ['test', 'secret']) await admin.post(`${path}/${step}`);
    await admin.get(`${path}/deliveries`);
    await admin.delete(path);
  };

  const makeAndAssignASignature = async (api: ApiClient): Promise<void> => {
    const html = { kind: 'html', html: '<b>{{ person.displayName }}</b>' };
    const design = { newMail: html, reply: { kind: 'sameAsNew' }, forward: { kind: 'none' }, images: 'hosted' };
    const { id } = await api.post<Signature>('/api/signatures', { name: 'One', design });
    await api.put(`/api/signatures/${id}`, { name: 'Two', draft: design, revision: 1 });
    await api.post(`/api/signatures/${id}/publish`, { revision: 2 });
    await api.get('/api/signatures/gallery');
    await api.get('/api/signatures/deleted');
    await api.post('/api/signatures/check', { design, cursor: null });
    await api.post('/api/signatures/recognise', { html: '<b>{FirstName}</b>', teammateId: null });
    await api.post('/api/signatures/render', { design, composeType: 'reply', teammateIds: [] });
    const { assignments } = await api.get<SavedAssignments>('/api/assignments');
    await api.post('/api/assignments/effect', { assignments });
    for (const path of ['people?limit=5', 'people/export']) await api.raw(`/api/assignments/${path}`);
    await api.post('/api/try', { teammateId: undersign.simulator.tenant.accounts.dutch.id });
    await api.post(`/api/signatures/${id}/unpublish`, { revision: 3 });
    const copy = await api.post<Signature>(`/api/signatures/${id}/duplicate`);
    await api.delete(`/api/signatures/${copy.id}`);
    await api.post(`/api/signatures/${copy.id}/restore`);
    for (const path of ['', `/${id}`, `/${id}/versions`, `/${id}/versions/1`]) await api.get(`/api/signatures${path}`);
    for (const path of ['brand', 'assignments']) await api.put(`/api/${path}`, await api.get(`/api/${path}`));
    const file = await api.get('/api/signatures-file');
    for (const step of ['preview', 'import']) await api.post(`/api/signatures-file/${step}`, { file });
    await useSmartFields(api);
    const png = await drawnImage();
    const image = await api.raw('/api/images?name=a.png', {
      method: 'POST',
      body: png,
      headers: { 'content-type': 'image/png' },
    });
    await api.get('/api/images');
    await api.delete(`/api/images/${((await image.json()) as StoredImage).id}`);
  };

  const useSmartFields = async (api: ApiClient): Promise<void> => {
    const { fields } = await api.get<SmartFields>('/api/smart-fields');
    const custom = [{ key: 'site', labels: { en: 'Site', nl: 'Site' }, type: 'url' }];
    const rule = { ...fields.find(({ key }) => key === 'city')?.rule, editableBy: 'teammate' };
    const asks = { ...rule, editableBy: 'teammateAsks' };
    const rules = { 'custom.site': rule, city: asks, country: asks };
    const directory = [{ ...custom[0], type: 'text', attribute: 'extensionAttribute1', key: undefined }];
    await api.put('/api/smart-fields', { rules, custom, directory, revision: 0 });
    await api.post('/api/smart-fields/preview', { key: 'custom.site', rule: rules['custom.site'] });
    const { id, overridesRevision } = await api.get<Me>('/api/me');
    const fill = (overrides: object) => api.patch('/api/me', { overridesRevision, overrides });
    await fill({ city: 'Delft', country: 'Nederland' });
    await api.get('/api/proposals');
    await api.post(`/api/proposals/${id}`, { field: 'city', value: 'Delft', decision: 'refuse', reason: 'Not yet.' });
    await api.get('/api/me');
    await api.delete('/api/me/proposals/country');
    await fill({ 'custom.site': 'example.com' });
    await api.raw('/api/overrides/file');
    const csv = {
      method: 'POST',
      body: 'mail,city\nnobody@example.com,Delft',
      headers: { 'content-type': 'text/csv' },
    };
    await api.raw('/api/overrides/file', csv);
    await api.post('/api/overrides', { people: [{ id, overrides: { city: 'Delft' } }] });
    await api.delete('/api/smart-fields/site?revision=1&values=1');
    await api.delete('/api/smart-fields/directory/extensionAttribute1?revision=2&values=0');
  };

  /** Somebody leaves, is held, let go, removed two days later, and brought back. */
  const holdApproveRemoveAndRestore = async (api: ApiClient, settings: Settings): Promise<void> => {
    const { globalAdmin, dutch } = undersign.simulator.tenant.accounts;
    const guard = { count: 0, percent: 0 };
    const strict = { ...settings, guard, autoDisable: true, autoRemove: true, removeAfterDays: 1 };
    await api.put('/api/settings', { settings: strict, revision: 1 });
    await api.put('/api/selection', { selection: { ...nobody, people: [picked(globalAdmin.id)] }, revision: 1 });
    const held = await api.finished(await api.post<Run>('/api/sync/runs'));
    expect(held.counts.hold).toBe(1);
    await api.post(`/api/sync/runs/${held.id}/held`, { decision: 'approve' });
    await api.finished(await api.post<Run>('/api/sync/runs'));
    undersign.simulator.clock.advance(49 * 3_600_000);
    const later = await undersign.connectedAdmin();
    const removed = await later.finished(await later.post<Run>('/api/sync/runs', { approvedDepartures: 5 }));
    expect(removed.counts.remove).toBe(1);
    await later.post(`/api/teammates/${dutch.id}/restore`);
  };

  test('a response that is not as described is noticed', async () => {
    const document = (await (await fetch(`${undersign.url}/api/openapi.json`)).json()) as OpenApiDocument;
    const { check } = openApiCheck(document);
    const respond = (body: unknown, status = 200, type = 'application/json') =>
      new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
    const mine = { status: 'none', fields: [], addresses: [], overridesRevision: null };
    const good = { id: 'a', displayName: 'b', teammateId: null, ...mine };
    await check('GET', '/api/me', respond(good));
    await expect(check('GET', '/api/me', respond({ ...good, teammateId: 1 }))).rejects.toThrow(/not as described/);
    await expect(check('GET', '/api/me', respond({ ...good, mail: 'leaked' }))).rejects.toThrow(/not as described/);
    await expect(check('GET', '/api/me', respond(good, 201))).rejects.toThrow(/not a described status/);
    await expect(check('GET', '/api/me', respond({}, 404))).rejects.toThrow(/instead of a problem/);
    await expect(check('GET', '/api/you', respond(good))).rejects.toThrow(/not described/);
  });
});
