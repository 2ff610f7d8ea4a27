import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/contract/manage/connection.ts';
import type { RenderedSignature } from '../../../src/contract/signatures/me.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { rule, saveAssignments } from '../../support/people/assignments.ts';
import { pickAndSync } from '../../support/people/pickAndSync.ts';
import { everyone } from '../../support/people/selections.ts';
import { eventually } from '../../support/processes/eventually.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const mySignature = '/api/me/signature';
const organizationPath = '/v1.0/organization*';

describe('the name and the domains of a tenant', () => {
  let undersign: Undersign;
  let api: ApiClient;
  beforeEach(async () => {
    undersign = await startUndersign();
    api = await undersign.connectedAdmin();
    await pickAndSync(api, everyone);
    await saveAssignments(api, (before) => ({
      ...before,
      rules: [rule({ kind: 'none' }, { recipients: 'external' })],
    }));
  });
  afterEach(() => undersign.close());

  const rename = (): void =>
    undersign.simulator.directory.updateOrganization({
      displayName: 'Renamed',
      verifiedDomains: [{ name: 'Renamed.example', isDefault: true, isInitial: true }],
    });
  const sync = async (mode: Run['mode']): Promise<Run> => api.finished(await api.post<Run>('/api/sync/runs', { mode }));
  const struck = (fault: number) => undersign.simulator.faults.list().find(({ id }) => id === fault)?.struck;
  const organization = async () => (await api.get<Connection>('/api/connection')).organization;
  const signature = async () => {
    const response = await api.raw(mySignature);
    const { internalDomains } = (await response.json()) as RenderedSignature;
    return { internalDomains, etag: response.headers.get('etag') ?? '' };
  };

  test('are those of the last full sync, also in signatures, in what their ETag says, and in what is typed to erase it', async () => {
    const before = await signature();
    expect(before.internalDomains).toEqual((await organization())?.domains);
    rename();
    await sync('refresh');
    await api.finished(await api.post<Run>('/api/sync/preview', { selection: everyone }));
    expect(await signature()).toEqual(before);
    await sync('full');
    expect(await organization()).toEqual({ displayName: 'Renamed', domains: ['Renamed.example'] });
    const after = await signature();
    expect(after.internalDomains).toEqual(['renamed.example']);
    expect(after.etag).not.toBe(before.etag);
    expect((await api.raw(mySignature, { headers: { 'if-none-match': before.etag } })).status).toBe(200);
  });

  test('stay as they were where they cannot be read, and the sync succeeds all the same', async () => {
    const before = await organization();
    rename();
    const fault = undersign.simulator.faults.add({ kind: 'status', status: 403, path: organizationPath });
    expect((await sync('full')).status).toBe('succeeded');
    expect(struck(fault)).toBe(1);
    expect(await organization()).toEqual(before);
    undersign.simulator.faults.remove(fault);
    undersign.simulator.directory.updateOrganization({ verifiedDomains: [] });
    await sync('full');
    expect(await organization()).toEqual(before);
  });

  test('keep no run waiting that is to end while Microsoft does not answer', async () => {
    const fault = undersign.simulator.faults.add({ kind: 'hold', path: organizationPath });
    const run = await api.post<Run>('/api/sync/runs', { mode: 'full' });
    await eventually('Microsoft is asked', () => struck(fault) || undefined);
    await api.post(`/api/sync/runs/${run.id}/cancel`);
    expect((await api.finished(run)).status).toBe('cancelled');
    undersign.simulator.faults.remove(fault);
  });
});
