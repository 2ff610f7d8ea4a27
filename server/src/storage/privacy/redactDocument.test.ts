import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { rule } from '../../../tests/support/people/assignments.ts';
import { samplePerson, sampleTeammate } from '../../../tests/support/people/samplePeople.ts';
import { presentConnection } from '../../api/present/presentConnection.ts';
import { presentTeammate } from '../../api/present/presentTeammate.ts';
import { connectionSchema } from '../../contract/manage/connection.ts';
import { auditPageSchema } from '../../contract/manage/audit.ts';
import { createApiKeySchema, putWebhookSchema } from '../../contract/manage/integrations.ts';
import { selectionSchema } from '../../contract/people/selection.ts';
import { teammateSchema } from '../../contract/people/teammates.ts';
import { objectId } from '../../contract/scalars.ts';
import { assignmentsSchema } from '../../contract/signatures/assignments.ts';
import { noConnection } from '../../domain/connection/connection.ts';
import { usualFields } from '../../domain/fields/fieldSettings.ts';
import { overrideKind, readOverride } from '../../domain/fields/overrides/overrides.ts';
import { emptySelection, isEmptySelection, type Selection } from '../../domain/scope/selection.ts';
import { defaultSyncSettings } from '../../domain/settings/syncSettings.ts';
import { mentioning } from './findMentions.ts';
import { redactDocument } from './redactDocument.ts';

const id = 'aaaaaaaa-0000-4000-8000-000000000001';
const address = 'ada@lindenhof.example';
const ada = { id, displayName: 'Ada Lovelace' };
const bob = { id: 'aaaaaaaa-0000-4000-8000-000000000002', displayName: 'Bob' };
const pseudonym = 'bbbbbbbb-0000-8000-8000-000000000002';
const traits = { id, names: [ada.displayName], addresses: [address], pseudonym };
const at = '2026-01-01T00:00:00.000Z';

const picks: Selection = { ...emptySelection, people: [ada], excludedPeople: [ada] };
const person = z.object({ id: objectId, displayName: z.string() });
const withSelection = z.looseObject({ selection: selectionSchema });
const byName = (field: string) => z.looseObject({ [field]: z.string().min(1).max(120) });
const rules = [
  rule({ kind: 'none' }, { id: 'people', people: [ada, bob] }),
  rule({ kind: 'none' }, { id: 'mailboxes', mailboxes: [address, 'info@lindenhof.example'] }),
  rule({ kind: 'none' }, { id: 'addressees', addressees: [address, 'lindenhof.example'] }),
  rule({ kind: 'none' }, { id: 'alone', people: [ada] }),
  rule({ kind: 'none' }, { id: 'box', mailboxes: [address], name: `Of ${ada.displayName}` }),
];
const bobsOwn = sampleTeammate({
  id: bob.id,
  profile: samplePerson({ id: bob.id, displayName: ada.displayName }),
  overrides: { mail: address, jobTitle: 'Chief' },
  overrideStamps: { mail: { by: 'Bob', at }, jobTitle: { by: ada.displayName, at } },
  lastKnown: { mail: address },
});
const asIs = { isReadable: true, showsRegistration: true, mayConnect: true, now: new Date(at) };

