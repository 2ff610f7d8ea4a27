import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FieldRule, SmartFields } from '../../../src/contract/signatures/fields.ts';
import type { RenderedSignature } from '../../../src/contract/signatures/me.ts';
import type { Signature } from '../../../src/contract/signatures/signatures.ts';
import type { Teammate } from '../../../src/contract/people/teammates.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { saveAssignments, synced } from '../../support/people/assignments.ts';
import { everyone } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

describe('the manager in a signature', () => {
  let undersign: Undersign;
  let api: ApiClient;
  let manager: string;
  beforeAll(async () => {
    undersign = await startUndersign();
    api = await undersign.connectedAdmin();
    await synced(api, everyone);
    const { accounts, id } = undersign.simulator.tenant;
    manager = accounts.dutch.id;
    const engine = await undersign.store.open();
    const reports = { teammateId: accounts.globalAdmin.id, managerId: manager, photo: null };
    await openRepositories(engine).enrichments.save(id, [reports]);
    await engine.close();
    await giveDesign();
  });
  afterAll(() => undersign.close());

  const giveDesign = async (): Promise<void> => {
    const html = '{{ manager.displayName }}, {{ manager.jobTitle }}, {{ manager.phone }}, {{ manager.mail }}';
    const asNew = { kind: 'sameAsNew' };
    const design = { newMail: { kind: 'html', html }, reply: asNew, forward: asNew, images: 'hosted' };
    const { id } = await api.post<Signature>('/api/signatures', { name: 'With managers', design });
    await api.post(`/api/signatures/${id}/publish`, { revision: 1 });
    await saveAssignments(api, (before) => ({ ...before, otherwise: { kind: 'signature', signatureId: id } }));
  };
  const shown = async (): Promise<string> => (await api.get<RenderedSignature>('/api/me/signature')).text ?? '';
  const set = async (overrides: Readonly<Record<string, unknown>>, until?: object): Promise<void> => {
    const { overridesRevision } = await api.get<Teammate>(`/api/teammates/${manager}`);
    await api.patch(`/api/teammates/${manager}`, { overrides, overridesRevision, ...(until && { until }) });
  };
  const rule = async (rules: Readonly<Record<string, Partial<FieldRule>>>): Promise<void> => {
    const { fields, revision } = await api.get<SmartFields>('/api/smart-fields');
    const usual = fields.find(({ key }) => key === 'city')?.rule;
    const whole = Object.entries(rules).map(([key, about]) => [key, { ...usual, ...about }]);
    await api.put('/api/smart-fields', { rules: Object.fromEntries(whole), custom: [], revision });
  };
  const onPage = async (key: string): Promise<string | undefined> => {
    const { id } = undersign.simulator.tenant.accounts.globalAdmin;
    return (await api.get<Teammate>(`/api/teammates/${id}`)).fields.find((field) => field.key === key)?.value;
  };

  test('reads as in their own, from the moment a value of theirs or a rule changes until its last day', async () => {
    const { fields } = await api.get<Teammate>(`/api/teammates/${manager}`);
    const own = (key: string): string => fields.find((field) => field.key === key)?.directory ?? '';
    const [displayName, jobTitle] = [own('displayName'), own('jobTitle')];
    expect(await shown()).toContain(`${displayName}, ${jobTitle}, `);
    await set({ jobTitle: 'Head by hand', businessPhone: '+31 30 765 4321' });
    expect(await shown()).toContain(`${displayName}, Head by hand, +31 30 765 4321, `);
    expect(await onPage('managerJobTitle')).toBe('Head by hand');

    await set({ businessPhone: { hidden: true }, mobilePhone: '+31 6 99999999' });
    expect(await shown()).toContain('Head by hand, +31 6 99999999, ');
    await set({ mobilePhone: { hidden: true } });
    expect(await shown()).toContain(`${displayName}, Head by hand, , `);
    await set({ businessPhone: '+31 30 765 4321', mobilePhone: '+31 6 99999999' });
    await rule({ businessPhone: { policy: 'never' } });
    expect(await shown()).toContain('Head by hand, +31 6 99999999, ');
    await rule({ businessPhone: { policy: 'never' }, mobilePhone: { policy: 'never' }, jobTitle: { format: 'upper' } });
    expect(await shown()).toContain(`${displayName}, HEAD BY HAND, , `);
    expect(await onPage('managerPhone')).toBe('');
    const counted = (await api.get<SmartFields>('/api/smart-fields')).fields.find(({ key }) => key === 'managerPhone');
    expect(counted?.filled).toBe(0);
    await rule({});

    const day = (later: number) => new Date(undersign.simulator.clock.now() + later * 86_400_000);
    await set({ jobTitle: 'Acting head' }, { date: day(1).toISOString().slice(0, 10), timeZone: 'Europe/Amsterdam' });
    expect(await shown()).toContain('Acting head');
    undersign.simulator.clock.advance(3 * 86_400_000);
    api = (await undersign.signIn(undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName)).api;
    expect(await shown()).toContain(`${displayName}, ${jobTitle}, `);
  });
});
