import { describe, expect, test } from '@jest/globals';
import type { ScopeVerdict } from '../../domain/scope/scopeReason.ts';
import { verdictWords } from './verdictWords.ts';

const named = (displayName: string) => ({ id: displayName, displayName });

describe('why somebody takes part, in one cell', () => {
  test.each<[string, ScopeVerdict, string]>([
    ['everybody does', { inScope: true, reasons: [{ kind: 'everyone' }] }, 'Everyone in the tenant'],
    [
      'names the picked group and those within it',
      { inScope: true, reasons: [{ kind: 'group', chain: [named('Staff'), named('Sales')] }, { kind: 'person' }] },
      'Picked group: Staff → Sales; Picked in person',
    ],
    [
      'names a unit once, though its chain begins with it',
      { inScope: true, reasons: [{ kind: 'unit', unit: named('North'), chain: [named('North'), named('Sales')] }] },
      'Picked unit: North → Sales',
    ],
    [
      'says first what keeps them out',
      { inScope: false, omission: { kind: 'guest' }, despite: [{ kind: 'group', chain: [named('Staff')] }] },
      'Guest; Picked group: Staff',
    ],
    [
      'names a domain where there is one',
      { inScope: false, omission: { kind: 'otherDomain', domain: 'a.example' }, despite: [] },
      'Other mail domain: a.example',
    ],
    [
      'and none where there is none',
      { inScope: false, omission: { kind: 'otherDomain', domain: '' }, despite: [] },
      'Other mail domain',
    ],
  ])('%s', (_, verdict, words) => {
    expect(verdictWords(verdict, 'en')).toBe(words);
  });
});
