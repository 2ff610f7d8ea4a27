import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { SavedAssignments } from '../../../src/contract/signatures/assignments.ts';
import type { Completeness, FindingKind, FindingRow } from '../../../src/contract/people/completeness.ts';
import type { FieldPreview, FieldRule, SmartField, SmartFields } from '../../../src/contract/signatures/fields.ts';
import type { Me } from '../../../src/contract/signatures/me.ts';
import type { CheckReport, Signature } from '../../../src/contract/signatures/signatures.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';
import type { Teammate } from '../../../src/contract/people/teammates.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { pickAndSync } from '../../support/people/pickAndSync.ts';
import { everyone } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

describe('the smart fields of a tenant', () => {
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
    for (const { key, filled } of fields.filter((field) => field.key.startsWith('custom.'))) {
      const query = `revision=${String(revision)}&values=${String(filled)}`;
      await api.delete(`/api/smart-fields/${key.slice('custom.'.length)}?${query}`);
    }
    await save({});
  });
  afterAll(() => undersign.close());

  const read = () => api.get<SmartFields>('/api/smart-fields');
  const find = ({ fields }: SmartFields, key: string): SmartField => {
    const found = fields.find((field) => field.key === key);
    if (found === undefined) throw new Error(`no ${key}`);
    return found;
  };
  const person = () => api.get<Teammate>(`/api/teammates/${id}`);
  const valueOf = async (key: string) => (await person()).fields.find((field) => field.key === key);
  const site = { key: 'site', labels: { en: 'Website', nl: 'Website' }, type: 'url' };
  const save = async (rules: Record<string, Partial<FieldRule>>, custom: object[] = []) => {
    const before = await read();
    const whole = Object.entries(rules).map(([key, rule]) => [key, { ...find(before, 'city').rule, ...rule }]);
    return api.put<SmartFields>('/api/smart-fields', {
      rules: Object.fromEntries(whole),
      custom,
      revision: before.revision,
    });
  };

  test('say where each comes from, where it is used, who has it, and what is asked of Graph', async () => {
    const fields = await read();
    expect(find(fields, 'jobTitle')).toMatchObject({
      ...{ path: 'person.jobTitle', attribute: 'jobTitle', type: 'text', usedIn: [], usedInBuiltIn: true },
      rule: { policy: 'overrideWins', blank: 'clear', editableBy: 'admin' },
    });
    expect(find(fields, 'managerMail')).toMatchObject({ path: 'manager.mail', type: 'email' });
    expect(find(fields, 'userPrincipalName')).toMatchObject({ overridable: false, filled: fields.people });
    expect(find(fields, 'jobTitle').filled).toBeLessThan(fields.people);
    expect(fields.graph.select).toContain('jobTitle');
    expect(fields.graph.permissions).toContain('User.Read.All');
  });

  test('a rule counts in the signature and on the page of a person, and its preview said so before', async () => {
    const rule = { ...find(await read(), 'jobTitle').rule, blank: 'fallback' as const, fallback: 'Colleague' };
    const preview = await api.post<FieldPreview>('/api/smart-fields/preview', { key: 'jobTitle', rule });
    expect(preview.lackingCount).toBeGreaterThan(0);
    expect(preview.samples.some(({ now, then }) => now === '' && then === 'Colleague')).toBe(true);
    const [lacking] = preview.lacking;
    await save({ jobTitle: { ...rule, format: 'upper' } });
    const text = await api.get<{ text: string }>(`/api/teammates/${lacking?.id ?? ''}/signature?format=text`);
    expect(text.text).toContain('COLLEAGUE');
    const { completeness, fields } = await api.get<Teammate>(`/api/teammates/${lacking?.id ?? ''}`);
    expect(fields.find(({ key }) => key === 'jobTitle')).toMatchObject({ value: 'COLLEAGUE', source: 'fallback' });
    expect(completeness.missing).toContain('jobTitle');
    await save({ jobTitle: { policy: 'never' } });
    expect(await valueOf('jobTitle')).toMatchObject({ value: '', source: 'none' });
  });

  test('what the directory empties can stay as it was, and is gone again when it fills it', async () => {
    const before = (await valueOf('officeLocation'))?.value;
    undersign.simulator.directory.updateUser(id, { officeLocation: 'Attic' });
    await api.finished(await api.post<Run>('/api/sync/runs'));
    undersign.simulator.directory.updateUser(id, { officeLocation: null });
    await api.finished(await api.post<Run>('/api/sync/runs'));
    expect(await valueOf('officeLocation')).toMatchObject({ value: '', source: 'none' });
    await save({ officeLocation: { blank: 'keep' } });
    expect(await valueOf('officeLocation')).toMatchObject({ value: 'Attic', source: 'kept' });
    undersign.simulator.directory.updateUser(id, { officeLocation: before ?? 'Cellar' });
    await api.finished(await api.post<Run>('/api/sync/runs'));
    expect(await valueOf('officeLocation')).toMatchObject({ source: 'directory' });
  });

  test('a teammate fills in their own, is checked, may touch nothing else, and loses it with the field', async () => {
    await save({ 'custom.site': { editableBy: 'teammate' } }, [site]);
    const { api: colleague } = await undersign.signIn(undersign.simulator.tenant.accounts.teammate.userPrincipalName);
    const me = await colleague.get<Me>('/api/me');
    const settled = { hidden: false, hideable: true, needsApproval: false, waiting: null, refused: null };
    expect(me.fields).toEqual([
      { key: 'custom.site', labels: site.labels, kind: 'url', value: '', own: '', directory: '', ...settled },
    ]);
    const set = (overrides: object, overridesRevision = me.overridesRevision) =>
      colleague.patch<Me>('/api/me', { overridesRevision, overrides });
    expect(await colleague.problem(set({ 'custom.site': 'no address', jobTitle: 'Boss', city: null }))).toMatchObject({
      status: 422,
      errors: [
        { path: 'body.overrides.custom.site', code: 'override-url' },
        { path: 'body.overrides.jobTitle', code: 'override-field' },
        { path: 'body.overrides.city', code: 'override-field' },
      ],
    });
    expect((await set({ 'custom.site': 'example.com/ada' })).fields[0]?.own).toBe('example.com/ada');
    expect(await colleague.problem(set({ 'custom.site': 'example.com/late' }))).toMatchObject({ status: 409 });

    const html = '<a href="{{ person.custom.site | web }}">{{ person.custom.site }}</a>';
    const newMail = { kind: 'html', html };
    const design = { newMail, reply: { kind: 'none' }, forward: { kind: 'none' }, images: 'hosted' };
    const signature = await api.post<Signature>('/api/signatures', { name: 'With site', design });
    const published = await api.post<Signature>(`/api/signatures/${signature.id}/publish`, { revision: 1 });
    const fields = await read();
    expect(find(fields, 'custom.site')).toMatchObject({
      filled: 1,
      usedIn: [{ name: 'With site', isPublished: true }],
    });
    const remove = (values: number, revision = fields.revision) =>
      api.delete(`/api/smart-fields/site?revision=${String(revision)}&values=${String(values)}`);
    expect(await api.problem(remove(1))).toMatchObject({ code: 'field-in-use', values: { names: 'With site' } });
    await api.post(`/api/signatures/${signature.id}/unpublish`, { revision: published.revision });
    expect(await api.problem(remove(0))).toMatchObject({ code: 'field-values-changed', values: { count: 1 } });
    expect(await api.problem(remove(1, fields.revision - 1))).toMatchObject({ code: 'changed-meanwhile' });
    await remove(1);
    expect(await api.problem(remove(1))).toMatchObject({ status: 404 });
    await save({}, [site]);
    expect(await valueOf('custom.site')).toMatchObject({ value: '', override: '', kind: 'url' });
  });

  test('an attribute of the directory is fetched for everyone once it is in use, followed, and forgotten after', async () => {
    const desk = { attribute: 'extensionAttribute1', labels: { en: 'Desk', nl: 'Bureau' }, type: 'text' };
    const key = desk.attribute;
    const set = (text: string | null) =>
      undersign.simulator.directory.updateUser(id, { onPremisesExtensionAttributes: { extensionAttribute1: text } });
    const sync = async () => api.finished(await api.post<Run>('/api/sync/runs', { mode: 'refresh' }));
    set('D4');
    const override = { overrides: { [key]: 'E5' }, overridesRevision: (await person()).overridesRevision };
    expect(await api.problem(api.patch(`/api/teammates/${id}`, override))).toMatchObject({ status: 422 });

    const { revision: before } = await read();
    const used = await api.put<SmartFields>('/api/smart-fields', {
      rules: {},
      custom: [],
      directory: [desk],
      revision: before,
    });
    expect(find(used, key)).toMatchObject({
      ...{ kind: 'directory', labels: desk.labels, attribute: 'onPremisesExtensionAttributes.extensionAttribute1' },
      ...{ path: 'person.extensionAttribute1', isFetched: false, filled: 0, rule: { editableBy: 'admin' } },
    });
    expect(used.graph.because).toEqual(['onPremisesExtensionAttributes']);
    expect(used.graph.select).toContain('onPremisesExtensionAttributes');
    // Nobody has it before everybody is read anew, which no more than a refresh has to be asked for.
    expect(await valueOf(key)).toMatchObject({ value: '', labels: desk.labels });
    expect((await sync()).mode).toBe('full');
    expect(await valueOf(key)).toMatchObject({ value: 'D4', source: 'directory' });
    const fetched = await read();
    expect(find(fetched, key)).toMatchObject({ isFetched: true });
    expect(find(fetched, key).filled).toBeGreaterThan(1);

    set('F6');
    expect((await sync()).mode).toBe('refresh');
    expect(await valueOf(key)).toMatchObject({ value: 'F6' });
    set('G7');
    await api.post(`/api/teammates/${id}/refresh`);
    expect(await valueOf(key)).toMatchObject({ value: 'G7' });
    await save({ [key]: { blank: 'keep' } });
    set(null);
    await sync();
    expect(await valueOf(key)).toMatchObject({ value: 'G7', source: 'kept' });

    const { revision, ...kept } = await read();
    const release = (values: number) =>
      api.delete(`/api/smart-fields/directory/${key}?revision=${String(revision)}&values=${String(values)}`);
    const problem = await api.problem(release(0));
    expect(problem.code).toBe('field-values-changed');
    // What the directory said last is a value too, although nobody is counted for it.
    const { filled } = kept.fields.find((field) => field.key === key)!;
    expect(problem.values).toEqual({ count: filled + 1 });
    await release(filled + 1);
    expect(await api.problem(release(0))).toMatchObject({ status: 404 });
    expect((await read()).graph.because).toEqual([]);
    // The same links would still tell of it.
    expect((await sync()).mode).toBe('full');
    expect(await valueOf(key)).toBeUndefined();
    await api.put('/api/smart-fields', { rules: {}, custom: [], directory: [desk], revision: (await read()).revision });
    expect(await valueOf(key)).toMatchObject({ value: '', source: 'none', directory: '' });
    await api.delete(`/api/smart-fields/directory/${key}?revision=${String((await read()).revision)}&values=0`);
  });

  test('one that is not there is named in a design and in a rule, and one a rule asks about stays', async () => {
    await save({}, [site]);
    const design = (path: string) => ({
      newMail: { kind: 'html', html: `{{ ${path} }}` },
      ...{ reply: { kind: 'none' }, forward: { kind: 'none' }, images: 'hosted' },
    });
    const check = async (path: string) =>
      (await api.post<CheckReport>('/api/signatures/check', { design: design(path), cursor: null })).findings;
    expect(await check('person.custom.gone')).toContainEqual(
      expect.objectContaining({ code: 'unknown-field', values: { field: 'person.custom.gone' } }),
    );
    expect((await check('person.custom.site')).map(({ code }) => code)).not.toContain('unknown-field');
    const ask = async (...fields: string[]) => {
      const { revision } = await api.get<SavedAssignments>('/api/assignments');
      const rules = fields.map((field) => ({
        ...{ id: 'r', name: 'Web', enabled: true, outcome: { kind: 'none' }, people: [], groups: [], units: [] },
        ...{ composeTypes: [], mailboxes: [], recipients: 'any', from: null, until: null, timeZone: 'UTC' },
        condition: { match: 'all', tests: [{ kind: 'field', field, is: 'filled' }] },
      }));
      return api.put('/api/assignments', { assignments: { rules, otherwise: { kind: 'builtIn' } }, revision });
    };
    expect(await api.problem(ask('person.custom.gone'))).toMatchObject({
      ...{ status: 400, code: 'rule-field-unknown', values: { rule: 'Web', field: 'person.custom.gone' } },
    });
    await ask('person.custom.site');
    const fields = await read();
    expect(find(fields, 'custom.site').usedInRules).toEqual(['Web']);
    const removal = api.delete(`/api/smart-fields/site?revision=${String(fields.revision)}&values=0`);
    expect(await api.problem(removal)).toMatchObject({ code: 'field-in-use', values: { names: 'Web' } });
    await ask();
  });

  test('bad ones are refused with what to do, and of two people who save the second is told', async () => {
    await save({}, [site]);
    const refused = (rules: Record<string, Partial<FieldRule>>, custom: object[]) => api.problem(save(rules, custom));
    expect(
      await refused({ nonsense: { policy: 'never' }, mail: { blank: 'fallback', fallback: 'x' } }, [site]),
    ).toMatchObject({ errors: [{ code: 'field-unknown' }, { code: 'fallback-email' }] });
    expect(await refused({ userPrincipalName: { editableBy: 'teammate' } }, [])).toMatchObject({
      errors: [{ code: 'custom-field-missing' }, { code: 'field-fixed' }],
    });
    expect(
      await refused({ city: { blank: 'fallback', fallback: '\u200b' } }, [{ ...site, type: 'text' }, site]),
    ).toMatchObject({
      errors: [{ code: 'custom-field-twice' }, { code: 'custom-field-type' }, { code: 'fallback-text' }],
    });
    expect(await refused({}, [{ ...site, key: '__proto__' }])).toMatchObject({ status: 400 });
    const { revision } = await read();
    const body = { rules: {}, custom: [site], revision };
    await api.put('/api/smart-fields', body);
    expect(await api.problem(api.put('/api/smart-fields', body))).toMatchObject({
      ...{ status: 409, code: 'changed-meanwhile' },
    });
    const preview = api.post('/api/smart-fields/preview', { key: 'gone', rule: find(await read(), 'city').rule });
    expect(await api.problem(preview)).toMatchObject({ status: 404 });
  });

  test('how complete everybody is, who lacks what, and the same as a file', async () => {
    const change = (values: object) => undersign.simulator.directory.updateUser(id, values);
    const { jobTitle, mobilePhone, city } = undersign.simulator.directory.findUser(id)!;
    const sync = async () => api.finished(await api.post<Run>('/api/sync/runs', { mode: 'refresh' }));
    /** Photos and managers come after a sync, at their own pace. */
    const count = async () => {
      const counted = await api.get<Completeness>('/api/completeness');
      const findings = { ...counted.findings, photo: 0 };
      const fields = counted.fields.filter(({ key }) => !key.startsWith('manager'));
      return { ...counted, photos: 0, findings, fields };
    };
    const before = await count();
    const of = (counted: Pick<Completeness, 'fields'>, key: string) =>
      counted.fields.find((field) => field.key === key)!;
    expect(before.people).toBe((await read()).people);
    expect(before.of).toBe(10 * before.people);
    for (const { key, filled } of before.fields) expect([key, filled]).toEqual([key, find(await read(), key).filled]);

    change({ jobTitle: '=SENIOR  MANAGER', mobilePhone: 'ask Grace', city: null });
    await sync();
    const after = await count();
    const shift = (kind: FindingKind, key: string) => of(after, key).found[kind] - of(before, key).found[kind];
    expect([shift('spaces', 'jobTitle'), shift('phone', 'mobilePhone'), shift('blank', 'city')]).toEqual([1, 1, 1]);
    expect(before.filled - after.filled).toBe(1);

    const rows = async (query: string) => {
      const found: FindingRow[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const at = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const page: { items: FindingRow[]; cursor: string | null } = await api.get(
          `/api/completeness/people?limit=20&${query}${at}`,
        );
        found.push(...page.items);
        cursor = page.cursor;
      }
      return found;
    };
    const everybody = await rows('');
    expect(everybody.find((row) => row.id === id)?.findings.filter(({ kind }) => kind !== 'photo')).toEqual([
      { kind: 'spaces', field: 'jobTitle', value: '=SENIOR  MANAGER' },
      { kind: 'phone', field: 'mobilePhone', value: 'ask Grace' },
      { kind: 'blank', field: 'city', value: '' },
    ]);
    for (const kind of ['blank', 'phone', 'spaces'] as const)
      expect((await rows(`kind=${kind}`)).length).toBe(after.findings[kind]);
    expect((await rows('kind=phone&field=mobilePhone&search=ask')).length).toBe(0);
    expect((await rows('field=city')).map((row) => row.id)).toContain(id);

    const csv = await (await api.raw('/api/completeness/export?language=nl&field=jobTitle&kind=spaces')).text();
    expect(csv.split('\r\n')).toEqual([
      'Naam;E-mail;Veld;Bevinding;Waarde;Id',
      expect.stringMatching(new RegExp(`;Functie;Spaties;'=SENIOR  MANAGER;${id}$`)),
      '',
    ]);
    change({ jobTitle, mobilePhone, city });
    await sync();
    expect(await count()).toEqual(before);
  });

  test('a colleague may neither see nor change those of everybody', async () => {
    const { api: colleague } = await undersign.signIn(undersign.simulator.tenant.accounts.teammate.userPrincipalName);
    expect(await colleague.problem(colleague.get('/api/smart-fields'))).toMatchObject({ status: 403 });
    expect(await colleague.problem(colleague.put('/api/smart-fields', {}))).toMatchObject({ status: 403 });
  });
});
