import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type {
  AssignmentEffect,
  Assignments,
  SavedAssignments,
  Tried,
} from '../../../src/contract/signatures/assignments.ts';
import type { RenderedSignature } from '../../../src/contract/signatures/me.ts';
import type {
  CheckReport,
  Recognised,
  RenderedDesign,
  Signature,
  SignatureDesign,
} from '../../../src/contract/signatures/signatures.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { groupCalled, rule, saveAssignments, synced } from '../../support/people/assignments.ts';
import { nobody, picked } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';
import { untilPhoto } from '../../support/people/untilPhoto.ts';

const designOf = (html: string): SignatureDesign => ({
  newMail: { kind: 'html', html },
  reply: { kind: 'none' },
  forward: { kind: 'sameAsNew' },
  images: 'hosted',
});

describe('who gets which signature', () => {
  let undersign: Undersign;
  let api: ApiClient;
  let group: string;
  beforeAll(async () => {
    undersign = await startUndersign({ withEnrichmentPass: true });
    api = await undersign.connectedAdmin();
    group = await groupCalled(api, 'engineering');
    await synced(api, { ...nobody, everyone: true });
  });
  beforeEach(() => save(() => ({ rules: [], otherwise: { kind: 'builtIn' } })));
  afterAll(() => undersign.close());

  const published = async (html: string): Promise<string> => {
    const { id } = await api.post<Signature>('/api/signatures', { name: html, design: designOf(html) });
    await api.post(`/api/signatures/${id}/publish`, { revision: 1 });
    return id;
  };
  const save = (change: (before: Assignments) => Assignments): Promise<void> => saveAssignments(api, change);
  const mine = (query = ''): Promise<RenderedSignature> => api.get<RenderedSignature>(`/api/me/signature${query}`);
  const triedBy = (teammateId: string, about: object = {}): Promise<Tried> =>
    api.post<Tried>('/api/try', { teammateId, ...about });

  test('the published design of the first rule that matches is what a person gets, at once', async () => {
    const { accounts } = undersign.simulator.tenant;
    const id = await published('<b>Hello {{ person.givenName }}</b>');
    const before = await mine();
    const people = [picked(accounts.globalAdmin.id)];
    await save((rules) => ({ ...rules, rules: [rule({ kind: 'signature', signatureId: id }, { people })] }));
    const after = await mine();
    expect(after.text).toMatch(/^Hello \w+$/);
    expect(after.hash).not.toBe(before.hash);
    expect([before.rule, after.rule]).toEqual([null, 'Rule']);
    await save((rules) => ({ ...rules, rules: rules.rules.map((each) => ({ ...each, name: 'Engineers' })) }));
    expect((await mine()).rule).toBe('Engineers');
    const etag = async () => (await api.raw('/api/me/signature')).headers.get('etag');
    await save((rules) => ({ ...rules, rules: rules.rules.map((each) => ({ ...each, name: '' })) }));
    const [unnamed, etagOfUnnamed] = [await mine(), await etag()];
    expect(unnamed.rule).toBe('');
    await save((rules) => ({ rules: [], otherwise: rules.rules[0]?.outcome ?? rules.otherwise }));
    expect(await mine()).toEqual({ ...unnamed, rule: null });
    expect(await etag()).not.toBe(etagOfUnnamed);
    await save((rules) => ({ rules: [rule(rules.otherwise, { people })], otherwise: { kind: 'builtIn' } }));
    expect((await mine('?composeType=reply')).html).toBe('');
    expect((await api.get<RenderedSignature>(`/api/teammates/${accounts.dutch.id}/signature`)).text).not.toMatch(
      /^Hello/,
    );

    const { revision } = await api.get<Signature>(`/api/signatures/${id}`);
    await api.post(`/api/signatures/${id}/unpublish`, { revision });
    expect((await mine()).text).toBe(before.text);
    expect((await triedBy(accounts.globalAdmin.id)).trace).toEqual([
      { ruleId: 'rule', name: 'Rule', missed: 'unpublished' },
      { ruleId: null, name: '', missed: null },
    ]);
    await api.post(`/api/signatures/${id}/publish`, { revision: revision + 1 });
  });

  test('a rule about a group finds its members, and trying says why another rule was passed over', async () => {
    const { accounts } = undersign.simulator.tenant;
    const id = await published('<i>Engineering</i>');
    const given = { kind: 'signature', signatureId: id } as const;
    await save((rules) => ({
      ...rules,
      rules: [
        rule(given, { id: 'season', until: '2020-01-01' }),
        rule(given, { id: 'group', groups: [picked(group)], composeTypes: ['newMail'] }),
      ],
    }));
    await api.finished(await api.post<Run>('/api/sync/runs', { mode: 'refresh' }));
    const effect = await api.post<AssignmentEffect>('/api/assignments/effect', {
      assignments: (await api.get<SavedAssignments>('/api/assignments')).assignments,
    });
    const members = effect.rules.find((each) => each.id === 'group');
    expect(members?.decides).toBeGreaterThan(3);
    expect(effect.people).toBe((members?.decides ?? 0) + effect.otherwise);
    expect(effect.changed.count).toBe(0);
    const tried = await triedBy(members?.sample[0]?.id ?? '');
    expect(tried).toMatchObject({ text: 'Engineering', characters: tried.html.length });
    expect(tried.trace.map(({ missed }) => missed)).toEqual(['date', null]);
    const reply = await triedBy(members?.sample[0]?.id ?? '', { composeType: 'reply' });
    expect(reply.trace.map(({ missed }) => missed)).toEqual(['date', 'composeType', null]);
    const dutch = await triedBy(accounts.dutch.id, { date: '2019-06-01' });
    expect(dutch.trace.map(({ missed }) => missed)).toEqual([null]);
  });

  test('what is written of today in HTML is of the day that is tried, and of the next once it has come', async () => {
    const { clock, tenant } = undersign.simulator;
    const signatureId = await published("{{ 'now' | date: '%Y-%m-%d' }}");
    await save((rules) => ({ ...rules, otherwise: { kind: 'signature', signatureId } }));
    const { id, userPrincipalName } = tenant.accounts.dutch;
    expect((await triedBy(id, { date: '2019-06-01' })).text).toBe('2019-06-01');
    const asked = async () => {
      const day = new Date(clock.now()).toISOString().slice(0, 10);
      const { api: own } = await undersign.signIn(userPrincipalName);
      return { day, text: (await own.get<RenderedSignature>('/api/me/signature')).text };
    };
    const [today, again] = [await asked(), await asked()];
    expect([today.text, again.text]).toEqual([today.day, today.day]);
    clock.advance(24 * 60 * 60_000);
    const next = await asked();
    expect(next.text).toBe(next.day);
    expect(next.day).not.toBe(today.day);
    ({ api } = await undersign.signIn(tenant.accounts.globalAdmin.userPrincipalName));
  });

  test('what rules would change is told before they are saved', async () => {
    const effect = await api.post<AssignmentEffect>('/api/assignments/effect', {
      assignments: { rules: [], otherwise: { kind: 'none' } },
    });
    expect(effect).toMatchObject({ none: effect.people, otherwise: effect.people, rules: [] });
    expect(effect.changed.count).toBe(effect.people);
    expect(effect.changed.sample).toHaveLength(5);
    const unknown = '99999999-9999-4999-8999-999999999999';
    const rules = [
      rule({ kind: 'builtIn' }, { id: 'over', until: '2020-01-01' }),
      rule({ kind: 'builtIn' }, { id: 'before', from: '2999-01-01' }),
      rule({ kind: 'builtIn' }, { id: 'now', groups: [{ id: unknown, displayName: 'Nobody has read it' }] }),
    ];
    const told = await api.post<AssignmentEffect>('/api/assignments/effect', {
      assignments: { rules, otherwise: { kind: 'none' } },
    });
    expect(told.rules.map(({ id, days, decides }) => [id, days, decides])).toEqual([
      ['over', 'over', 0],
      ['before', 'before', 0],
      ['now', 'now', 0],
    ]);
    expect([told.notRead, told.gone]).toEqual([[unknown], []]);
  });

  test('the domains of the tenant are told where a rule asks about recipients, and to who has the signature already', async () => {
    const request = async (query: string, etag = '') => {
      const response = await api.raw(`/api/me/signature${query}`, { headers: { 'if-none-match': etag } });
      return { status: response.status, etag: response.headers.get('etag') ?? '' };
    };
    await save(() => ({ rules: [], otherwise: { kind: 'builtIn' } }));
    const before = await request('');
    expect((await mine()).internalDomains).toBeNull();
    await save(() => ({ rules: [rule({ kind: 'none' }, { recipients: 'external' })], otherwise: { kind: 'builtIn' } }));
    const { internalDomains, hash } = await mine();
    expect(internalDomains).toContain(undersign.simulator.tenant.accounts.dutch.userPrincipalName.split('@')[1]);
    expect(before.etag).toBe(`"${hash}"`);
    const after = await request('', before.etag);
    expect(after.status).toBe(200);
    expect((await request('', after.etag)).status).toBe(304);
    expect(await mine('?recipients=external')).toMatchObject({ html: '', text: '', internalDomains });
    await save(() => ({ rules: [], otherwise: { kind: 'builtIn' } }));
  });

  test('a design is shown for the fullest, the emptiest and the longest teammate, and errors name their place', async () => {
    const render = (html: string) =>
      api.post<RenderedDesign>('/api/signatures/render', {
        design: designOf(html),
        composeType: 'newMail',
        teammateIds: [],
      });
    const { items } = await render('<b>{{ person.displayName }}</b>');
    expect(items.map(({ chosenAs }) => chosenAs)).toEqual(['fullest', 'emptiest', 'longest']);
    for (const { teammate, text } of items) expect(text).toBe(teammate.displayName);
    const broken = await render('{% if %}');
    expect(broken.items[0]).toMatchObject({ html: '', problem: { code: 'template-invalid' } });
    const unknown = {
      design: designOf('x'),
      composeType: 'newMail',
      teammateIds: ['00000000-0000-4000-8000-000000000000'],
    };
    expect(await api.problem(api.post('/api/signatures/render', unknown))).toMatchObject({ status: 404 });
  });

  test('a check goes over everybody in pieces, and what could be right for nobody is not published', async () => {
    const check = (html: string) =>
      api.post<CheckReport>('/api/signatures/check', { design: designOf(html), cursor: null });
    const report = await check('{% if person.mobilePhone != blank %}{{ person.displayName }}{% endif %}');
    expect(report).toMatchObject({ cursor: expect.any(String), checked: 200 });
    const empty = report.findings.find(({ code }) => code === 'empty-result');
    expect(empty?.people).toBeGreaterThan(10);
    expect(empty?.worst).toHaveLength(10);
    const broken = await check('{% if %}');
    expect(broken.findings).toMatchObject([{ code: 'template-invalid', severity: 'error', people: null }]);
    const endless = '{% for a in (1..9999) %}{% for b in (1..9999) %}{{ a }}{% endfor %}{% endfor %}';
    for (const [html, code] of [
      ['{% if %}', 'template-invalid'],
      ['{% include "itself" %}', 'template-include'],
      [endless, 'template-limit'],
      ['x'.repeat(30_001), 'signature-too-long'],
    ] as const) {
      const draft = await api.post<Signature>('/api/signatures', { name: code, design: designOf(html) });
      expect(await api.problem(api.post(`/api/signatures/${draft.id}/publish`, { revision: 1 }))).toMatchObject({
        ...{ status: 422, code: 'design-has-errors', values: { codes: [code] } },
      });
    }
  });

  test('a pasted signature of one’s own becomes a design with fields, shown for others', async () => {
    const { accounts } = undersign.simulator.tenant;
    const { text } = await mine();
    const [name = ''] = (text ?? '').split('\n');
    const recognised = await api.post<Recognised>('/api/signatures/recognise', {
      html: `<p>${name.slice(0, 2)}<o:p></o:p>${name.slice(2)} {Mobile} {Whatever}</p>`,
      teammateId: accounts.globalAdmin.id,
    });
    expect(recognised.found).toContainEqual({ text: name, field: 'person.displayName' });
    const { items } = await api.post<RenderedDesign>('/api/signatures/render', {
      design: recognised.design,
      composeType: 'newMail',
      teammateIds: [accounts.dutch.id],
    });
    expect(items[0]?.text).toContain(items[0]?.teammate.displayName);
  });

  test('photos of signatures and icons are shown to whoever opens the mail, to nobody who guesses', async () => {
    const { accounts, id: tenantId } = undersign.simulator.tenant;
    const { id } = accounts.dutch;
    await untilPhoto(api, id);
    const column = { width: null, align: 'left', verticalAlign: 'top', padding: 0, border: null };
    const image = { kind: 'image', source: { kind: 'photo', of: 'person' }, width: 40, height: 40, shape: 'round' };
    const social = { kind: 'social', items: [{ network: 'x', href: { kind: 'url', url: 'https://x.example/' } }] };
    const blocks = [
      { ...image, id: 'photo', condition: null, alt: { default: 'Photo' }, href: null },
      { ...social, id: 'social', condition: null, size: 20, gap: 4, color: '#0f6cbd' },
    ];
    const rows = [{ id: 'r', gap: 0, condition: null, columns: [{ ...column, id: 'c', blocks }] }];
    const base = { fontFamily: 'Arial', fontSize: 13, lineHeight: 18, color: '#444444' };
    const newMail = { kind: 'composition', composition: { base, width: 600, direction: 'ltr', rows } };
    const design = { ...designOf(''), newMail };
    const asked = { design, composeType: 'newMail', teammateIds: [id] };
    const { items } = await api.post<RenderedDesign>('/api/signatures/render', asked);
    const [photo = '', icon = ''] = [...(items[0]?.html ?? '').matchAll(/src="([^"]+)"/g)].map((match) => match[1]);
    for (const address of [photo, icon]) {
      const response = await fetch(address.replace(/^https?:\/\/[^/]+/, undersign.url));
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    }
    const guessed = photo
      .replace(/^https?:\/\/[^/]+/, undersign.url)
      .replace(/photos\/([^/]+)\/[^/]+/, 'photos/$1/aaaaaaaaaaaa');
    expect((await fetch(guessed)).status).toBe(404);
    expect((await fetch(`${undersign.url}/images/icons/x-zzzzzz-40.png`)).status).toBe(404);
    expect(photo).toContain(tenantId);
    await seeAttached(id, design);
  });

  /** The same images within the mail, for whoever can attach them. */
  const seeAttached = async (teammateId: string, design: object): Promise<void> => {
    const attached = { name: 'Attached', design: { ...design, images: 'attached' } };
    const { id } = await api.post<Signature>('/api/signatures', attached);
    await api.post(`/api/signatures/${id}/publish`, { revision: 1 });
    await save(() => ({ rules: [], otherwise: { kind: 'signature', signatureId: id } }));
    const asked = (query: string) =>
      api.get<RenderedSignature>(`/api/teammates/${teammateId}/signature?format=html${query}`);
    const hosted = await asked('');
    expect([hosted.parts, (hosted.html ?? '').includes('cid:')]).toEqual([[], false]);
    const { html, parts, hash } = await asked('&images=attached');
    expect(parts.map(({ contentType }) => contentType)).toEqual(['image/png', 'image/png']);
    expect([...(html ?? '').matchAll(/ src="cid:([^"]+)"/g)].map(([, name]) => name)).toEqual(
      parts.map(({ name }) => name),
    );
    for (const { content, bytes } of parts) {
      const image = Buffer.from(content, 'base64');
      expect([image.length, image.subarray(1, 4).toString()]).toEqual([bytes, 'PNG']);
    }
    expect((html ?? '').replace(/ src="[^"]*"/g, '')).toBe((hosted.html ?? '').replace(/ src="[^"]*"/g, ''));
    expect(hash).not.toBe(hosted.hash);
    const draft = { design: attached.design, composeType: 'newMail', teammateIds: [teammateId] };
    const [inMail, shown] = await Promise.all(
      [{ ...draft, images: 'attached' }, draft].map((body) => api.post<RenderedDesign>('/api/signatures/render', body)),
    );
    expect(inMail?.items[0]).toMatchObject({ html, parts });
    expect(shown?.items[0]).toMatchObject({ html: hosted.html, parts: [] });
  };
});
