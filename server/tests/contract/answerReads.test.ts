import { expect, test } from '@jest/globals';
import type { Request, Response } from 'express';
import { answerSignature } from '../../src/api/answers/answerSignature.ts';
import { openKeptAnswers } from '../../src/api/answers/keptAnswers.ts';
import { openErasureGate } from '../../src/api/tenantConnection.ts';
import { noAssignments, type Assignments } from '../../src/domain/assignment/assignment.ts';
import { defaultBrand } from '../../src/domain/design/defaultBrand.ts';
import { gallery } from '../../src/domain/design/gallery/gallery.ts';
import { openImageEncoder } from '../../src/images/openImageEncoder.ts';
import { countCompleteness } from '../../src/signatures/completeness/countCompleteness.ts';
import { openedDesigns } from '../../src/signatures/designs/openedDesigns.ts';
import type { Collection, StorageEngine } from '../../src/storage/collection.ts';
import { declarations } from '../../src/storage/declare/collections.ts';
import { systemTenant } from '../../src/storage/declare/systemCollections.ts';
import { openRepositories } from '../../src/storage/openRepositories.ts';
import { openSqliteEngine } from '../../src/storage/sqlite/openSqliteEngine.ts';
import { fillStore } from './support/everyCollection.ts';
import { membership, teammate } from './support/samples.ts';

const rule: Assignments['rules'][number] = {
  ...{ id: 'r', name: 'Sales', enabled: true, outcome: { kind: 'signature', signatureId: 's' } },
  ...{ people: [], groups: [{ id: 'sales', displayName: 'Sales' }], units: [], condition: null, composeTypes: [] },
  ...{ mailboxes: [], recipients: 'external', from: null, until: null, timeZone: 'Europe/Amsterdam' },
};

/** The engine, and what was read through it. */
const recording = (engine: StorageEngine) => {
  const reads = new Set<string>();
  const watched: StorageEngine = {
    ...engine,
    collection: (declaration) => {
      const collection = engine.collection(declaration);
      const note = (tenantId: string): void => void reads.add(`${tenantId} ${declaration.name}`);
      return new Proxy(collection, {
        get: (target, name: keyof Collection<never>) => {
          if (name === 'write') return target.write;
          return (tenantId: string, ...rest: never[]) => {
            note(tenantId);
            return (target[name] as (tenantId: string, ...rest: never[]) => unknown)(tenantId, ...rest);
          };
        },
      });
    },
  };
  return { watched, reads };
};

const tenantId = 'lindenhof';
const at = '2026-01-01T00:00:00.000Z';

/** Somebody in a group that a rule asks about, whose signature has their own images within the mail. */
const fill = (engine: StorageEngine): Promise<void> => {
  const [first] = gallery({ ...defaultBrand, logo: 'logo' });
  if (first === undefined) throw new Error('There is no design.');
  const design = { ...first.design, images: 'attached' as const };
  const made = { createdAt: at, createdBy: 'Noor', updatedAt: at, updatedBy: 'Noor', deletedAt: null };
  const assignments: Assignments = { ...noAssignments, rules: [rule], otherMailbox: 'theirs' };
  return fillStore(engine, {
    [tenantId]: {
      assignments: [assignments],
      signatures: [{ id: 's', name: 'S', draft: design, published: { version: 1, design, at, by: 'Noor' }, ...made }],
      teammates: [teammate('ada', {}), teammate('grace', {})],
      checkpoints: [{ snapshotId: 'snap' }],
      snapshotMemberships: [{ snapshotId: 'snap', membership: membership('ada', 'sales') }],
      supplements: [{ teammateId: 'ada', managerId: 'grace', photo: null }],
      brands: [{ ...defaultBrand, logo: 'logo' }],
    },
  });
};

/** Takes an answer and does nothing with it. */
const response = { setHeader: () => response, status: () => response, end: () => response } as unknown as Response;

test('what answers are made of is what their mark follows: of that tenant or of the store itself, and nothing that is operational', async () => {
  const engine = await openSqliteEngine({ file: ':memory:', declarations });
  await fill(engine);
  const { watched, reads } = recording(engine);
  const repositories = openRepositories(watched);
  const clock = { now: () => new Date(at), sleep: () => Promise.resolve() };
  const keptAnswers = openKeptAnswers({ changeMark: () => null, clock });
  const tools = { openedDesigns: openedDesigns(), imageEncoder: openImageEncoder(), publicUrl: 'https://u.example' };
  const desk = { ...tools, repositories, clock, keptAnswers };
  for (const recipients of ['internal', 'external'] as const) {
    for (const from of ['grace@contoso.com', 'nobody@contoso.com']) {
      const query = { composeType: 'newMail', from, recipients, images: 'attached' } as const;
      const request = { headers: {} } as unknown as Request;
      await answerSignature(desk, { tenantId, teammateId: 'ada', key: '', query, request, response });
    }
  }
  await countCompleteness({ repositories, isPhone: () => true }, tenantId);
  await openErasureGate(repositories)(tenantId);
  const operational = new Set<string>(declarations.flatMap((one) => (one.operational === true ? [one.name] : [])));
  const names = [...reads].map((read) => read.split(' '));
  const isFollowed = ([tenant = '', name = '']: readonly string[]): boolean =>
    [tenantId, systemTenant].includes(tenant) && !operational.has(name);
  expect(names.filter((read) => !isFollowed(read))).toEqual([]);
  const all = [...new Set(names.map(([, name]) => name))].sort();
  expect(all).toEqual(expect.arrayContaining(['assignments', 'brands', 'checkpoints', 'connections', 'signatures']));
  expect(all).toEqual(expect.arrayContaining(['snapshotMemberships', 'supplements', 'teammates', 'tenantErasures']));
  const [before, mark] = [repositories.changeMark(tenantId), repositories.changeMark('northwind')];
  await repositories.tenantErasures.mark({ tenantId, at });
  expect(repositories.changeMark(tenantId)).not.toBe(before);
  expect(repositories.changeMark('northwind')).not.toBe(mark);
  await engine.close();
});
