import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Run } from '../../../src/contract/sync/sync.ts';
import type { TeammatePage } from '../../../src/contract/people/teammates.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { nobody, picked } from '../../support/people/selections.ts';
import { eventually } from '../../support/processes/eventually.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';
import { untilPhoto } from '../../support/people/untilPhoto.ts';

describe('photos and managers over HTTP', () => {
  let undersign: Undersign;
  let api: ApiClient;
  let zoe: string;
  let guestLike: string;

  beforeAll(async () => {
    undersign = await startUndersign({ withEnrichmentPass: true });
    api = await undersign.connectedAdmin();
    const { dutch, noMailbox } = undersign.simulator.tenant.accounts;
    [zoe, guestLike] = [dutch.id, noMailbox.id];
    const selection = {
      ...nobody,
      people: [picked(zoe), picked(guestLike)],
      filters: { ...nobody.filters, withMailboxOnly: false },
    };
    await api.put('/api/selection', { selection, revision: 0 });
    await api.finished(await api.post<Run>('/api/sync/runs', { approvedDepartures: 10 }));
    await untilPhoto(api, zoe);
  });
  afterAll(() => undersign.close());
  /** One of them moves the clock by a day, which no token outlives. */
  beforeEach(async () => {
    ({ api } = await undersign.signIn(undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName));
  });

  test('arrive after a sync by themselves; the manager need not be a teammate', async () => {
    const { fields, photo } = await untilPhoto(api, zoe);
    const { managerId } = undersign.simulator.directory.findUser(zoe)!;
    const manager = undersign.simulator.directory.findUser(managerId!)!;
    const value = (key: string) => fields.find((field) => field.key === key)?.value;
    expect(value('managerDisplayName')).toBe(manager.displayName);
    expect(value('managerJobTitle')).toBe(manager.jobTitle);
    expect(value('managerMail')).toBe(manager.mail);
    expect(value('managerPhone')).toBe(manager.businessPhones?.[0] ?? manager.mobilePhone ?? '');
    const { items } = await api.get<TeammatePage>('/api/teammates');
    expect(items.find(({ id }) => id === zoe)?.photo).toBe(photo);
  });

  test('a photo is an image of the size asked for, nothing else, and costs nothing the second time', async () => {
    const small = await api.raw(`/api/teammates/${zoe}/photo`);
    const large = await api.raw(`/api/teammates/${zoe}/photo?size=240`);
    for (const response of [small, large]) {
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('image/png');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('cache-control')).toBe('private, no-cache');
    }
    const widths = await Promise.all([small, large].map(async (each) => Buffer.from(await each.arrayBuffer())));
    expect(widths.map((bytes) => bytes.readUInt32BE(16))).toEqual([96, 240]);
    const etag = small.headers.get('etag')!;
    expect(large.headers.get('etag')).not.toBe(etag);
    const again = await api.raw(`/api/teammates/${zoe}/photo`, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('who has no photo, is nobody, or a size there is not, is said as a problem', async () => {
    const problem = (path: string) => api.problem(api.get(path));
    expect(await problem(`/api/teammates/${guestLike}/photo`)).toMatchObject({ status: 404, code: 'no-photo' });
    const stranger = undersign.simulator.tenant.accounts.reader.id;
    expect(await problem(`/api/teammates/${stranger}/photo`)).toMatchObject({ status: 404 });
    expect(await problem(`/api/teammates/${zoe}/photo?size=97`)).toMatchObject({ status: 400 });
  });

  test('teammates may not look at each other’s', async () => {
    const other = await undersign.signIn(undersign.simulator.tenant.accounts.teammate.userPrincipalName);
    expect(await other.api.problem(other.api.get(`/api/teammates/${zoe}/photo`))).toMatchObject({ status: 403 });
  });

  test('a server that was restarted in the middle of a daily round goes on with it', async () => {
    undersign.simulator.directory.updateUser(zoe, { photo: 'a new face' });
    const before = (await untilPhoto(api, zoe)).photo;
    const fault = undersign.simulator.faults.add({
      path: `/v1.0/users/${zoe}/photo`,
      kind: 'status',
      status: 429,
      retryAfter: 600,
    });
    undersign.simulator.clock.advance(25 * 3_600_000);
    await undersign.restart();
    undersign.simulator.faults.remove(fault);
    const later = await undersign.connectedAdmin();
    const changed = async () => (await untilPhoto(later, zoe)).photo !== before;
    await eventually('the photo is another', async () => (await changed()) || undefined);
  });
});
