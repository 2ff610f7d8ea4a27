import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type {
  AssignmentRule,
  Assignments,
  SavedAssignments,
  Tried,
} from '../../../src/contract/signatures/assignments.ts';
import type { RenderedSignature } from '../../../src/contract/signatures/me.ts';
import type { CheckReport, Signature } from '../../../src/contract/signatures/signatures.ts';
import type { Teammate } from '../../../src/contract/people/teammates.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { rule, saveAssignments, synced } from '../../support/people/assignments.ts';
import { nobody } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

describe('mail from another’s mailbox', () => {
  let undersign: Undersign;
  let api: ApiClient;
  let untouched: Assignments;
  beforeAll(async () => {
    undersign = await startUndersign();
    api = await undersign.connectedAdmin();
    await synced(api, { ...nobody, everyone: true });
    untouched = (await api.get<SavedAssignments>('/api/assignments')).assignments;
  });
  beforeEach(() => saveAssignments(api, () => untouched));
  afterAll(() => undersign.close());

  const save = (change: (before: Assignments) => Assignments): Promise<void> => saveAssignments(api, change);
  const mine = (query = ''): Promise<RenderedSignature> => api.get<RenderedSignature>(`/api/me/signature${query}`);

  test('whose signature it is in a colleague’s mailbox is the tenant’s choice, and a rule about the mailbox goes before', async () => {
    const { accounts } = undersign.simulator.tenant;
    const own = await mine();
    const theirs = await api.get<RenderedSignature>(`/api/teammates/${accounts.dutch.id}/signature`);
    const from = encodeURIComponent(accounts.dutch.userPrincipalName.toUpperCase());
    const choose = (otherMailbox: Assignments['otherMailbox'], rules: AssignmentRule[] = []) =>
      save(() => ({ rules, otherwise: { kind: 'builtIn' }, otherMailbox }));
    expect((await mine(`?from=${from}`)).hash).toBe(own.hash);
    await choose('theirs');
    expect(await mine(`?from=${from}`)).toMatchObject({ teammateId: accounts.dutch.id, html: theirs.html });
    for (const unknown of ['alias@contoso.example', '/o=First Organization/ou=Exchange/cn=Recipients/cn=anna', '', '@'])
      expect((await mine(`?from=${encodeURIComponent(unknown)}`)).hash).toBe(own.hash);
    await choose('none');
    expect(await mine(`?from=${from}`)).toMatchObject({ html: '', text: '' });
    expect((await mine()).hash).toBe(own.hash);
    // A forwarded meeting names its organizer as From, who writes nothing.
    const forwarded = await mine('?composeType=forward');
    expect(forwarded.text).not.toBe('');
    for (const choice of ['mine', 'theirs', 'none'] as const) {
      await choose(choice);
      const { teammateId, html, text } = await mine(`?from=${from}&composeType=forward`);
      expect([choice, teammateId, html, text]).toEqual([choice, own.teammateId, forwarded.html, forwarded.text]);
    }
    await choose('none', [rule({ kind: 'builtIn' }, { mailboxes: [accounts.dutch.userPrincipalName.toLowerCase()] })]);
    expect((await mine(`?from=${from}`)).hash).toBe(own.hash);
    await choose('mine');
  });

  test('trying says whose mailbox decided, after what the rules of the writer would have said', async () => {
    const { globalAdmin, dutch } = undersign.simulator.tenant.accounts;
    const people = [{ id: globalAdmin.id, displayName: 'The writer' }];
    const rules = [
      rule({ kind: 'none' }, { id: 'off', name: 'Off', enabled: false }),
      rule({ kind: 'builtIn' }, { people }),
    ];
    const tried = async (otherMailbox: Assignments['otherMailbox'], teammateId = globalAdmin.id) => {
      await save((before) => ({ ...before, rules, otherMailbox }));
      return api.post<Tried>('/api/try', { teammateId, from: dutch.userPrincipalName });
    };
    const off = { ruleId: 'off', name: 'Off', missed: 'off' };
    const passedOver = [off, { ruleId: 'rule', name: 'Rule', missed: 'otherMailbox' }];
    const { displayName } = await api.get<Teammate>(`/api/teammates/${dutch.id}`);
    const owner = { id: dutch.id, displayName };
    expect(await tried('theirs')).toMatchObject({
      trace: passedOver,
      otherMailbox: {
        ...{ setting: 'theirs', owner },
        trace: [off, { ruleId: 'rule', name: 'Rule', missed: 'person' }, { ruleId: null, name: '', missed: null }],
      },
    });
    expect(await tried('none')).toMatchObject({
      ...{ trace: passedOver, outcome: { kind: 'none' } },
      otherMailbox: { setting: 'none', owner, trace: [] },
    });
    const decided = [off, { ruleId: 'rule', name: 'Rule', missed: null }];
    expect(await tried('mine')).toMatchObject({ trace: decided, otherMailbox: null });
    expect(await tried('theirs', dutch.id)).toMatchObject({ otherMailbox: null });
  });

  test('a signature shows whose mailbox is written from beside the person, and nothing of it in mail of their own', async () => {
    const { dutch } = undersign.simulator.tenant.accounts;
    const line = (id: string, ...parts: object[]) => ({ id, kind: 'text', condition: null, style: {}, parts });
    const field = (path: string) => ({ kind: 'field', field: path, link: 'auto' });
    const label = { kind: 'label', text: { default: 'For ' } };
    const blocks = [
      line('name', field('person.givenName')),
      line('mailbox', label, field('mailbox.displayName')),
      line('mail', field('mailbox.mail'), { kind: 'separator', text: ' | ' }, field('mailbox.businessPhone')),
    ];
    const columns = [{ id: 'c', width: null, align: 'left', verticalAlign: 'top', padding: 0, border: null, blocks }];
    const composition = {
      base: { fontFamily: 'Arial', fontSize: 13, lineHeight: 18, color: '#444444' },
      ...{ width: 600, direction: 'ltr', rows: [{ id: 'r', gap: 0, condition: null, columns }] },
    };
    const design = {
      newMail: { kind: 'composition', composition },
      reply: { kind: 'html', html: '{{ givenName }}{% if mailbox.mail %} of {{ mailbox.displayName }}{% endif %}' },
      ...{ forward: { kind: 'sameAsNew' }, images: 'hosted' },
    };
    const report = await api.post<CheckReport>('/api/signatures/check', { design, cursor: null });
    expect(report.findings.filter(({ code }) => code === 'unknown-field')).toEqual([]);
    const { id } = await api.post<Signature>('/api/signatures', { name: 'Of mailboxes', design });
    await api.post(`/api/signatures/${id}/publish`, { revision: 1 });
    await save(() => ({ rules: [], otherwise: { kind: 'signature', signatureId: id } }));
    const { fields } = await api.get<Teammate>(`/api/teammates/${dutch.id}`);
    const known = (key: string): string => fields.find((each) => each.key === key)?.value ?? '';
    const [own = ''] = ((await mine()).text ?? '').split('\n');
    expect((await mine()).text).toBe(own);
    const from = `?from=${encodeURIComponent(known('mail'))}`;
    const { teammateId, text, html } = await mine(from);
    expect(teammateId).toBe(undersign.simulator.tenant.accounts.globalAdmin.id);
    const phone = (text ?? '').split(' | ')[1] ?? '';
    expect(text).toBe([own, `For ${known('displayName')}`, `${known('mail')} | ${phone}`].join('\n'));
    expect(phone).toMatch(/^\+31 /);
    expect(html).toContain(`href="mailto:${known('mail')}"`);
    expect((await mine(`${from}&composeType=reply`)).text).toBe(`${own} of ${known('displayName')}`);
    // A forwarded meeting names its organizer as From.
    expect((await mine(`${from}&composeType=forward`)).text).toBe(own);
    const tried = await api.post<Tried>('/api/try', { teammateId, from: known('mail') });
    expect(tried.text).toBe(text);
  });
});
