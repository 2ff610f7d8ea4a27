import type {
  Assignments,
  AssignmentOutcome,
  AssignmentRule,
} from '../../../server/src/contract/signatures/assignments.ts';

/** What the API accepts at most. */
export const mostRules = 200;

export const newRule = (id: string, outcome: AssignmentOutcome, timeZone: string): AssignmentRule => ({
  ...{ id, name: '', enabled: true, outcome, people: [], groups: [], units: [], condition: null },
  ...{ composeTypes: [], mailboxes: [], recipients: 'any', from: null, until: null, timeZone },
});

/** Puts a rule in the place of the one with its id, or before the end where it is new. */
export function putRule(assignments: Assignments, rule: AssignmentRule): Assignments {
  const { rules } = assignments;
  const isKnown = rules.some(({ id }) => id === rule.id);
  return { ...assignments, rules: isKnown ? rules.map((old) => (old.id === rule.id ? rule : old)) : [...rules, rule] };
}

export const removeRule = (assignments: Assignments, id: string): Assignments => ({
  ...assignments,
  rules: assignments.rules.filter((rule) => rule.id !== id),
});

/** A rule that was removed, and those that stood before it. */
export interface RemovedRule {
  readonly rule: AssignmentRule;
  readonly before: readonly string[];
}

export const removedRule = ({ rules }: Assignments, rule: AssignmentRule): RemovedRule => ({
  rule,
  before: rules
    .slice(
      0,
      rules.findIndex(({ id }) => id === rule.id),
    )
    .map(({ id }) => id),
});

/** Puts it back behind the last that stood before it and still does; whatever was changed or saved since stays. */
export function restoreRule(assignments: Assignments, { rule, before }: RemovedRule): Assignments {
  const { rules } = removeRule(assignments, rule.id);
  const place = rules.findLastIndex(({ id }) => before.includes(id)) + 1;
  return { ...assignments, rules: [...rules.slice(0, place), rule, ...rules.slice(place)] };
}

/** Nothing is left to bring back where somebody did so otherwise, nor a place for it where there are as many as can be. */
export const canRestore = ({ rules }: Assignments, { rule }: RemovedRule): boolean =>
  rules.length < mostRules && rules.every(({ id }) => id !== rule.id);

/** One step earlier or later; the first cannot go earlier, nor the last later. */
export function moveRule(assignments: Assignments, id: string, by: -1 | 1): Assignments {
  const { rules } = assignments;
  const from = rules.findIndex((rule) => rule.id === id);
  const rule = rules[from];
  const to = from + by;
  if (rule === undefined || to < 0 || to >= rules.length) return assignments;
  const rest = rules.filter((other) => other !== rule);
  return { ...assignments, rules: [...rest.slice(0, to), rule, ...rest.slice(to)] };
}

/** Takes a rule out of its place and puts it before or after another one. */
export function dropRule(assignments: Assignments, id: string, at: { onId: string; after: boolean }): Assignments {
  const rule = assignments.rules.find((other) => other.id === id);
  const rest = assignments.rules.filter((other) => other.id !== id);
  const to = rest.findIndex((other) => other.id === at.onId);
  if (rule === undefined || to < 0) return assignments;
  const place = at.after ? to + 1 : to;
  return { ...assignments, rules: [...rest.slice(0, place), rule, ...rest.slice(place)] };
}
