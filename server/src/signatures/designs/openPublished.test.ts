import { expect, test } from '@jest/globals';
import type { DesignPerson } from '../../domain/design/designPerson.ts';
import { defaultBrand } from '../../domain/design/defaultBrand.ts';
import type { PublishedDesign } from '../../domain/design/signature.ts';
import { usualFields } from '../../domain/fields/fieldSettings.ts';
import type { RenderDesk } from '../signatureDesk.ts';
import { openedDesigns } from './openedDesigns.ts';
import { openPublished } from './openPublished.ts';

const desk = {
  repositories: {
    brands: { get: () => Promise.resolve({ value: defaultBrand, revision: 0 }) },
    fieldSettings: { get: () => Promise.resolve({ value: usualFields, revision: 0 }) },
    images: { getMany: () => Promise.resolve([]) },
  },
  publicUrl: 'https://undersign.example',
  openedDesigns: openedDesigns(),
} as unknown as RenderDesk;

const person: DesignPerson = {
  ...{ id: 'p', values: {}, groups: new Set(), units: new Set(), language: '' },
  today: { date: () => '2026-01-01' },
  photoUrl: () => null,
} as unknown as DesignPerson;

const published = (at: string, words: string): PublishedDesign => ({
  ...{ version: 1, at, by: 'Anna' },
  design: {
    newMail: { kind: 'html', html: `<p>${words}</p>` },
    reply: { kind: 'sameAsNew' },
    forward: { kind: 'none' },
    images: 'hosted',
  },
});

test('a design that is published as the same version under the same id, in a tenant that began anew, is its own', async () => {
  const shown = async (design: PublishedDesign): Promise<string> => {
    const render = await openPublished(desk, 'tenant', { signatureId: 'signature', published: design });
    return render('newMail', person).text;
  };
  expect(await shown(published('2026-01-01T00:00:00.000Z', 'Before'))).toBe('Before');
  expect(await shown(published('2026-03-01T00:00:00.000Z', 'After'))).toBe('After');
  expect(await shown(published('2026-01-01T00:00:00.000Z', 'Before'))).toBe('Before');
});
