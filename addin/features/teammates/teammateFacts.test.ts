import { describe, expect, it } from '@jest/globals';
import type { RunChange } from '../../../server/src/contract/sync/sync.ts';
import { changedFields } from './person/changedFields.ts';
import { fieldsOf, ofField } from './person/fieldHistory.ts';
import { teammateBadges } from './teammateBadges.ts';

describe('the badges of a teammate', () => {
  it.each([
    ['active', true, null, ['active']],
    ['active', false, null, ['active', 'outOfScope']],
    ['active', false, 'held', ['active', 'held']],
    ['active', false, 'kept', ['active', 'kept']],
    ['disabled', false, null, ['disabled']],
    ['disabled', false, 'held', ['disabled', 'held']],
    ['removed', false, 'kept', ['removed']],
  ] as const)('%s, in scope %s, departure %s', (...row) => {
    const [status, isInScope, departure, badges] = row;
    expect(teammateBadges({ status, isInScope, departure })).toEqual(badges);
  });
});

const field = (key: string, value: string) => ({
  ...{ key, value, source: 'directory' as const, directory: value, override: '', hidden: false, hideable: true },
  ...{ labels: null, attribute: key, isOmitted: false },
  ...{ kind: 'text' as const, setBy: null, setAt: null, approvedBy: null, until: null },
});

describe('what a refresh changed', () => {
  const before = { status: 'active' as const, fields: [field('jobTitle', 'Nurse'), field('city', 'Ghent')] };

  it('is nothing when everything was right', () => {
    expect(changedFields(before, before)).toEqual([]);
  });

  it('names the fields, new ones too, and the status', () => {
    const fields = [field('jobTitle', 'Head nurse'), field('city', 'Ghent'), field('mail', 'a@b.example')];
    expect(changedFields(before, { status: 'disabled', fields })).toEqual(['jobTitle', 'mail', 'status']);
  });
});

const entry = (runId: string, ...fields: string[]): RunChange => ({
  ...{ runId, teammateId: 't', displayName: 'T', action: 'update', at: '2026-11-22T12:00:00.000Z' },
  changes: fields.map((name) => ({ field: name, old: null, new: 'x' })),
});

describe('the history of one field', () => {
  const entries = [entry('3', 'city'), entry('2', 'jobTitle', 'city'), entry('1')];

  it('has only what changed it', () => {
    expect(ofField(entries, 'city').map(({ runId, changes }) => [runId, changes.length])).toEqual([
      ['3', 1],
      ['2', 1],
    ]);
  });

  it('exists for every field that ever changed', () => {
    expect(fieldsOf(entries)).toEqual(['city', 'jobTitle']);
  });
});
