import * as fc from 'fast-check';
import type { Request, Response } from 'express';
import { answerSignature, type SignatureAsked } from '../../../src/api/answers/answerSignature.ts';
import { openKeptAnswers } from '../../../src/api/answers/keptAnswers.ts';
import { noAssignments, type Assignments } from '../../../src/domain/assignment/assignment.ts';
import { defaultBrand } from '../../../src/domain/design/defaultBrand.ts';
import { gallery } from '../../../src/domain/design/gallery/gallery.ts';
import { openSecretBox } from '../../../src/identity/secrets/secretBox.ts';
import { openImageEncoder } from '../../../src/images/openImageEncoder.ts';
import type { Repositories } from '../../../src/ports/repositories.ts';
import { openedDesigns } from '../../../src/signatures/designs/openedDesigns.ts';
import type { StorageEngine } from '../../../src/storage/collection.ts';
import { documentArbitraries, fillStore } from './everyCollection.ts';
import { membership, teammate } from './samples.ts';

const rule: Assignments['rules'][number] = {
  ...{ id: 'r', name: 'Sales', enabled: true, outcome: { kind: 'signature', signatureId: 's' } },
  ...{ people: [], groups: [{ id: 'sales', displayName: 'Sales' }], units: [], condition: null, composeTypes: [] },
  ...{ mailboxes: [], recipients: 'external', from: null, until: null, timeZone: 'Europe/Amsterdam' },
};

export const mailTenant = 'lindenhof';
export const mailsAt = '2026-01-01T00:00:00.000Z';

const [checkpoint = {}] = fc.sample<object>(documentArbitraries['checkpoints'] as fc.Arbitrary<object>, 1);

/** Somebody in a group that a rule asks about, whose signature has their own images within the mail. */
export const fillForMails = (engine: StorageEngine): Promise<void> => {
  const [first] = gallery({ ...defaultBrand, logo: 'logo' });
  if (first === undefined) throw new Error('There is no design.');
  const design = { ...first.design, images: 'attached' as const };
  const made = { createdAt: mailsAt, createdBy: 'Noor', updatedAt: mailsAt, updatedBy: 'Noor', deletedAt: null };
  const assignments: Assignments = { ...noAssignments, rules: [rule], also: ['s'], otherMailbox: 'theirs' };
  return fillStore(engine, {
    [mailTenant]: {
      assignments: [assignments],
      signatures: [
        { id: 's', name: 'S', draft: design, published: { version: 1, design, at: mailsAt, by: 'Noor' }, ...made },
      ],
      teammates: [teammate('ada', {}), teammate('grace', {})],
      checkpoints: [{ ...checkpoint, snapshotId: 'snap' }],
      snapshotMemberships: [{ snapshotId: 'snap', membership: membership('ada', 'sales') }],
      supplements: [{ teammateId: 'ada', managerId: 'grace', photo: null }],
      brands: [{ ...defaultBrand, logo: 'logo' }],
    },
  });
};

/** Takes an answer and does nothing with it. */
const response = { setHeader: () => response, status: () => response, end: () => response } as unknown as Response;

/** Answers what Ada asks for, as the API does, and keeps what was answered as long as the store's mark says that it may. */
export const openMails = (
  repositories: Repositories,
  { changeMark }: Pick<Repositories, 'changeMark'> = repositories,
) => {
  const clock = { now: () => new Date(mailsAt), sleep: () => Promise.resolve() };
  const keptAnswers = openKeptAnswers({ changeMark, clock });
  const tools = {
    openedDesigns: openedDesigns(),
    imageEncoder: openImageEncoder(),
    publicUrl: 'https://u.example',
    secretBox: openSecretBox(new Uint8Array(32)),
  };
  const desk = { ...tools, repositories, clock, keptAnswers };
  return async (query: SignatureAsked['query']): Promise<void> => {
    const request = { headers: {} } as unknown as Request;
    const key = JSON.stringify(query);
    await answerSignature(desk, { tenantId: mailTenant, teammateId: 'ada', key, query, request, response });
  };
};
