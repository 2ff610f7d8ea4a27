import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AssignedRow } from '../../../src/contract/signatures/assigned.ts';
import type { AssignmentEffect, SavedAssignments } from '../../../src/contract/signatures/assignments.ts';
import type { SignatureCondition } from '../../../src/contract/signatures/composition.ts';
import type { Signature } from '../../../src/contract/signatures/signatures.ts';
import { foldText } from '../../../src/domain/teammate/foldText.ts';
import type { Run } from '../../../src/contract/sync/sync.ts';
import type { ApiClient } from '../../support/http/apiClient.ts';
import { groupCalled, rule, saveAssignments, synced } from '../../support/people/assignments.ts';
import { openDisguised, openForeigner } from '../../support/people/foreignTenant.ts';
import { nobody, picked } from '../../support/people/selections.ts';
import { startUndersign, type Undersign } from '../../support/processes/startUndersign.ts';

interface Page {
  readonly items: readonly AssignedRow[];
  readonly cursor: string | null;
}

const html = { kind: 'html', html: '<b>{{ person.displayName }}</b>' };
const design = { newMail: html, reply: { kind: 'none' }, forward: { kind: 'sameAsNew' }, images: 'hosted' };
const hasMobile: SignatureCondition = {
  match: 'all',
  tests: [{ kind: 'field', field: 'person.mobilePhone', is: 'filled' }],
};

