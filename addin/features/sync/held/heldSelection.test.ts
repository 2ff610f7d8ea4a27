import { describe, expect, it } from '@jest/globals';
import type { HeldDeparture } from '../../../../server/src/contract/sync/sync.ts';
import { groupByReason, itemsOf } from './groupByReason.ts';
import {
  countSelected,
  isNobody,
  isSelected,
  nobody,
  ordersFor,
  stateOfGroup,
  toggleGroup,
  togglePerson,
  toggleRun,
} from './heldSelection.ts';

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

describe('people who would leave for the same reason', () => {
  const group = [loaded[0]!, loaded[3]!];

  it('are selected and let go together, whatever run held them', () => {
    const all = toggleGroup(nobody, group, loaded);
    expect(stateOfGroup(all, group)).toBe(true);
    expect(countSelected(all, loaded)).toBe(2);
    expect(isNobody(toggleGroup(all, group, loaded))).toBe(true);
  });

  it('are completed first where some are selected', () => {
    const some = togglePerson(nobody, loaded[0]!, loaded);
    expect(stateOfGroup(some, group)).toBe('mixed');
    expect(stateOfGroup(toggleGroup(some, group, loaded), group)).toBe(true);
  });

  it('leave the others of a whole run selected when they are let go', () => {
    const rest = toggleGroup(toggleRun(toggleRun(nobody, 'one'), 'two'), group, loaded);
    expect(stateOfGroup(rest, group)).toBe(false);
    expect(ordersFor(rest, 'approve')).toEqual([{ runId: 'one', decision: 'approve', teammateIds: ['b', 'c'] }]);
  });

  it('stand below their reason, once', () => {
    const person = (teammateId: string): HeldDeparture => ({
      ...{ teammateId, displayName: teammateId, userPrincipalName: '', runId: 'one', at: '2026-11-28T12:00:00.000Z' },
      ...{ would: 'disable', scope: { inScope: false, omission: { kind: 'notPicked' }, despite: [] } },
    });
    const groups = groupByReason(['a1', 'b1', 'a2'].map(person), ({ teammateId }) => teammateId.slice(0, 1));
    const shown = itemsOf(groups).map((item) =>
      item.kind === 'reason' ? item.group.reason : item.departure.teammateId,
    );
    expect(shown).toEqual(['a', 'a1', 'a2', 'b', 'b1']);
  });
});
