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

/** Null where nobody is left whom the rule is for, or no mailbox. */
const leaveRule = (rule: AssignmentRule, { isPerson, isMailbox }: Leaving): AssignmentRule | null => {
  const people = rule.people.filter((one) => !isPerson(one));
  const mailboxes = rule.mailboxes.filter((address) => !isMailbox(address));
  const lostPeople = people.length < rule.people.length;
  const lostMailboxes = mailboxes.length < rule.mailboxes.length;
  if (!lostPeople && !lostMailboxes) return rule;
  if (lostPeople && people.length + rule.groups.length + rule.units.length === 0) return null;
  return lostMailboxes && mailboxes.length === 0 ? null : { ...rule, people, mailboxes };
};

/** Releases before 0.2.0 left a mark in the list of mailboxes where an address was erased. It is no address. */
export const withoutErasedMailboxes = (assignments: Assignments): Assignments =>
  leaveRules(assignments, { isPerson: () => false, isMailbox: (address) => address.includes(erasedName) }).assignments;
