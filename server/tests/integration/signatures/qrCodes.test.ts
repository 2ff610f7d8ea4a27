import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SavedAssignments } from '../../../src/contract/signatures/assignments.ts';
import type { RenderedSignature } from '../../../src/contract/signatures/me.ts';
import type { CompositionBlock } from '../../../src/contract/signatures/composition.ts';
import type { RenderedDesign, Signature, SignatureDesign } from '../../../src/contract/signatures/signatures.ts';
import type { Teammate } from '../../../src/contract/people/teammates.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { column, composition, row } from '../../support/designs/compositions.ts';
import { readCard, readQrPicture } from '../../support/designs/readQrPicture.ts';
import { pickAndSync } from '../../support/people/pickAndSync.ts';
import { everyone } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

type QrCode = Extract<CompositionBlock, { kind: 'qrCode' }>;

const contact: QrCode['content'] = {
  ...{ kind: 'contact', fields: ['person.jobTitle', 'person.mobilePhone', 'person.mail'], website: false },
};
const codeWith = (content: QrCode['content']): QrCode => ({
  ...{ id: 'code', kind: 'qrCode', condition: null, size: 140, color: '#1f1f1f', alt: { default: '' }, content },
});
const designWith = (content: QrCode['content'], images: SignatureDesign['images'] = 'hosted') => ({
  newMail: { kind: 'composition', composition: composition(row(column(codeWith(content)))) },
  ...{ reply: { kind: 'none' }, forward: { kind: 'none' }, images },
});

