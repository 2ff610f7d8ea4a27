import { nonePicked, type Condition } from '../design/condition.ts';
import type { SignatureDesign } from '../design/signature.ts';
import type { Watched } from '../scope/selection.ts';
import type { Assignments } from './assignment.ts';

/** Every group and unit that rules, or designs that people get, ask about. Sorted. */
export const askedContainers = (
  { rules }: Pick<Assignments, 'rules'>,
  designs: readonly SignatureDesign[],
): Watched => {
  const groups = new Set(rules.flatMap((rule) => rule.groups.map(({ id }) => id)));
  const units = new Set(rules.flatMap((rule) => rule.units.map(({ id }) => id)));
  const conditions = [...rules.map(({ condition }) => condition), ...designs.flatMap(conditionsIn)];
  for (const test of conditions.flatMap((condition) => condition?.tests ?? [])) {
    if (test.kind === 'group') groups.add(test.id);
    if (test.kind === 'unit') units.add(test.id);
  }
  for (const asked of [groups, units]) asked.delete(nonePicked);
  return { groups: [...groups].sort(), units: [...units].sort() };
};

/** Wherever they stand: pieces may hold pieces. */
const conditionsIn = (part: unknown): readonly Condition[] => {
  if (typeof part !== 'object' || part === null) return [];
  const inner = Object.values(part).flatMap(conditionsIn);
  const own = 'condition' in part ? (part.condition as Condition | null) : null;
  return own === null ? inner : [own, ...inner];
};
