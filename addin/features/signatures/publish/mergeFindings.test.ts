import { describe, expect, it } from '@jest/globals';
import type { SignatureFinding } from '../../../../server/src/contract/signatures/signatures.ts';
import { mergeFindings, nothingChecked } from './mergeFindings.ts';

const person = (id: string) => ({ id, displayName: id });
const finding = (patch: Partial<SignatureFinding> = {}): SignatureFinding => ({
  ...{ code: 'phone-unclear', severity: 'warning', composeType: 'newMail', blockId: 'b', values: {} },
  ...{ people: 1, worst: [person('a')] },
  ...patch,
});
const piece = (findings: SignatureFinding[], checked = 500, longest = 100) => ({
  cursor: null,
  checked,
  findings,
  longest,
});

describe('the pieces of a check', () => {
  it('add up: the same finding about more people is one, and the longest is the longest of all', () => {
    const first = mergeFindings(nothingChecked, piece([finding()], 500, 900));
    const all = mergeFindings(first, piece([finding({ people: 2, worst: [person('a'), person('b')] })], 61, 300));
    expect(all).toMatchObject({ checked: 561, longest: 900 });
    expect(all.findings).toEqual([finding({ people: 3, worst: [person('a'), person('b')] })]);
  });

  it('tell errors before warnings, and name ten people at most', () => {
    const many = Array.from({ length: 9 }, (_, at) => person(`p${at}`));
    const first = mergeFindings(nothingChecked, piece([finding({ worst: many })]));
    const more = finding({ worst: ['x', 'y', 'z'].map(person) });
    const all = mergeFindings(first, piece([more, finding({ code: 'too-long', severity: 'error' })]));
    expect(all.findings.map(({ code }) => code)).toEqual(['too-long', 'phone-unclear']);
    expect(all.findings[1]?.worst).toHaveLength(10);
  });

  it('keep what is about the design itself without a number of people', () => {
    const design = finding({ people: null, worst: [] });
    const all = mergeFindings(mergeFindings(nothingChecked, piece([design])), piece([design]));
    expect(all.findings).toEqual([design]);
  });

  it('keep two things about one piece of the design apart', () => {
    const about = (property: string) => finding({ people: null, worst: [], code: 'css-ignored', values: { property } });
    const all = mergeFindings(nothingChecked, piece([about('max-width'), about('border-radius')]));
    expect(all.findings).toHaveLength(2);
  });
});
