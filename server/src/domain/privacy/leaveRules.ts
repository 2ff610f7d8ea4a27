import type { AssignmentRule, Assignments } from '../assignment/assignment.ts';
import type { Picked } from '../scope/selection.ts';
import { erasedName } from './personTraits.ts';

/** Who is to be named in no rule any more. */
interface Leaving {
  readonly isPerson: (picked: Picked) => boolean;
  readonly isMailbox: (address: string) => boolean;
}

export interface RulesLeft {
  /** The very same where nobody leaves. */
  readonly assignments: Assignments;
  /** Names of the rules that were for nobody else. */
  readonly gone: readonly string[];
}

/**
 * Takes people and addresses out of rules. In a rule an empty list says nothing, so one that was for those alone would be
 * for everybody from then on: it goes instead.
 */
export const leaveRules = (assignments: Assignments, leaving: Leaving): RulesLeft => {
  const gone: string[] = [];
  const rules = assignments.rules.flatMap((rule) => {
    const left = leaveRule(rule, leaving);
    if (left === null) gone.push(rule.name);
    return left ?? [];
  });
  const isSame = rules.length === assignments.rules.length && rules.every((rule, at) => rule === assignments.rules[at]);
  return { assignments: isSame ? assignments : { ...assignments, rules }, gone };
};

/** Each says nothing where it is empty. */
const listsOf = ({ people, groups, units, mailboxes, addressees = [] }: AssignmentRule): readonly number[] => [
  people.length + groups.length + units.length,
  mailboxes.length,
  addressees.length,
];

/** Null where nobody is left whom the rule is for, no mailbox, or nobody who would have to be addressed. */
const leaveRule = (rule: AssignmentRule, { isPerson, isMailbox }: Leaving): AssignmentRule | null => {
  const isOther = (address: string): boolean => !isMailbox(address);
  const left = {
    ...rule,
    people: rule.people.filter((one) => !isPerson(one)),
    mailboxes: rule.mailboxes.filter(isOther),
    ...(rule.addressees && { addressees: rule.addressees.filter(isOther) }),
  };
  const [before, after] = [listsOf(rule), listsOf(left)];
  const changed = after.filter((length, at) => length !== before[at]);
  if (changed.length === 0) return rule;
  return changed.includes(0) ? null : left;
};

/** Releases before 0.2.0 left a mark in the list of mailboxes where an address was erased. It is no address. */
export const withoutErasedMailboxes = (assignments: Assignments): Assignments =>
  leaveRules(assignments, { isPerson: () => false, isMailbox: (address) => address.includes(erasedName) }).assignments;
