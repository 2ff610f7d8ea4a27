import { expect, test } from '@jest/globals';
import type { PlannedPerson, PlanSources } from '../../plan/planSources.ts';
import { openChangeMemory } from './runPlan.ts';

const plannedAs = (kind: 'unchanged' | 'rescoped', place: number): PlannedPerson => {
  const verdict = { inScope: true, reasons: [] } as const;
  const decision = kind === 'unchanged' ? ({ kind } as const) : ({ kind, verdict } as const);
  return { id: String(place), decision, verdict, teammate: null, isSuspect: false } as PlannedPerson;
};

const everybody = ['unchanged', 'rescoped', 'rescoped', 'unchanged', 'rescoped'] as const;
const planned = everybody.map(plannedAs);
const sources = {} as PlanSources;

const collect = async (people: AsyncIterable<PlannedPerson>): Promise<readonly PlannedPerson[]> => {
  const all: PlannedPerson[] = [];
  for await (const person of people) all.push(person);
  return all;
};

test.each([
  { most: 2, plans: 2 },
  { most: 3, plans: 0 },
])(
  'who changes is the same whether or not $most can be remembered, and is planned anew only if not',
  async ({ most, plans }) => {
    let asked = 0;
    const memory = openChangeMemory(most);
    planned.forEach(memory.add);
    const changed = memory.changed(sources, async function* () {
      asked += 1;
      yield* planned;
    });
    const wanted = [planned[1], planned[2], planned[4]];
    expect(await collect(changed())).toEqual(wanted);
    expect(await collect(changed())).toEqual(wanted);
    expect(asked).toBe(plans);
  },
);