/** Of every collection that may name somebody a document that does so in every way, and how it is read afterwards. */
const table: Readonly<Record<string, { readonly document: object; readonly read: (value: never) => unknown }>> = {
  connections: {
    document: { ...noConnection, connectedBy: ada, connectedAt: at, granting: { by: ada, until: at } },
    read: (connection) => connectionSchema.parse(presentConnection({ ...asIs, connection })),
  },
  consentAttempts: {
    document: { id: 'state', userId: id, displayName: ada.displayName, returnTo: 'page', createdAt: at, expiresAt: at },
    read: (attempt) => z.looseObject({ userId: objectId, returnTo: z.literal('page') }).parse(attempt),
  },
  selections: { document: picks, read: (selection) => selectionSchema.parse(selection) },
  runs: {
    document: { id: 'run', startedBy: ada, selection: picks },
    read: (run) => withSelection.extend({ startedBy: person }).parse(run),
  },
  checkpoints: { document: { selection: picks, at }, read: (checkpoint) => withSelection.parse(checkpoint) },
  snapshotHeads: {
    document: {
      id: 'head',
      unreadable: [{ kind: 'user', id, what: address }],
      doubts: [{ kind: 'user', id, told: 'there', since: at }],
      groupNames: {},
    },
    read: (head) => {
      const nobody = z.array(z.unknown()).max(0);
      return z.looseObject({ unreadable: nobody, doubts: nobody }).parse(head);
    },
  },
  signatures: {
    document: { id: bob.id, name: ada.displayName, createdBy: ada.displayName, draft: { html: address } },
    read: (signature) => byName('name').parse(signature),
  },
  signatureVersions: {
    document: { name: address, by: ada.displayName },
    read: (version) => byName('by').parse(version),
  },
  assignments: {
    document: { rules, otherwise: { kind: 'builtIn' } },
    read: (value) => assignmentsSchema.parse(value),
  },
  roleGrants: {
    document: {
      grants: [
        { person: bob, role: 'admin', by: ada, at },
        { person: ada, role: 'admin', by: bob, at },
      ],
      throughEntra: [],
    },
    read: (kept) => z.object({ grants: z.array(z.looseObject({ person, by: person })).length(1) }).parse(kept),
  },
  auditEntries: {
    document: {
      ...{
        id: 'entry',
        at,
        person: ada,
        role: 'admin',
        action: 'putAssignments',
        outcome: 'done',
        code: null,
        more: 0,
      },
      ...{ subject: { id, name: ada.displayName }, address: '203.0.113.x', requestId: 'r' },
      changes: [{ field: `person.${id}.mail`, old: null, new: address }],
    },
    read: (entry: object) => auditPageSchema.parse({ items: [{ ...entry, people: [] }], cursor: null }),
  },
  apiKeys: {
    document: { name: ada.displayName, scopes: ['runs:read'], createdBy: ada },
    read: (key) => createApiKeySchema.parse(key),
  },
  webhooks: {
    document: { url: `https://hooks.example/${address}/${id}`, events: ['run.failed'], enabled: true, createdBy: ada },
    read: (webhook) => putWebhookSchema.parse(webhook),
  },
  teammates: {
    document: bobsOwn,
    read: (teammate) =>
      teammateSchema.parse(
        presentTeammate(teammate, defaultSyncSettings, { enrichment: null, manager: null, fields: usualFields }),
      ),
  },
  supplements: {
    document: { teammateId: bob.id, managerId: id, photo: null },
    read: (enrichment) => z.looseObject({ managerId: z.null() }).parse(enrichment),
  },
  proposals: {
    document: {
      teammateId: bob.id,
      waiting: [{ field: 'mail', value: address, at }],
      refused: [{ field: 'city', value: 'Delft', by: ada.displayName, reason: '', at }],
    },
    read: (kept) =>
      z.looseObject({ waiting: z.array(z.unknown()).max(0), refused: z.array(z.unknown()).length(1) }).parse(kept),
  },
};

describe('a document that names somebody who is erased', () => {
  test('is one of those that are held here against how they are read', () => {
    expect(Object.keys(table).sort()).toEqual(mentioning.map(({ name }) => name).sort());
  });

  test.each(Object.keys(table))('of %s is read afterwards as before, and does not name them', (name) => {
    const { document, read } = table[name] ?? { document: {}, read: () => null };
    const { value, mentions } = redactDocument(name, document, traits);
    expect(mentions.length).toBeGreaterThan(0);
    expect(() => read(value as never)).not.toThrow();
    const again = redactDocument(name, value, traits);
    expect([again.value === value, again.mentions]).toEqual([true, []]);
  });

  // Lists of rules say nothing where they are empty; those of selections and grants name nobody then.
  test('is for nobody else afterwards where an empty list means everybody', () => {
    const { value, rules: gone } = redactDocument('assignments', table['assignments']?.document, traits);
    expect(assignmentsSchema.parse(value).rules).toEqual([
      rule({ kind: 'none' }, { id: 'people', people: [bob] }),
      rule({ kind: 'none' }, { id: 'mailboxes', mailboxes: ['info@lindenhof.example'] }),
      rule({ kind: 'none' }, { id: 'addressees', addressees: ['lindenhof.example'] }),
    ]);
    expect(gone).toEqual(['Rule', 'Of (erased)']);
    const selection = redactDocument('selections', picks, traits).value as Selection;
    expect([selection.everyone, isEmptySelection(selection)]).toEqual([false, true]);
  });

  test('says no more what was set for them among many, and of everybody else what it said', () => {
    const { document } = table['auditEntries'] ?? { document: {} };
    const changes = [
      { field: `person.${id}.mobilePhone`, old: null, new: '+31 6 55501234' },
      { field: `person.${bob.id}.mobilePhone`, old: '112', new: null },
      { field: `person.${id}`, old: null, new: 'remove' },
    ];
    const { value } = redactDocument('auditEntries', { ...document, subject: null, changes }, traits);
    expect((value as { changes: unknown }).changes).toEqual([
      { field: `person.${traits.pseudonym}.mobilePhone`, old: null, new: '(erased)' },
      { field: `person.${bob.id}.mobilePhone`, old: '112', new: null },
      { field: `person.${traits.pseudonym}`, old: null, new: 'remove' },
    ]);
  });

  test('shows no mark of the erasure in the signature of somebody else, nor waits to', () => {
    const left = redactDocument('teammates', bobsOwn, traits).value as typeof bobsOwn;
    expect(left).toMatchObject({ profile: bobsOwn.profile, overrides: { jobTitle: 'Chief' }, lastKnown: {} });
    expect(left.overrideStamps).toEqual({ jobTitle: { by: '(erased)', at } });
    for (const [key, value] of Object.entries(left.overrides)) {
      expect(overrideKind(key, usualFields)).not.toBeNull();
      expect(readOverride(key, value, { settings: usualFields, setter: 'admin' })).toEqual({ value });
    }
  });
});
