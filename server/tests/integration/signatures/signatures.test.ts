import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SavedAssignments } from '../../../src/contract/signatures/assignments.ts';
import type { DeletedSignatures } from '../../../src/contract/signatures/signatureList.ts';
import type {
  CheckReport,
  Signature,
  SignatureDesign,
  StoredImage,
} from '../../../src/contract/signatures/signatures.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { drawnImage, noisyImage } from '../../support/people/drawnImage.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

const htmlDesign = (html: string): SignatureDesign => ({
  newMail: { kind: 'html', html },
  reply: { kind: 'sameAsNew' },
  forward: { kind: 'none' },
  images: 'hosted',
});

describe('signatures that an admin makes', () => {
  let undersign: Undersign;
  let api: ApiClient;
  beforeAll(async () => {
    undersign = await startUndersign();
    api = await undersign.connectedAdmin();
  });
  afterAll(() => undersign.close());

  const made = (name: string): Promise<Signature> =>
    api.post<Signature>('/api/signatures', { name, design: htmlDesign('<b>{{ person.displayName }}</b>') });
  const names = async (): Promise<readonly string[]> =>
    (await api.get<{ items: Signature[] }>('/api/signatures')).items.map(({ name }) => name);
  const publish = ({ id, revision }: Signature): Promise<Signature> =>
    api.post<Signature>(`/api/signatures/${id}/publish`, { revision });

  test('a signature is a draft, is published, changed, published again and taken back, and keeps its versions', async () => {
    const draft = await made('Sales');
    expect(draft).toMatchObject({ state: 'draft', publishedVersion: null, revision: 1 });
    const first = await publish(draft);
    expect(first).toMatchObject({ state: 'published', publishedVersion: 1 });
    const changed = await api.put<Signature>(`/api/signatures/${draft.id}`, {
      name: 'Sales NL',
      draft: htmlDesign('<i>{{ person.displayName }}</i>'),
      revision: first.revision,
    });
    expect(changed).toMatchObject({ state: 'changed', publishedVersion: 1, name: 'Sales NL' });
    const second = await publish(changed);
    const back = await api.post<Signature>(`/api/signatures/${draft.id}/unpublish`, { revision: second.revision });
    expect(back).toMatchObject({ state: 'draft', publishedVersion: null });
    const third = await publish(back);
    expect(third.publishedVersion).toBe(3);
    const { items } = await api.get<{ items: { version: number }[] }>(`/api/signatures/${draft.id}/versions`);
    expect(items.map(({ version }) => version)).toEqual([3, 2, 1]);
    const old = await api.get<{ design: SignatureDesign }>(`/api/signatures/${draft.id}/versions/1`);
    expect(old.design).toEqual(htmlDesign('<b>{{ person.displayName }}</b>'));
    expect(await api.problem(api.get(`/api/signatures/${draft.id}/versions/9`))).toMatchObject({ status: 404 });
  });

  test('of two people who edit at once the second learns who was first, and nothing is lost', async () => {
    const draft = await made('Edited twice');
    const save = (html: string) =>
      api.put<Signature>(`/api/signatures/${draft.id}`, { name: draft.name, draft: htmlDesign(html), revision: 1 });
    await save('mine');
    const problem = await api.problem(save('theirs'));
    expect(problem).toMatchObject({ status: 409, code: 'signature-changed' });
    expect(problem.values).toMatchObject({ by: expect.any(String), at: expect.any(String) });
    expect((await api.get<Signature>(`/api/signatures/${draft.id}`)).draft).toEqual(htmlDesign('mine'));
  });

  test('a copy is a draft of its own; what is deleted can be brought back', async () => {
    const one = await made('Original');
    const copy = await api.post<Signature>(`/api/signatures/${one.id}/duplicate`);
    expect(copy).toMatchObject({ name: 'Original (2)', state: 'draft', draft: one.draft });
    await api.delete(`/api/signatures/${one.id}`);
    expect(await names()).not.toContain('Original');
    const [last] = (await api.get<DeletedSignatures>('/api/signatures/deleted')).items;
    expect(last).toMatchObject({ id: one.id, name: 'Original' });
    const days = (Date.parse(last?.restorableUntil ?? '') - Date.parse(last?.deletedAt ?? '')) / (24 * 60 * 60_000);
    expect(days).toBe(30);
    expect(await api.problem(api.get(`/api/signatures/${one.id}`))).toMatchObject({ status: 404 });
    expect(await api.problem(api.delete(`/api/signatures/${one.id}`))).toMatchObject({ status: 404 });
    expect(await api.post<Signature>(`/api/signatures/${one.id}/restore`)).toMatchObject({ name: 'Original' });
    expect(await names()).toContain('Original');
    const { items } = await api.get<DeletedSignatures>('/api/signatures/deleted');
    expect(items.map(({ id }) => id)).not.toContain(one.id);
  });

  test('a field stays while a deleted signature that shows it to people can be brought back', async () => {
    const { revision } = await api.get<{ revision: number }>('/api/smart-fields');
    const field = { key: 'team', labels: { en: 'Team', nl: 'Team', de: 'Team' }, type: 'text' };
    await api.put('/api/smart-fields', { rules: {}, custom: [field], revision });
    const { id } = await api.post<Signature>('/api/signatures', {
      name: 'With team',
      design: htmlDesign('<b>Team {{ person.custom.team }}</b>'),
    });
    await api.post(`/api/signatures/${id}/publish`, { revision: 1 });
    await api.delete(`/api/signatures/${id}`);
    const remove = () => api.delete(`/api/smart-fields/team?revision=${String(revision + 1)}&values=0`);
    expect(await api.problem(remove())).toMatchObject({
      ...{ status: 409, code: 'field-in-deleted', values: { names: 'With team' } },
    });
    const back = await api.post<Signature>(`/api/signatures/${id}/restore`);
    expect(await api.problem(remove())).toMatchObject({ status: 409, code: 'field-in-use' });
    await api.post(`/api/signatures/${id}/unpublish`, { revision: back.revision });
    await api.delete(`/api/signatures/${id}`);
    await remove();
  });

  test('rules name signatures that exist, and what a rule names is not deleted', async () => {
    const one = await made('Assigned');
    const { assignments, revision } = await api.get<SavedAssignments>('/api/assignments');
    const otherwise = { kind: 'signature', signatureId: one.id };
    await api.put('/api/assignments', { assignments: { ...assignments, otherwise }, revision });
    expect(await api.problem(api.delete(`/api/signatures/${one.id}`))).toMatchObject({
      status: 409,
      code: 'signature-in-use',
    });
    expect(await api.get<Signature>(`/api/signatures/${one.id}`)).toMatchObject({ usedInRules: 1 });
    const stale = api.put('/api/assignments', { assignments, revision });
    expect(await api.problem(stale)).toMatchObject({ status: 409, code: 'changed-meanwhile' });
    const nobody = { ...otherwise, signatureId: '00000000-0000-4000-8000-000000000000' };
    const wrong = api.put('/api/assignments', { assignments: { ...assignments, otherwise: nobody }, revision: 1 });
    expect((await api.problem(wrong)).errors).toMatchObject([{ path: 'body.assignments.otherwise' }]);
    await api.put('/api/assignments', { assignments, revision: 1 });
    await api.delete(`/api/signatures/${one.id}`);
  });

  test('an image is uploaded once, shown to whoever opens the mail, and not deleted while a signature shows it', async () => {
    const bytes = await drawnImage();
    const upload = (body: Blob, type = 'image/png'): Promise<Response> =>
      api.raw('/api/images?name=logo.png', { method: 'POST', body, headers: { 'content-type': type } });
    const image = (await (await upload(bytes)).json()) as StoredImage;
    expect(image).toMatchObject({ name: 'logo.png', width: 20, height: 10, contentType: 'image/png' });
    expect(await (await upload(bytes)).json()).toEqual(image);
    const address = `${undersign.url}/images/${undersign.simulator.tenant.id}/${image.id}`;
    const shown = await fetch(address);
    expect([shown.status, shown.headers.get('content-type'), shown.headers.get('cache-control')]).toEqual([
      200,
      'image/png',
      'public, max-age=31536000, immutable',
    ]);
    expect((await shown.arrayBuffer()).byteLength).toBe(image.bytes);
    expect((await fetch(address, { headers: { 'if-none-match': `"${image.id}"` } })).status).toBe(304);
    const elsewhere = address.replace(undersign.simulator.tenant.id, '11111111-1111-4111-8111-111111111111');
    const missing = await fetch(elsewhere);
    expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'public, max-age=60']);

    const brand = await api.get<{ brand: object }>('/api/brand');
    await api.put('/api/brand', { brand: { ...brand.brand, logo: image.id }, revision: 0 });
    expect(await api.problem(api.delete(`/api/images/${image.id}`))).toMatchObject({ code: 'image-in-use' });
    await api.put('/api/brand', { brand: { ...brand.brand, logo: null }, revision: 1 });
    const showing = await made('With picture');
    const withPicture = htmlDesign(`<b>Hello</b><img src="cid:${image.id}" alt="Logo">`);
    await api.put(`/api/signatures/${showing.id}`, { name: showing.name, draft: withPicture, revision: 1 });
    await api.delete(`/api/signatures/${showing.id}`);
    expect(await api.problem(api.delete(`/api/images/${image.id}`))).toMatchObject({
      ...{ status: 409, code: 'image-in-deleted', values: { signatures: ['With picture'] } },
    });
    const { revision } = await api.post<Signature>(`/api/signatures/${showing.id}/restore`);
    await api.put(`/api/signatures/${showing.id}`, { name: showing.name, draft: showing.draft, revision });
    await api.delete(`/api/images/${image.id}`);
    expect((await fetch(address)).status).toBe(404);

    expect((await upload(new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']), 'image/svg+xml')).status).toBe(422);
    expect((await upload(bytes, 'text/html')).status).toBe(415);
    expect((await upload(new Blob([new Uint8Array(11 * 1024 * 1024)]))).status).toBe(413);
  });

  test('pictures that weigh too much together are warned of before a design is published', async () => {
    const upload = async (body: Blob) =>
      (await (
        await api.raw('/api/images', { method: 'POST', body, headers: { 'content-type': 'image/png' } })
      ).json()) as StoredImage;
    const [one, other] = [await upload(await noisyImage(400, 300)), await upload(await noisyImage(300, 300))];
    const found = async (...images: readonly StoredImage[]) => {
      const shown = images.map(({ id }) => `<img src="cid:${id}" alt="x">`).join('');
      const design = htmlDesign(`<b>{{ person.displayName }}</b>${shown}`);
      const { findings } = await api.post<CheckReport>('/api/signatures/check', { design, cursor: null });
      return findings.filter(({ code }) => code === 'images-too-heavy');
    };
    expect(await found(one)).toEqual([]);
    const size = Math.ceil((one.bytes + other.bytes) / 1024);
    expect(await found(one, other)).toMatchObject([{ severity: 'warning', values: { size, limit: 512 } }]);
  });

  test('colleagues may neither see nor change them', async () => {
    const { api: colleague } = await undersign.signIn(undersign.simulator.tenant.accounts.teammate.userPrincipalName);
    const calls = [
      () => colleague.get('/api/signatures'),
      () => colleague.post('/api/signatures', { name: 'x', design: htmlDesign('x') }),
      () => colleague.get('/api/assignments'),
      () => colleague.get('/api/brand'),
      () => colleague.get('/api/images'),
    ];
    for (const call of calls) expect(await colleague.problem(call())).toMatchObject({ status: 403 });
  });
});
