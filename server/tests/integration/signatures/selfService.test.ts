import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { AuditEntry } from '../../../src/contract/manage/audit.ts';
import type { FieldRule, SmartFields } from '../../../src/contract/signatures/fields.ts';
import type { Me } from '../../../src/contract/signatures/me.ts';
import type { ManyOverridesSet, OverridesFile } from '../../../src/contract/people/overridesFile.ts';
import type { ProposalsPage } from '../../../src/contract/people/proposals.ts';
import type { SavedSettings } from '../../../src/contract/manage/settings.ts';
import type { RunChangePage } from '../../../src/contract/sync/sync.ts';
import type { Teammate, TeammateCounts } from '../../../src/contract/people/teammates.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { pickAndSync } from '../../support/people/pickAndSync.ts';
import { everyone } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

describe('what people fill in themselves', () => {
  let undersign: Undersign;
  let api: ApiClient;
  let id: string;
  beforeAll(async () => {
    undersign = await startUndersign();
    api = await undersign.connectedAdmin();
    await pickAndSync(api, everyone);
    id = undersign.simulator.tenant.accounts.teammate.id;
  });
  /** As it was found: no rule, and no field of their own. */
  afterEach(async () => {
    const { fields, revision } = await read();
    if (fields.some(({ key }) => key === 'custom.site'))
      await api.delete(`/api/smart-fields/site?revision=${String(revision)}&values=1`);
    await save({});
  });
  afterAll(() => undersign.close());

  const read = () => api.get<SmartFields>('/api/smart-fields');
  const valueOf = async (key: string) =>
    (await api.get<Teammate>(`/api/teammates/${id}`)).fields.find((field) => field.key === key);
  const site = { key: 'site', labels: { en: 'Website', nl: 'Website' }, type: 'url' };
  const save = async (rules: Record<string, Partial<FieldRule>>, custom: object[] = []) => {
    const { fields, revision } = await read();
    const usual = fields.find(({ key }) => key === 'city')?.rule;
    const whole = Object.entries(rules).map(([key, rule]) => [key, { ...usual, ...rule }]);
    return api.put<SmartFields>('/api/smart-fields', { rules: Object.fromEntries(whole), custom, revision });
  };

  const approving = async () => {
    await save({ city: { editableBy: 'teammateAsks' }, 'custom.site': { editableBy: 'teammateAsks' } }, [site]);
    const { api: colleague } = await undersign.signIn(undersign.simulator.tenant.accounts.teammate.userPrincipalName);
    const fill = async (overrides: object) => {
      const { overridesRevision } = await colleague.get<Me>('/api/me');
      return colleague.patch<Me>('/api/me', { overridesRevision, overrides });
    };
    const mine = async (key: string) => (await colleague.get<Me>('/api/me')).fields.find((field) => field.key === key);
    const decide = (decision: object) =>
      api.post(`/api/proposals/${id}`, { field: 'city', value: 'Delft', ...decision });
    const list = () => api.get<ProposalsPage>('/api/proposals');
    return { colleague, fill, mine, decide, list };
  };

  test('what needs approval changes nothing until an admin approves it, and only what the admin saw', async () => {
    const { fill, mine, decide, list } = await approving();
    const before = await valueOf('city');
    await fill({ city: 'Gouda', 'custom.site': 'example.com/ada' });
    const { fields } = await fill({ city: 'Delft' });
    expect(fields.find(({ key }) => key === 'city')).toMatchObject({ own: '', waiting: { value: 'Delft' } });
    expect(await valueOf('city')).toEqual(before);
    expect(await list()).toMatchObject({
      items: [
        {
          teammateId: id,
          fields: [
            { key: 'custom.site', kind: 'url', value: 'example.com/ada', override: '', directory: '' },
            { key: 'city', kind: 'text', value: 'Delft', override: '', directory: before?.directory },
          ],
        },
      ],
      total: 1,
    });
    expect(await api.problem(decide({ decision: 'approve', value: 'Gouda' }))).toMatchObject({
      status: 409,
      code: 'proposal-changed',
    });
    const once = () => decide({ decision: 'approve' });
    const both = await Promise.allSettled([once(), once()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await api.problem(once())).toMatchObject({ status: 404, code: 'proposal-gone' });
    const admin = undersign.simulator.tenant.accounts.globalAdmin.displayName;
    const approved = { value: 'Delft', source: 'override', approvedBy: admin };
    expect(await valueOf('city')).toMatchObject(approved);
    expect(await mine('city')).toMatchObject({ own: 'Delft', waiting: null });
    await fill({ city: null });
    expect(await valueOf('city')).toEqual(before);
    const { items } = await api.get<{ items: readonly AuditEntry[] }>(`/api/audit?subjectId=${id}`);
    expect(items.find(({ action, outcome }) => action === 'decideProposal' && outcome === 'done')?.changes).toEqual([
      { field: 'decision', old: null, new: 'approve' },
      { field: 'city', old: null, new: 'Delft' },
      { field: 'proposed.city', old: 'Delft', new: null },
    ]);
  });

  test('a proposal is taken back or refused with a reason, and one whose field is closed or gone can only go', async () => {
    const { colleague, fill, mine, decide, list } = await approving();
    await fill({ city: 'Delft', 'custom.site': 'example.com/ada' });
    await colleague.delete('/api/me/proposals/city');
    await colleague.delete('/api/me/proposals/city');
    expect(await api.problem(decide({ decision: 'approve' }))).toMatchObject({ status: 404 });
    await fill({ city: 'Delft' });
    await decide({ decision: 'refuse', reason: 'Your office is in Utrecht.' });
    expect(await mine('city')).toMatchObject({
      waiting: null,
      refused: { value: 'Delft', reason: 'Your office is in Utrecht.' },
    });
    await colleague.delete('/api/me/proposals/city');
    expect(await mine('city')).toMatchObject({ refused: null });

    await fill({ city: 'Delft' });
    await save({ city: { editableBy: 'nobody' }, 'custom.site': { editableBy: 'teammateAsks' } }, [site]);
    expect(await api.problem(decide({ decision: 'approve' }))).toMatchObject({ status: 409, code: 'proposal-blocked' });
    expect((await list()).items[0]?.fields.map(({ key, kind }) => [key, kind])).toEqual([
      ['custom.site', 'url'],
      ['city', null],
    ]);
    await api.delete(`/api/smart-fields/site?revision=${String((await read()).revision)}&values=0`);
    await decide({ decision: 'refuse' });
    expect(await list()).toEqual({ items: [], cursor: null, total: 0 });
  });

  test('what an admin sets until a day is gone after it, from signatures too, and the history says so', async () => {
    const { value: title = '' } = (await valueOf('jobTitle')) ?? {};
    const { settings, revision } = await api.get<SavedSettings>('/api/settings');
    await api.put('/api/settings', { settings: { ...settings, isPaused: true }, revision });
    const set = async (date: string) => {
      const { overridesRevision } = await api.get<Teammate>(`/api/teammates/${id}`);
      const until = { date, timeZone: 'Europe/Amsterdam' };
      return api.patch(`/api/teammates/${id}`, { overridesRevision, overrides: { jobTitle: 'Acting lead' }, until });
    };
    const today = undersign.simulator.clock.now();
    const later = (days: number) => new Date(today + days * 86_400_000).toISOString().slice(0, 10);
    expect(await api.problem(set(later(-2)))).toMatchObject({ status: 422, errors: [{ code: 'override-over' }] });
    await set(later(1));
    const text = async () => (await api.get<{ text: string }>(`/api/teammates/${id}/signature?format=text`)).text;
    const overridden = async () => (await api.get<TeammateCounts>('/api/teammates/counts')).overridden;
    expect(await text()).toContain('Acting lead');
    expect(await overridden()).toBe(1);
    expect(await valueOf('jobTitle')).toMatchObject({ until: { date: later(1) }, directory: title });

    undersign.simulator.clock.advance(3 * 86_400_000);
    api = (await undersign.signIn(undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName)).api;
    expect(await text()).not.toContain('Acting lead');
    expect(await valueOf('jobTitle')).toMatchObject({ value: title, override: '', until: null });
    await undersign.unattended.look();
    await undersign.unattended.look();
    expect(await overridden()).toBe(0);
    const { items } = await api.get<RunChangePage>(`/api/teammates/${id}/history`);
    expect(items.filter(({ changes }) => changes[0]?.old === 'Acting lead')).toMatchObject([
      { action: 'update', changes: [{ field: 'jobTitle', old: 'Acting lead', new: title }] },
    ]);
  });

  test.each(['teammateAsks', 'teammate'] as const)(
    'the same words as an admin set until a day leave that day and its author (%s)',
    async (editableBy) => {
      await save({ jobTitle: { editableBy } });
      const { api: colleague } = await undersign.signIn(undersign.simulator.tenant.accounts.teammate.userPrincipalName);
      const send = async (words: string) => {
        const { overridesRevision } = await colleague.get<Me>('/api/me');
        await colleague.patch<Me>('/api/me', { overridesRevision, overrides: { jobTitle: words } });
      };
      const { overridesRevision } = await api.get<Teammate>(`/api/teammates/${id}`);
      const date = new Date(undersign.simulator.clock.now() + 86_400_000).toISOString().slice(0, 10);
      const until = { date, timeZone: 'Europe/Amsterdam' };
      await api.patch(`/api/teammates/${id}`, { overridesRevision, overrides: { jobTitle: 'Acting head' }, until });
      const set = await valueOf('jobTitle');
      expect(set).toMatchObject({ override: 'Acting head', until });
      for (const words of ['Acting head', '  Acting head\u202e', 'Acting\nhead ']) {
        await send(words);
        expect(await valueOf('jobTitle')).toEqual(set);
      }
      expect((await api.get<ProposalsPage>('/api/proposals')).items).toEqual([]);
      await colleague.patch('/api/me', {
        overridesRevision: (await colleague.get<Me>('/api/me')).overridesRevision,
        overrides: { jobTitle: null },
      });
    },
  );

  test('a CSV says first what it would set, sets it in parts, and changes nothing when it comes again', async () => {
    await save({}, [site]);
    const { dutch, teammate } = undersign.simulator.tenant.accounts;
    const lines = [
      'Aanmeldnaam;custom.site;City;Shoe size',
      `${teammate.userPrincipalName.toUpperCase()};example.com/grace;;44`,
      `${dutch.userPrincipalName};no address;Delft;45`,
      `${dutch.userPrincipalName};example.com;;`,
      'nobody@example.com;example.com;Delft;',
    ];
    const plan = async (text: string): Promise<OverridesFile> => {
      const body = new TextEncoder().encode(`\ufeff${text}`);
      const init = { method: 'POST', body, headers: { 'content-type': 'text/csv' } };
      return (await api.raw('/api/overrides/file', init)).json() as Promise<OverridesFile>;
    };
    const { rows, columns } = await plan(lines.join('\r\n'));
    expect(columns.map(({ key }) => key)).toEqual(['custom.site', 'city', null]);
    expect(rows.map(({ line, changes, problems }) => [line, changes.map(({ key }) => key), problems])).toEqual([
      [2, ['custom.site'], []],
      [3, ['city'], [{ column: 'custom.site', code: 'override-url' }]],
      [4, [], [{ column: null, code: 'csv-person-twice' }]],
      [5, [], [{ column: null, code: 'csv-person-unknown' }]],
    ]);
    const people = rows.flatMap(({ teammate: found, changes }) =>
      found === null
        ? []
        : [{ ...found, overrides: Object.fromEntries(changes.map(({ key, new: value }) => [key, value])) }],
    );
    const apply = async () => (await api.post<ManyOverridesSet>('/api/overrides', { people })).items;
    expect((await apply()).map(({ outcome }) => outcome)).toEqual(['changed', 'changed']);
    expect((await apply()).map(({ outcome }) => outcome)).toEqual(['same', 'same']);
    expect(await valueOf('custom.site')).toMatchObject({ value: 'example.com/grace' });
    expect((await plan(lines.join('\n'))).rows.flatMap(({ changes }) => changes)).toEqual([]);
    const clearing = await plan(`upn;custom.site;city\n${teammate.userPrincipalName};<Clear>;<clear>`);
    expect(clearing.rows.map(({ changes, problems }) => [changes, problems])).toEqual([
      [[{ key: 'custom.site', old: 'example.com/grace', new: null }], []],
    ]);
    const { items } = await api.get<{ items: readonly AuditEntry[] }>('/api/audit?action=setManyOverrides');
    expect(items.at(-1)?.changes).toContainEqual({
      ...{ field: `person.${teammate.id}.custom.site`, old: null, new: 'example.com/grace' },
    });
    const named = items.at(-1)?.people.map(({ id: whose, displayName }) => [whose, displayName !== '']);
    expect(named).toContainEqual([teammate.id, true]);
    const late = people.map((person) => ({ ...person, overrides: { city: 'Gouda' } }));
    const { items: told } = await api.post<ManyOverridesSet>('/api/overrides', { people: late });
    expect(told.map(({ outcome }) => outcome)).toEqual(['changedMeanwhile', 'changedMeanwhile']);
    const anyway = [...late.map(({ id: whose }) => whose), '33333333-3333-4333-8333-333333333333'];
    const set = (value: string | null) =>
      api.post<ManyOverridesSet>('/api/overrides', {
        people: anyway.map((whose) => ({ id: whose, overrides: { city: value } })),
      });
    expect((await set('Gouda')).items.map(({ outcome }) => outcome)).toEqual(['changed', 'changed', 'gone']);
    expect((await set('\u202e')).items.map(({ code }) => code)).toEqual(['override-blank', 'override-blank', null]);
    expect((await set(null)).items.map(({ outcome }) => outcome)).toEqual(['changed', 'changed', 'gone']);
    const exported = await plan(await (await api.raw('/api/teammates/export?language=nl')).text());
    expect(exported.rows.map(({ teammate: found }) => found?.id)).toContain(teammate.id);
    expect(exported.rows.flatMap(({ changes, problems }) => [...changes, ...problems])).toEqual([]);
    const template = await (await api.raw('/api/overrides/file')).text();
    expect(template).toMatch(new RegExp(`userPrincipalName,displayName,.*${site.labels.en}\r\n$`));
    const dutchTemplate = await (await api.raw('/api/overrides/file?language=nl')).text();
    expect(dutchTemplate).toMatch(new RegExp(`userPrincipalName;displayName;.*${site.labels.nl}\r\n$`));
    expect((await plan(dutchTemplate)).columns.map(({ key }) => key)).toContain('custom.site');
    const audit = await (await api.raw('/api/audit/export?language=de')).text();
    expect(audit.split('\r\n', 1)[0]).toBe(
      'at;person;personId;role;action;outcome;code;subject;subjectId;changes;address;requestId',
    );
  });

  test.each([
    ['csv-no-person', 'Name,city\nAda,Delft'],
    ['csv-no-field', 'mail,employeeId\nada@example.com,1'],
    ['csv-quotes', 'mail,city\n"ada@example.com,Delft'],
    ['csv-empty', ''],
    ['csv-json', '[{"mail": "ada@example.com"}]'],
  ])('a CSV of no use is refused: %s', async (code, text) => {
    const init = { method: 'POST', body: text, headers: { 'content-type': 'text/csv' } };
    const response = await api.raw('/api/overrides/file', init);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([422, code]);
  });
});
