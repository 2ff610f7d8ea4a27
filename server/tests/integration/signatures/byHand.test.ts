import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { SignatureDesign } from '../../../src/contract/signatures/signatures.ts';
import type { Assignments, SavedAssignments } from '../../../src/contract/signatures/assignments.ts';
import type { ChoosableSignature, RenderedSignature } from '../../../src/contract/signatures/me.ts';
import type { SignatureSummary } from '../../../src/contract/signatures/signatureList.ts';
import type { Signature } from '../../../src/contract/signatures/signatures.ts';
import { openRepositories } from '../../../src/storage/openRepositories.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { rule, saveAssignments, synced } from '../../support/people/assignments.ts';
import { foreignTenant } from '../../support/people/foreignTenant.ts';
import { nobody } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const designOf = (html: string): SignatureDesign => ({
  newMail: { kind: 'html', html },
  reply: { kind: 'sameAsNew' },
  forward: { kind: 'sameAsNew' },
  images: 'hosted',
});
const notOffered = { status: 404, code: 'signature-not-offered' };

describe('a signature that is chosen by hand', () => {
  let undersign: Undersign;
  let api: ApiClient;
  let sales: string;
  let fair: string;
  let unpublished: string;
  beforeAll(async () => {
    undersign = await startUndersign();
    api = await undersign.connectedAdmin();
    await synced(api, { ...nobody, everyone: true });
    [sales, fair] = [await published('Sales'), await published('Fair')];
    unpublished = (await made('Later')).id;
  });
  beforeEach(() => save({ rules: [], otherwise: { kind: 'builtIn' } }));
  afterAll(() => undersign.close());

  const made = (name: string): Promise<Signature> =>
    api.post<Signature>('/api/signatures', { name, design: designOf(`${name} {{ person.displayName }}`) });
  const published = async (name: string): Promise<string> => {
    const { id, revision } = await made(name);
    await api.post(`/api/signatures/${id}/publish`, { revision });
    return id;
  };
  const save = (assignments: Assignments): Promise<void> => saveAssignments(api, () => assignments);
  const mine = (query = ''): Promise<RenderedSignature> => api.get<RenderedSignature>(`/api/me/signature${query}`);
  const offered = async (query = ''): Promise<readonly ChoosableSignature[]> =>
    (await api.get<{ items: readonly ChoosableSignature[] }>(`/api/me/signatures${query}`)).items;
  const named = async (query = '') => (await offered(query)).map(({ name, kind }) => name ?? kind);
  const refusal = (query: string) => api.problem(mine(query));

  test('is one of those that the rule which decides lets people choose, after what comes by itself', async () => {
    const given = { kind: 'signature', signatureId: sales } as const;
    await save({
      rules: [rule(given, { composeTypes: ['newMail'], also: [unpublished, fair, sales] })],
      otherwise: { kind: 'builtIn' },
      also: [fair],
    });
    expect(await offered()).toEqual([
      { kind: 'signature', id: sales, name: 'Sales', isAutomatic: true },
      { kind: 'signature', id: fair, name: 'Fair', isAutomatic: false },
    ]);
    expect(await named('?composeType=reply')).toEqual(['builtIn', 'Fair']);
    expect((await mine()).text).toMatch(/^Sales/);
    expect(await mine(`?signature=${fair}`)).toMatchObject({ text: expect.stringMatching(/^Fair \w/), rule: null });
    expect((await mine(`?signature=${sales}`)).text).toMatch(/^Sales/);
    expect((await mine()).rule).toBe('Rule');
    expect(await refusal(`?signature=${unpublished}`)).toMatchObject(notOffered);
    expect(await refusal(`?signature=${sales}&composeType=reply`)).toMatchObject(notOffered);
  });

  test('is refused as soon as it is no longer offered, also to who has asked for it before', async () => {
    await save({ rules: [], otherwise: { kind: 'none' }, also: [fair] });
    expect(await named()).toEqual(['none', 'Fair']);
    const asked = `/api/me/signature?signature=${fair}`;
    const before = await api.raw(asked);
    const known = { headers: { 'if-none-match': before.headers.get('etag') ?? '' } };
    expect((await api.raw(asked, known)).status).toBe(304);
    expect((await mine()).html).toBe('');
    await save({ rules: [], otherwise: { kind: 'none' } });
    expect((await api.raw(asked, known)).status).toBe(404);
    expect(await refusal(`?signature=${fair}`)).toMatchObject(notOffered);
  });

  test('may be one for other recipients, since it stays when those change', async () => {
    const rules = [rule({ kind: 'none' }, { recipients: 'external', also: [fair] })];
    await save({ rules, otherwise: { kind: 'builtIn' } });
    expect(await named()).toEqual(['builtIn', 'Fair']);
    expect(await named('?recipients=external')).toEqual(['none', 'Fair']);
    expect((await mine(`?signature=${fair}`)).text).toMatch(/^Fair/);
  });

  test('is of whom the mailbox says: its owner’s choice there, and none where there is none', async () => {
    const { dutch } = undersign.simulator.tenant.accounts;
    const from = `from=${encodeURIComponent(dutch.userPrincipalName)}`;
    const about = { people: [{ id: dutch.id, displayName: 'Anna' }], also: [fair] };
    const rules = [rule({ kind: 'builtIn' }, about)];
    await save({ rules, otherwise: { kind: 'builtIn' }, also: [sales], otherMailbox: 'theirs' });
    expect(await named()).toEqual(['builtIn', 'Sales']);
    expect(await named(`?${from}`)).toEqual(['builtIn', 'Fair']);
    expect(await mine(`?signature=${fair}&${from}`)).toMatchObject({ teammateId: dutch.id });
    expect(await refusal(`?signature=${sales}&${from}`)).toMatchObject(notOffered);
    await save({ rules, otherwise: { kind: 'builtIn' }, also: [sales], otherMailbox: 'none' });
    expect(await named(`?${from}`)).toEqual(['none']);
    expect(await refusal(`?signature=${sales}&${from}`)).toMatchObject(notOffered);
  });

  test('is never one of another tenant, nor can a rule offer one', async () => {
    const engine = await undersign.store.open();
    const { signatures } = openRepositories(engine);
    const own = (await signatures.get(undersign.simulator.tenant.id, fair))?.value;
    const id = '79797979-7979-4979-8979-797979797979';
    if (own !== undefined) await signatures.save(foreignTenant, { ...own, id }, 0);
    await engine.close();
    expect(await refusal(`?signature=${id}`)).toMatchObject(notOffered);
    const { assignments, revision } = await api.get<SavedAssignments>('/api/assignments');
    const offering = { rules: [rule({ kind: 'none' }, { also: [id] })], otherwise: assignments.otherwise, also: [id] };
    const refused = await api.problem(api.put('/api/assignments', { assignments: offering, revision }));
    expect(refused).toMatchObject({ status: 400 });
    expect(refused.errors?.map(({ path }) => path)).toEqual(['body.assignments.rules.0.also', 'body.assignments.also']);
  });

  test('is held by the rules that offer it until they no longer do', async () => {
    const kept = await published('Kept');
    const inUse = async () => {
      const { items } = await api.get<{ items: SignatureSummary[] }>('/api/signatures');
      return items.find(({ id }) => id === kept)?.usedInRules;
    };
    await save({ rules: [rule({ kind: 'none' }, { also: [kept] })], otherwise: { kind: 'builtIn' }, also: [kept] });
    expect(await inUse()).toBe(2);
    expect(await api.problem(api.delete(`/api/signatures/${kept}`))).toMatchObject({
      ...{ status: 409, code: 'signature-in-use', values: { rules: ['Rule', '*'] } },
    });
    await save({ rules: [], otherwise: { kind: 'builtIn' } });
    expect(await inUse()).toBe(0);
    await api.delete(`/api/signatures/${kept}`);
  });
});
