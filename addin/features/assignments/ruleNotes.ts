import type { AssignmentEffect, AssignmentRule } from '../../../server/src/contract/signatures/assignments.ts';

export interface RuleNote {
  readonly note: 'over' | 'before' | 'gone' | 'unread' | 'nobody';
  /** Groups and units it is about. */
  readonly names: readonly string[];
}

/** Whether the people who are counted, who begin a new mail to nobody in particular from their own mailbox, could match. */
const isCounted = ({ composeTypes, mailboxes, recipients }: AssignmentRule): boolean =>
  (composeTypes.length === 0 || composeTypes.includes('newMail')) && mailboxes.length === 0 && recipients === 'any';

/** Why a rule that is switched on decides for fewer people than one would think. */
export function ruleNotes(rule: AssignmentRule, { rules, gone, notRead }: AssignmentEffect): readonly RuleNote[] {
  const effect = rules.find(({ id }) => id === rule.id);
  if (effect === undefined || !rule.enabled) return [];
  const named = (ids: readonly string[]): readonly string[] =>
    [...rule.groups, ...rule.units].filter(({ id }) => ids.includes(id)).map(({ displayName }) => displayName);
  const about = [
    { note: 'gone' as const, names: named(gone) },
    { note: 'unread' as const, names: named(notRead.filter((id) => !gone.includes(id))) },
  ].filter(({ names }) => names.length > 0);
  if (effect.days === 'over' || effect.days === 'before') return [{ note: effect.days, names: [] }, ...about];
  if (about.length > 0 || effect.matches > 0 || !isCounted(rule)) return about;
  return [{ note: 'nobody', names: [] }];
}
