import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { SavedAssignments } from '../../../src/contract/signatures/assignments.ts';
import type { Brand, Signature } from '../../../src/contract/signatures/signatures.ts';
import type { ImportReport, SignaturesFile } from '../../../src/contract/signatures/signaturesFile.ts';
import { usualRule } from '../../../src/domain/fields/fieldSettings.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { openDisguised } from '../../support/people/foreignTenant.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

describe('signatures as one file', () => {
  let undersign: Undersign;
  let api: ApiClient;
  let original: SignaturesFile;
  /** Of the file where it came from, while nothing was changed there. */
  let atOnce: ImportReport;
  beforeAll(async () => {
    undersign = await startUndersign({ withDemoSignatures: true });
    api = await undersign.connectedAdmin();
    original = await exported();
    atOnce = await preview(original);
  });
  /** Some bring in signatures of their own; what is exported after them is to be the demo’s alone. */
  afterEach(async () => {
    const { items } = await api.get<{ items: readonly Signature[] }>('/api/signatures');
    const added = items.filter(({ id }) => original.signatures.every((one) => one.id !== id));
    for (const { id } of added) await api.delete(`/api/signatures/${id}`);
  });
  afterAll(() => undersign.close());

  const exported = (): Promise<SignaturesFile> => api.get<SignaturesFile>('/api/signatures-file');
  const preview = (file: object): Promise<ImportReport> =>
    api.post<ImportReport>('/api/signatures-file/preview', { file });
  const bringIn = (file: object, take: readonly string[] | null = null): Promise<ImportReport> =>
    api.post<ImportReport>('/api/signatures-file/import', { file, take });
  const actions = ({ items }: ImportReport) => Object.fromEntries(items.map(({ key, action }) => [key, action]));
  const signatureAt = (file: SignaturesFile, at: number) => {
    const signature = file.signatures[at];
    if (signature === undefined) throw new Error('The demo has no such signature.');
    return signature;
  };

  test('hold everything, and change nothing where they came from', async () => {
    expect(original).toMatchObject({ format: 'undersign-signatures', version: 1 });
    expect([original.signatures.length, original.images.length]).toEqual([2, 2]);
    expect(atOnce.isOfThisTenant).toBe(true);
    expect(new Set(atOnce.items.map(({ action }) => action))).toEqual(new Set(['same']));
  });

  test('bring back what was deleted, renamed and repainted, as drafts, and leave alone what is only here', async () => {
    const { assignments, revision } = await api.get<SavedAssignments>('/api/assignments');
    const [first] = assignments.rules;
    const own = { ...first, id: 'own', name: 'Own' };
    const [company, sales] = [signatureAt(original, 0), signatureAt(original, 1)];
    await api.put('/api/assignments', {
      assignments: {
        rules: [{ ...own, outcome: { kind: 'none' } }],
        otherwise: { kind: 'builtIn' },
        otherMailbox: 'theirs',
      },
      revision,
    });
    await api.delete(`/api/signatures/${company.id}`);
    const before = await api.get<Signature>(`/api/signatures/${sales.id}`);
    await api.put(`/api/signatures/${sales.id}`, { name: 'Renamed', draft: before.draft, revision: before.revision });
    const saved = await api.get<{ brand: Brand; revision: number }>('/api/brand');
    const colors = { ...saved.brand.colors, accent: '#123456' };
    await api.put('/api/brand', { brand: { ...saved.brand, colors }, revision: saved.revision });

    const expected = {
      brand: 'changed',
      [`signature/${company.id}`]: 'new',
      [`signature/${sales.id}`]: 'changed',
      'rule/sales': 'new',
      otherwise: 'changed',
    };
    expect(actions(await preview(original))).toMatchObject(expected);
    expect(actions(await bringIn(original))).toMatchObject(expected);
    const after = await exported();
    expect(after).toMatchObject({ brand: original.brand, signatures: original.signatures });
    expect(after.assignments?.otherMailbox).toBeUndefined();
    expect(after.assignments?.rules.map(({ id }) => id)).toEqual(['own', 'sales', 'open-day']);
    expect(new Set(Object.values(actions(await preview(original))))).toEqual(new Set(['same']));
    expect(await api.get<Signature>(`/api/signatures/${company.id}`)).toMatchObject({ state: 'draft' });
  });

  test('publish nothing that was published when it was deleted, and keep its versions', async () => {
    const draft = { ...signatureAt(original, 0).design };
    const made = await api.post<Signature>('/api/signatures', { name: 'Deleted', design: draft });
    await api.post(`/api/signatures/${made.id}/publish`, { revision: made.revision });
    await api.delete(`/api/signatures/${made.id}`);
    const rule = { ...original.assignments?.rules[0], id: 'deleted' };
    const file = {
      ...original,
      signatures: [{ id: made.id, name: 'Again', design: { ...draft, reply: { kind: 'none' } } }],
      assignments: {
        rules: [{ ...rule, outcome: { kind: 'signature', signatureId: made.id } }],
        otherwise: original.assignments?.otherwise,
      },
    };
    expect(actions(await bringIn(file))).toMatchObject({ [`signature/${made.id}`]: 'new', 'rule/deleted': 'new' });
    const back = await api.get<Signature>(`/api/signatures/${made.id}`);
    expect(back).toMatchObject({
      name: 'Again',
      state: 'draft',
      publishedVersion: null,
      draft: { reply: { kind: 'none' } },
    });
    const { items } = await api.get<{ items: { version: number }[] }>(`/api/signatures/${made.id}/versions`);
    expect(items.map(({ version }) => version)).toEqual([1]);
    const { assignments, revision } = await api.get<SavedAssignments>('/api/assignments');
    const rules = assignments.rules.filter(({ id }) => id !== 'deleted');
    await api.put('/api/assignments', { assignments: { ...assignments, rules }, revision });
  });

  test('bring in no more signatures than there is room for, be they new or deleted', async () => {
    const { id } = await api.post<Signature>('/api/signatures', {
      name: 'One too many',
      design: signatureAt(original, 0).design,
    });
    await api.delete(`/api/signatures/${id}`);
    const engine = await undersign.store.open();
    const { signatures } = openRepositories(engine);
    const listed = await signatures.list(original.tenantId);
    const many = Array.from({ length: 500 - listed.length }, (_, at) => `many${String(at)}`);
    for (const each of many) await signatures.save(original.tenantId, { ...listed[0]!.value, id: each }, 0);
    const report = await bringIn({ ...original, signatures: [{ ...signatureAt(original, 0), id }] });
    expect(report.items.find(({ key }) => key === `signature/${id}`)).toMatchObject({
      action: 'refused',
      reason: { code: 'too-many-signatures' },
    });
    const problem = await api.problem(api.post(`/api/signatures/${id}/restore`));
    expect(problem).toMatchObject({ status: 409, code: 'too-many-signatures' });
    for (const each of many) await signatures.remove(original.tenantId, each, new Date().toISOString());
    await engine.close();
  });

  test('only bring in what was chosen, and no rule whose signature was left out', async () => {
    const id = '77777777-7777-4777-8777-777777777777';
    const rule = { ...original.assignments?.rules[0], id: 'chosen', outcome: { kind: 'signature', signatureId: id } };
    const file = {
      ...original,
      signatures: [{ ...signatureAt(original, 0), id, name: 'Another' }],
      assignments: { rules: [rule], otherwise: original.assignments?.otherwise },
    };
    expect(actions(await preview(file))).toMatchObject({ [`signature/${id}`]: 'new', 'rule/chosen': 'new' });
    expect((await bringIn(file, ['rule/chosen'])).items).toMatchObject([
      { key: 'rule/chosen', action: 'refused', reason: { code: 'signature-missing' } },
    ]);
    await bringIn(file, [`signature/${id}`]);
    expect(await api.get<Signature>(`/api/signatures/${id}`)).toMatchObject({ name: 'Another', state: 'draft' });
  });

  test('bring along what people may choose by hand, and no rule where that is neither here nor in the file', async () => {
    const here = signatureAt(original, 0).id;
    const nowhere = '78787878-7878-4878-8878-787878787878';
    const offering = (id: string, also: readonly string[]) => ({ ...original.assignments?.rules[0], id, also });
    const fileWith = (also: readonly string[]) => ({
      ...original,
      assignments: { rules: [offering('offers', also)], otherwise: original.assignments?.otherwise, also },
    });
    const refused = { action: 'refused', reason: { code: 'signature-missing' } };
    const { items } = await preview(fileWith([here, nowhere]));
    for (const key of ['rule/offers', 'otherwise'])
      expect(items.find((item) => item.key === key)).toMatchObject(refused);
    expect(actions(await bringIn(fileWith([here])))).toMatchObject({ 'rule/offers': 'new', otherwise: 'changed' });
    const { assignments, revision } = await api.get<SavedAssignments>('/api/assignments');
    expect(assignments.also).toEqual([here]);
    expect(assignments.rules.find(({ id }) => id === 'offers')?.also).toEqual([here]);
    expect(actions(await preview(await exported()))).toMatchObject({ 'rule/offers': 'same', otherwise: 'same' });
    const rules = assignments.rules.filter(({ id }) => id !== 'offers');
    await api.put('/api/assignments', { assignments: { rules, otherwise: assignments.otherwise }, revision });
  });

  test('bring in no rule about a field that would not be here, and say so before', async () => {
    const asks = (id: string, field: string) => ({
      ...original.assignments?.rules[0],
      ...{ id, name: id, outcome: { kind: 'none' }, people: [], groups: [], units: [] },
      condition: { match: 'all', tests: [{ kind: 'field', field, is: 'blank' }] },
    });
    const labels = { en: 'Region', nl: 'Regio', de: 'Region' };
    const rules = [asks('region', 'person.custom.region'), asks('nowhere', 'person.custom.nowhere')];
    const file = {
      ...original,
      fields: { rules: {}, custom: [{ key: 'region', labels, type: 'text' }] },
      assignments: { rules, otherwise: original.assignments?.otherwise },
    };
    expect(actions(await preview(file))).toMatchObject({
      'customField/region': 'new',
      'rule/region': 'new',
      'rule/nowhere': 'refused',
    });
    expect((await bringIn(file, ['rule/region', 'rule/nowhere'])).items).toMatchObject([
      { key: 'rule/region', action: 'refused', reason: { code: 'rule-field-unknown' } },
      { key: 'rule/nowhere', action: 'refused', reason: { code: 'rule-field-unknown' } },
    ]);
    const before = await api.get<SavedAssignments>('/api/assignments');
    expect(before.assignments.rules.map(({ id }) => id)).not.toContain('region');
    expect(actions(await bringIn(file))).toMatchObject({ 'rule/region': 'new', 'rule/nowhere': 'refused' });
    const { assignments, revision } = await api.get<SavedAssignments>('/api/assignments');
    expect(assignments.rules.map(({ id }) => id)).toContain('region');
    await api.put('/api/assignments', { assignments, revision });
  });

  test('bring in no rule about a field that is refused, of assignments or of the field itself', async () => {
    const labels = { en: 'Team', nl: 'Team', de: 'Team' };
    const many = Array.from({ length: 51 }, (_, at) => ({ key: `f${String(at)}`, labels, type: 'text' }));
    const rule = { ...original.assignments?.rules[0], id: 'last', people: [], groups: [], units: [] };
    const tests = [{ kind: 'field', field: 'person.custom.f50', is: 'filled' }];
    const report = await preview({
      ...original,
      fields: { rules: { 'custom.f50': { ...usualRule('custom.f50'), policy: 'never' } }, custom: many },
      assignments: { rules: [{ ...rule, condition: { match: 'all', tests } }], otherwise: null },
    });
    expect(actions(report)).toMatchObject({
      ...{ 'customField/f50': 'refused', 'fieldRule/custom.f50': 'refused', 'rule/last': 'refused' },
    });
  });

  test('bring in no field for somebody who may only design, and no rule about one', async () => {
    const { userPrincipalName } = undersign.simulator.tenant.accounts.teammate;
    const designer = await openDisguised(undersign, userPrincipalName, { roles: ['Undersign.Designer'], wids: [] });
    const labels = { en: 'Floor', nl: 'Verdieping', de: 'Etage' };
    const rule = { ...original.assignments?.rules[0], id: 'floor', people: [], groups: [], units: [] };
    const id = '66666666-6666-4666-8666-666666666666';
    const file = {
      ...original,
      signatures: [{ ...signatureAt(original, 0), id, name: 'Brought along' }],
      fields: {
        ...{
          rules: { jobTitle: { ...usualRule('jobTitle'), policy: 'never' } },
          directory: [{ attribute: 'extensionAttribute7', labels, type: 'text' }],
        },
        custom: [{ key: 'floor', labels, type: 'text' }],
      },
      assignments: {
        ...{ otherwise: original.assignments?.otherwise },
        rules: [
          {
            ...rule,
            outcome: { kind: 'signature', signatureId: id },
            condition: { match: 'all', tests: [{ kind: 'field', field: 'person.custom.floor', is: 'filled' }] },
          },
        ],
      },
    };
    const before = (await exported()).fields;
    const reports = [
      await designer.post<ImportReport>('/api/signatures-file/preview', { file }),
      await designer.post<ImportReport>('/api/signatures-file/import', { file }),
    ];
    for (const { items } of reports) {
      expect(items.find(({ key }) => key === `signature/${id}`)?.action).toBe('new');
      const told = items.filter(({ action }) => action === 'refused').map(({ kind, reason }) => [kind, reason?.code]);
      expect(told.toSorted()).toEqual([
        ['customField', 'fields-for-admins'],
        ['directoryField', 'fields-for-admins'],
        ['fieldRule', 'fields-for-admins'],
        ['rule', 'rule-field-unknown'],
      ]);
    }
    expect((await exported()).fields).toEqual(before);
    expect(actions(await preview(file))).toMatchObject({ 'customField/floor': 'new', 'rule/floor': 'new' });
  });

  test('of which a part cannot be used bring in the rest, and say why', async () => {
    const tenantId = '99999999-9999-4999-8999-999999999999';
    const rule = { ...original.assignments?.rules[0], id: 'ours', groups: [{ id: tenantId, displayName: 'Theirs' }] };
    const picture = { id: 'a'.repeat(64), name: 'virus.png', content: Buffer.from('MZ').toString('base64') };
    const id = '88888888-8888-4888-8888-888888888888';
    const report = await bringIn({
      ...original,
      tenantId,
      signatures: [
        { ...signatureAt(original, 0), id, name: 'Good' },
        { name: 'Broken', design: { newMail: 7 } },
      ],
      images: [picture],
      assignments: { rules: [rule, { id: 'no rule' }], otherwise: null },
      fields: { rules: { nonsense: { policy: 'never' } }, custom: [{ key: 'pronouns', labels: {}, type: 'text' }] },
    });
    expect(report.isOfThisTenant).toBe(false);
    const told = report.items
      .filter(({ action }) => action === 'refused')
      .map(({ kind, reason }) => [kind, reason?.code]);
    expect(told.toSorted()).toEqual([
      ['customField', 'part-unreadable'],
      ['fieldRule', 'part-unreadable'],
      ['image', 'image-unreadable'],
      ['rule', 'other-tenant'],
      ['rule', 'part-unreadable'],
      ['signature', 'part-unreadable'],
    ]);
    expect(await api.get<Signature>(`/api/signatures/${id}`)).toMatchObject({ name: 'Good' });
  });

  test('with more images than a file may hold bring in two hundred, and say of each other one why not', async () => {
    const [image] = original.images;
    const images = Array.from({ length: 203 }, () => ({ ...image, name: 'again.png' }));
    const { items } = await preview({ ...original, images });
    expect(items.filter(({ kind, action }) => kind === 'image' && action === 'same')).toHaveLength(200);
    const told = items.filter(({ action }) => action === 'refused').map(({ kind, reason }) => [kind, reason?.code]);
    expect(told).toEqual(Array.from({ length: 3 }, () => ['image', 'file-images']));
  });

  test('of a newer release, or of something else, are refused in words', async () => {
    expect(await api.problem(preview({ ...original, version: 3 }))).toMatchObject({
      status: 422,
      code: 'file-too-new',
      values: { version: 3, known: 2 },
    });
    expect(await api.problem(bringIn({ hello: 'there' }))).toMatchObject({ status: 422, code: 'file-unknown' });
  });
});