describe('who has which signature', () => {
  let undersign: Undersign;
  let admin: ApiClient;
  let auditor: ApiClient;
  let published: string;
  beforeAll(async () => {
    undersign = await startUndersign();
    const { accounts } = undersign.simulator.tenant;
    admin = await undersign.connectedAdmin();
    const group = await groupCalled(admin, 'engineering');
    await synced(admin, { ...nobody, everyone: true });
    const made = await admin.post<Signature>('/api/signatures', { name: 'House', design });
    published = made.id;
    await admin.post(`/api/signatures/${published}/publish`, { revision: 1 });
    const draft = await admin.post<Signature>('/api/signatures', { name: 'Draft', design });
    const house = { kind: 'signature', signatureId: published } as const;
    await saveAssignments(admin, () => ({
      rules: [
        rule(house, { id: 'off', enabled: false }),
        rule({ kind: 'signature', signatureId: draft.id }, { id: 'draft' }),
        rule({ kind: 'none' }, { id: 'one', name: '=1+1', people: [picked(accounts.dutch.id)] }),
        rule(house, { id: 'engineers', name: 'Engineers', groups: [picked(group)] }),
        rule({ kind: 'builtIn' }, { id: 'phoned', condition: hasMobile }),
        rule({ kind: 'none' }, { id: 'replies', composeTypes: ['reply'] }),
      ],
      otherwise: house,
    }));
    await admin.finished(await admin.post<Run>('/api/sync/runs', { mode: 'refresh' }));
    auditor = await openDisguised(undersign, accounts.teammate.userPrincipalName, {
      roles: ['Undersign.Auditor'],
      wids: [],
    });
  });
  afterAll(() => undersign.close());

  const listed = async (query: string): Promise<readonly AssignedRow[]> => {
    const all: AssignedRow[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const next: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: Page = await auditor.get<Page>(`/api/assignments/people?limit=40&${query}${next}`);
      all.push(...page.items);
      cursor = page.cursor;
    }
    return all;
  };
  const effectNow = async (): Promise<AssignmentEffect> => {
    const { assignments } = await admin.get<SavedAssignments>('/api/assignments');
    return admin.post<AssignmentEffect>('/api/assignments/effect', { assignments });
  };

  test('is told person by person, as many as are counted, each once and by name', async () => {
    const { people, rules, otherwise, none } = await effectNow();
    expect(rules.map(({ decides }) => decides > 0)).toEqual([false, false, true, true, true, false]);
    for (const { id, decides, sample } of rules) {
      const found = await listed(`ruleId=${id}`);
      expect(found).toHaveLength(decides);
      expect(new Set(found.map((person) => person.id)).size).toBe(decides);
      expect(found.map((person) => person.id)).toEqual(expect.arrayContaining(sample.map((person) => person.id)));
    }
    expect(await listed('otherwise=1')).toHaveLength(otherwise);
    expect((await listed('none=1')).map(({ id }) => id)).toEqual([undersign.simulator.tenant.accounts.dutch.id]);
    expect(none).toBe(1);
    const decided = rules.find(({ id }) => id === 'engineers')?.decides ?? 0;
    const house = await listed(`signatureId=${published}`);
    expect(house).toHaveLength(decided + otherwise);
    expect(new Set(house.map(({ signatureName }) => signatureName))).toEqual(new Set(['House']));
    const names = house.map(({ displayName }) => foldText(displayName));
    expect(names).toEqual(names.toSorted());
    expect(await listed('')).toHaveLength(people);
  });

  test('follows the kind of mail and what is searched for, and knows no rule that is gone', async () => {
    const { rules } = await effectNow();
    const engineers = rules.find(({ id }) => id === 'engineers');
    const replies = await listed('composeType=reply&ruleId=replies');
    expect(replies.length).toBeGreaterThan(0);
    expect(replies[0]).toMatchObject({ outcome: { kind: 'none' }, signatureName: null, rule: { id: 'replies' } });
    expect(await listed('composeType=reply&otherwise=1')).toEqual([]);
    const [somebody] = engineers?.sample ?? [];
    const found = await listed(`ruleId=engineers&search=${encodeURIComponent(somebody?.displayName ?? '')}`);
    expect(found.map(({ id }) => id)).toContain(somebody?.id);
    expect(await listed('ruleId=engineers&search=nobodyhasthisname')).toEqual([]);
    const gone = auditor.problem(auditor.get('/api/assignments/people?ruleId=gone'));
    expect(await gone).toMatchObject({ status: 404, code: 'not-found' });
  });

  test('leaves as a file in the language of the reader, in which nothing is a formula, and the trail tells of it', async () => {
    const file = async (query: string) => {
      const text = await (await auditor.raw(`/api/assignments/people/export?${query}`)).text();
      return text.replace('\ufeff', '').trimEnd().split('\r\n');
    };
    const { id, displayName } = undersign.simulator.tenant.accounts.dutch;
    const [heads, ...lines] = await file('language=nl&none=1');
    expect(heads).toBe('Naam;E-mail;Handtekening;Regel;Id');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${displayName};.*@.*;Geen handtekening;'=1\\+1;'?${id}$`));
    const { people } = await effectNow();
    expect(await file('')).toHaveLength(people + 1);
    expect((await file('otherwise=1'))[1]).toContain(',House,Everybody else,');
    const { items } = await admin.get<{ items: readonly { role: string }[] }>('/api/audit?action=exportAssigned');
    expect(items.map(({ role }) => role)).toEqual(['auditor', 'auditor', 'auditor']);
  });

  test('is told to nobody of another tenant, whatever they know', async () => {
    const { cursor } = await auditor.get<Page>('/api/assignments/people?limit=5');
    const stranger = await openForeigner(undersign, undersign.simulator.tenant.accounts.globalAdmin.userPrincipalName);
    expect(await stranger.get<Page>('/api/assignments/people')).toEqual({ items: [], cursor: null });
    expect(await stranger.get<Page>(`/api/assignments/people?signatureId=${published}`)).toMatchObject({ items: [] });
    for (const query of ['ruleId=engineers', `cursor=${encodeURIComponent(cursor ?? '')}`]) {
      const { status } = await stranger.problem(stranger.get(`/api/assignments/people?${query}`));
      expect([400, 404]).toContain(status);
    }
    const lines = await (await stranger.raw('/api/assignments/people/export')).text();
    expect(lines.trimEnd().split('\r\n')).toHaveLength(1);
  });
});
