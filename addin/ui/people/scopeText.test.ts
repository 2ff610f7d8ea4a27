import { beforeAll, describe, expect, it } from '@jest/globals';
import { createInstance } from 'i18next';
import type { InclusionReason } from '../../../server/src/contract/people/scope.ts';
import { texts } from '../../i18n/texts.ts';
import { inclusionText, omissionText } from './scopeText.ts';

const english = createInstance();
beforeAll(() => english.init({ resources: texts, lng: 'en', interpolation: { escapeValue: false } }));

const links = (...names: string[]) => names.map((displayName) => ({ id: displayName, displayName }));

const sentences: [InclusionReason, string][] = [
  [{ kind: 'everyone' }, 'Everyone in the tenant takes part.'],
  [{ kind: 'group', chain: links('Sales') }, 'Member of the picked group Sales.'],
  [{ kind: 'group', chain: links('All', 'Sales') }, 'Member of Sales, which is inside the picked group All.'],
  [
    { kind: 'group', chain: links('All', 'Field', 'Sales') },
    'Member of Sales, which is inside the picked group All (through Field).',
  ],
  [{ kind: 'unit', unit: { id: 'u', displayName: 'Ghent' }, chain: [] }, 'In the picked administrative unit Ghent.'],
  [
    { kind: 'unit', unit: { id: 'u', displayName: 'Ghent' }, chain: links('Desk') },
    'Member of the group Desk, which is in the picked administrative unit Ghent.',
  ],
];

describe('why somebody takes part', () => {
  it.each(sentences)('%j', (reason, sentence) => {
    expect(inclusionText(english, reason)).toBe(sentence);
  });
});

describe('why somebody is left out', () => {
  it('names the group, the domain or the circumstance', () => {
    expect(omissionText(english, { kind: 'excludedGroup', chain: links('Interns') })).toBe(
      'Member of the excluded group Interns.',
    );
    expect(omissionText(english, { kind: 'otherDomain', domain: 'x.example' })).toContain('x.example');
    expect(omissionText(english, { kind: 'noMailbox' })).toBe('Has no mailbox.');
  });
});