describe('QR codes in signatures', () => {
  let undersign: Undersign;
  let api: ApiClient;
  let colleague: ApiClient;
  let id: string;
  let signature: Signature;
  beforeAll(async () => {
    undersign = await startUndersign();
    const { directory, tenant } = undersign.simulator;
    id = tenant.accounts.teammate.id;
    directory.updateUser(id, { mobilePhone: '06 12345678', country: 'NL', jobTitle: 'Smith; \\Tester, senior' });
    api = await undersign.connectedAdmin();
    await pickAndSync(api, everyone);
    signature = await api.post<Signature>('/api/signatures', { name: 'With a code', design: designWith(contact) });
    await publish();
    const { assignments, revision } = await api.get<SavedAssignments>('/api/assignments');
    const otherwise = { kind: 'signature', signatureId: signature.id };
    await api.put('/api/assignments', { assignments: { ...assignments, otherwise }, revision });
    colleague = (await undersign.signIn(tenant.accounts.teammate.userPrincipalName)).api;
  });
  afterAll(() => undersign.close());

  const publish = async (): Promise<void> => {
    signature = await api.post<Signature>(`/api/signatures/${signature.id}/publish`, { revision: signature.revision });
  };
  const addressIn = (html: string | null): string =>
    /<img src="([^"]+)"/.exec(html ?? '')?.[1]?.replaceAll('&amp;', '&') ?? '';
  const mine = (query = '') => colleague.get<RenderedSignature>(`/api/me/signature${query}`);
  const address = async (): Promise<string> => addressIn((await mine()).html);
  const cardAt = async (from: string) =>
    readCard(await readQrPicture(Buffer.from(await (await fetch(from)).arrayBuffer())));
  const override = async (overrides: object): Promise<void> => {
    const { overridesRevision } = await api.get<Teammate>(`/api/teammates/${id}`);
    await api.patch(`/api/teammates/${id}`, { overridesRevision, overrides });
  };
  const render = async (content: QrCode['content'], images: 'hosted' | 'attached' = 'hosted') => {
    const asked = { design: designWith(content, images), composeType: 'newMail', teammateIds: [id], images };
    const { items } = await api.post<RenderedDesign>('/api/signatures/render', asked);
    return items[0]!;
  };

  test('show recipients a picture that telephones read as the card of whoever sent the mail', async () => {
    const { html } = await mine();
    const { displayName } = await api.get<Teammate>(`/api/teammates/${id}`);
    expect(html).toContain(`contact details of ${displayName}"`);
    const shown = await fetch(addressIn(html));
    expect([shown.status, shown.headers.get('content-type'), shown.headers.get('cache-control')]).toEqual([
      ...[200, 'image/png', 'public, max-age=31536000, immutable'],
    ]);
    expect(await cardAt(addressIn(html))).toMatchObject({
      ...{ FN: displayName, TITLE: 'Smith; \\Tester, senior', 'TEL;TYPE=CELL': '+31612345678' },
    });
    const etag = shown.headers.get('etag') ?? '';
    const again = await fetch(addressIn(html), { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('follow what their person changes, hides or takes back, and what was said before is shown to nobody', async () => {
    const before = await address();
    await override({ mobilePhone: { hidden: true } });
    const without = await address();
    expect(without).not.toBe(before);
    expect((await fetch(before)).status).toBe(404);
    expect(await cardAt(without)).not.toHaveProperty('TEL;TYPE=CELL');
    await override({ mobilePhone: null });
    expect(await address()).toBe(before);
    expect((await fetch(before)).status).toBe(200);
    expect((await fetch(without)).status).toBe(404);
  });

  test('are given to nobody who asks for another person, more details or other looks with a mark that was seen', async () => {
    const seen = await address();
    const other = undersign.simulator.tenant.accounts.globalAdmin.id;
    for (const wrong of [
      seen.replace(id, other),
      seen.replace(id, 'link'),
      seen.replace('/tme-', '/tbme-'),
      seen.replace('-1f1f1f-', '-1f1f20-'),
      seen.replace(/-140$/, '-141'),
      seen.replace(undersign.simulator.tenant.id, other),
    ]) {
      expect(wrong).not.toBe(seen);
      expect((await fetch(wrong)).status).toBe(404);
    }
  });

  test('lead to an address that may be one person’s own, drawn for no address that no design has', async () => {
    const { html, text, codes } = await render({ kind: 'link', href: { kind: 'url', url: 'https://linden.example/' } });
    expect(text).toBe('https://linden.example/');
    expect(codes).toEqual({ code: addressIn(html) });
    const picture = async (from: string) => readQrPicture(Buffer.from(await (await fetch(from)).arrayBuffer()));
    expect(await picture(addressIn(html))).toBe('https://linden.example/');
    const own = await render({ kind: 'link', href: { kind: 'field', field: 'person.mail' } });
    expect(await picture(addressIn(own.html))).toBe(own.text);
    const evil = Buffer.from('https://evil.example/').toString('base64url');
    const forged = addressIn(html).replace(/[\w-]+-1f1f1f-/, `${evil}-1f1f1f-`);
    expect((await fetch(forged)).status).toBe(404);
  });

  test('travel within the mail where a signature has its images there', async () => {
    const { html, parts } = await render(contact, 'attached');
    const [part] = parts;
    expect(html).toContain(`src="cid:${part?.name ?? ''}"`);
    const card = readCard(await readQrPicture(Buffer.from(part?.content ?? '', 'base64')));
    expect(card).toMatchObject({ 'TEL;TYPE=CELL': '+31612345678' });
  });

  test('are not published where nobody could read them, and taken as they are from a file', async () => {
    const pale = {
      ...designWith(contact),
      newMail: {
        kind: 'composition',
        composition: composition(row(column({ ...codeWith(contact), color: '#ffff00' }))),
      },
    };
    const { id: paleId } = await api.post<Signature>('/api/signatures', { name: 'Pale', design: pale });
    const problem = await api.problem(api.post(`/api/signatures/${paleId}/publish`, { revision: 1 }));
    expect(problem).toMatchObject({ code: 'design-has-errors', values: { codes: ['qr-low-contrast'] } });
    const file = await api.get<{ signatures: { name: string; design: object }[] }>('/api/signatures-file');
    expect(file.signatures.find(({ name }) => name === 'Pale')?.design).toEqual(pale);
    const report = await api.post<{ items: { kind: string; action: string }[] }>('/api/signatures-file/preview', {
      file,
    });
    expect(report.items.filter(({ kind }) => kind === 'signature').map(({ action }) => action)).toEqual([
      'same',
      'same',
    ]);
  });

  test('are shown no more of somebody who left, until they are back', async () => {
    const last = await address();
    const syncWith = async (accountEnabled: boolean): Promise<Teammate['status']> => {
      undersign.simulator.directory.updateUser(id, { accountEnabled });
      await api.finished(await api.post<Run>('/api/sync/runs', { approvedDepartures: 10 }));
      return (await api.get<Teammate>(`/api/teammates/${id}`)).status;
    };
    expect(await syncWith(false)).not.toBe('active');
    expect((await fetch(last)).status).toBe(404);
    expect(await syncWith(true)).toBe('active');
    expect((await fetch(last)).status).toBe(200);
  });
});
