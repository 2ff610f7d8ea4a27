import { describe, expect, it } from '@jest/globals';
import { countSelected, isNobody, isSelected, nobody, ordersFor, togglePerson, toggleRun } from './heldSelection.ts';

const of = (runId: string, ...ids: string[]) => ids.map((teammateId) => ({ teammateId, runId }));
const first = of('one', 'a', 'b', 'c');
const loaded = [...first, ...of('two', 'd')];

describe('selecting held departures', () => {
  it('takes people one by one and lets them go again', () => {
    const some = togglePerson(nobody, loaded[0]!, loaded);
    expect(ordersFor(some, 'approve')).toEqual([{ runId: 'one', decision: 'approve', teammateIds: ['a'] }]);
    expect(isNobody(togglePerson(some, loaded[0]!, loaded))).toBe(true);
  });

  it('takes a whole run without naming anybody, so that those not loaded are meant too', () => {
    const whole = toggleRun(togglePerson(nobody, loaded[1]!, loaded), 'one');
    expect(first.every((departure) => isSelected(whole, departure))).toBe(true);
    expect(ordersFor(whole, 'discard')).toEqual([{ runId: 'one', decision: 'discard' }]);
    expect(isNobody(toggleRun(whole, 'one'))).toBe(true);
  });

  it('leaves the others selected when one is taken out of a whole run', () => {
    const rest = togglePerson(toggleRun(nobody, 'one'), loaded[1]!, loaded);
    expect(ordersFor(rest, 'approve')).toEqual([{ runId: 'one', decision: 'approve', teammateIds: ['a', 'c'] }]);
    expect(countSelected(rest, loaded)).toBe(2);
  });

  it('asks run by run, and in parts the API accepts', () => {
    const many = Array.from({ length: 10_001 }, (_, index) => `${index}`);
    const people = new Map([...many.map((id) => [id, 'one'] as const), ['d', 'two'] as const]);
    const orders = ordersFor({ runs: new Set(['three']), people }, 'approve');
    expect(orders.map(({ runId, teammateIds }) => [runId, teammateIds?.length])).toEqual([
      ['three', undefined],
      ['one', 10_000],
      ['one', 1],
      ['two', 1],
    ]);
  });
});
