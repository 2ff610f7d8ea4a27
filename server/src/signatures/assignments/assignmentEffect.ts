import { askedContainers } from '../../domain/assignment/askedContainers.ts';
import type { AssignmentOutcome, AssignmentRule, Assignments } from '../../domain/assignment/assignment.ts';
import { chooseSignature } from '../../domain/assignment/chooseSignature.ts';
import { nameOf } from '../../domain/directory/directoryUser.ts';
import { scanPeople } from '../rendering/scanPeople.ts';
import type { RenderDesk } from '../signatureDesk.ts';
import { asksAboutManagers, countedMail } from './countedMail.ts';
import { findUnread } from './findUnread.ts';
import { localToday } from './localToday.ts';

interface NamedPerson {
  readonly id: string;
  readonly displayName: string;
}

export interface AssignmentEffect {
  people: number;
  rules: { id: string; decides: number; matches: number; days: 'before' | 'now' | 'over'; sample: NamedPerson[] }[];
  otherwise: number;
  none: number;
  changed: { count: number; sample: NamedPerson[] };
  gone: string[];
  notRead: string[];
  notPermitted: string[];
}

/** So many people are named as examples. */
const sampleSize = 5;

/** What rules would do on new mail today, to each of the teammates, beside what the saved ones do. Saves nothing. */
export const assignmentEffect = async (
  desk: RenderDesk,
  tenantId: string,
  assignments: Assignments,
): Promise<AssignmentEffect> => {
  const { value: saved } = await desk.repositories.assignments.get(tenantId);
  const signatures = await desk.repositories.signatures.list(tenantId);
  const published = new Set(signatures.filter(({ value }) => value.published !== null).map(({ value }) => value.id));
  const isPublished = (id: string): boolean => published.has(id);
  const alone = assignments.rules.map(onlyRule);
  const effect = {
    ...noEffect(assignments, desk),
    ...(await findUnread(desk, tenantId, askedContainers(assignments, []))),
  };
  const withManagers = asksAboutManagers([assignments, saved]);
  for await (const batch of scanPeople(desk, tenantId, { withManagers })) {
    for (const { teammate, person } of batch) {
      const mail = countedMail({ teammate, person });
      const choice = chooseSignature(assignments, mail, isPublished);
      const before = chooseSignature(saved, mail, isPublished).outcome;
      const named = { id: teammate.id, displayName: nameOf(teammate.profile) };
      count(effect, { decided: choice.trace.at(-1)?.ruleId ?? null, outcome: choice.outcome, before, named });
      alone.forEach((each, index) => {
        const rule = effect.rules[index];
        if (rule !== undefined && chooseSignature(each, mail, isPublished).trace[0]?.missed === null) rule.matches += 1;
      });
    }
  }
  return effect;
};

const noEffect = ({ rules }: Assignments, { clock }: RenderDesk): AssignmentEffect => ({
  people: 0,
  rules: rules.map((rule) => ({
    id: rule.id,
    decides: 0,
    matches: 0,
    days: daysOf(rule, localToday(clock)),
    sample: [],
  })),
  otherwise: 0,
  none: 0,
  changed: { count: 0, sample: [] },
  gone: [],
  notRead: [],
  notPermitted: [],
});

const daysOf = (
  { from, until, timeZone }: AssignmentRule,
  today: ReturnType<typeof localToday>,
): 'before' | 'now' | 'over' => {
  const day = today.date(timeZone);
  if (until !== null && until < day) return 'over';
  return from !== null && day < from ? 'before' : 'now';
};

const onlyRule = (rule: AssignmentRule): Assignments => ({ rules: [rule], otherwise: { kind: 'none' } });

interface Counted {
  /** The rule that decided; null: the one for everybody else. */
  readonly decided: string | null;
  readonly outcome: AssignmentOutcome;
  readonly before: AssignmentOutcome;
  readonly named: NamedPerson;
}

const count = (effect: AssignmentEffect, { decided, outcome, before, named }: Counted): void => {
  effect.people += 1;
  const rule = effect.rules.find(({ id }) => id === decided);
  if (rule === undefined) effect.otherwise += 1;
  else {
    rule.decides += 1;
    if (rule.sample.length < sampleSize) rule.sample.push(named);
  }
  if (outcome.kind === 'none') effect.none += 1;
  if (JSON.stringify(outcome) === JSON.stringify(before)) return;
  effect.changed.count += 1;
  if (effect.changed.sample.length < sampleSize) effect.changed.sample.push(named);
};
