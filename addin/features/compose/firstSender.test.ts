import { describe, expect, it } from '@jest/globals';
import type { TeammateSummary } from '../../../server/src/contract/people/teammates.ts';
import { firstSender, idIn } from './firstSender.ts';

const mate = (id: string, mail: string | null): TeammateSummary => ({
  id,
  displayName: `Teammate ${id}`,
  mail,
  userPrincipalName: `${id}@contoso.example`,
  jobTitle: null,
  department: null,
  photo: null,
  status: 'active',
  isInScope: true,
  departure: null,
  removalDue: null,
  restorableUntil: null,
  phone: null,
  completeness: { filled: 10, of: 10, missing: [] },
  updatedAt: '2026-11-22T12:00:00.000Z',
});

const self = { id: 'me', name: 'Me', address: 'me@contoso.example' };
const teammates = [mate('a', 'Anna@contoso.example'), mate('b', null), mate('me', 'me@contoso.example')];

describe('whom the preview starts with', () => {
  it.each([
    ['a teammate asked for by id', 'b', 'b@contoso.example'],
    ['a teammate asked for by address, whatever its case', 'anna@CONTOSO.example', 'Anna@contoso.example'],
    ['the first teammate, for an address nobody has', 'guest@fabrikam.example', 'Anna@contoso.example'],
    ['the reader, when nobody was asked for', null, 'me@contoso.example'],
    ['the first teammate, for an id that is gone', 'gone', 'Anna@contoso.example'],
  ])('%s', (_name, wanted, address) => {
    expect(firstSender({ wanted, self, teammates }).address).toBe(address);
  });

  it('is asked for by an id in any case, and by no other part of an address of ours', () => {
    const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
    expect([id, id.toUpperCase()].map(idIn)).toEqual([id, id]);
    for (const other of ['', 'export', '../me', `${id}/history`, 'anna@contoso.example'])
      expect(idIn(other)).toBeNull();
  });

  it('is the reader while there are no teammates', () => {
    expect(firstSender({ wanted: null, self, teammates: [] }).name).toBe('Me');
  });
});
