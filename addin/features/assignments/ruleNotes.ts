import type { AssignmentEffect, AssignmentRule } from '../../../server/src/contract/signatures/assignments.ts';

export interface RuleNote {
  readonly note: 'over' | 'before' | 'gone' | 'notPermitted' | 'unread' | 'nobody';
  /** Groups and units it is about. */
  readonly names: readonly string[];
}

/** Whether the people who are counted, who begin a new mail to nobody in particular from their own mailbox, could match. */
const isCounted = ({ composeTypes, mailboxes, recipients, addressees = [] }: AssignmentRule): boolean =>
  (composeTypes.length === 0 || composeTypes.includes('newMail')) &&
  mailboxes.length + addressees.length === 0 &&
  recipients === 'any';

/** Groups and units a rule asks about, wherever it does, each once. */
function askedBy({ groups, units, condition }: AssignmentRule): ReadonlyMap<string, string> {
  const named = [...groups, ...units].map(({ id, displayName }) => [id, displayName] as const);
  const tested = (condition?.tests ?? []).flatMap((test) =>
    'id' in test ? [[test.id, test.name ?? test.id] as const] : [],
  );
  return new Map([...named, ...tested]);
}

/** Why a rule that is switched on decides for others than one would think. */
export function ruleNotes(rule: AssignmentRule, all: AssignmentEffect): readonly RuleNote[] {
  const { rules, gone, notRead, notPermitted } = all;
  const effect = rules.find(({ id }) => id === rule.id);
  if (effect === undefined || !rule.enabled) return [];
  const asked = [...askedBy(rule)];
  const named = (ids: readonly string[], except: readonly string[] = []): readonly string[] =>
    asked.filter(([id]) => ids.includes(id) && !except.includes(id)).map(([, name]) => name);
  const about = [
    { note: 'gone' as const, names: named(gone) },
    { note: 'notPermitted' as const, names: named(notPermitted, gone) },
    { note: 'unread' as const, names: named(notRead, [...gone, ...notPermitted]) },
  ].filter(({ names }) => names.length > 0);
  if (effect.days === 'over' || effect.days === 'before') return [{ note: effect.days, names: [] }, ...about];
  if (about.length > 0 || effect.matches > 0 || !isCounted(rule)) return about;
  return [{ note: 'nobody', names: [] }];
}
