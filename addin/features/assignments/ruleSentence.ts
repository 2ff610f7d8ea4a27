import type { i18n } from 'i18next';
import type { AssignmentOutcome, AssignmentRule } from '../../../server/src/contract/signatures/assignments.ts';
import type { Formats } from '../../i18n/useFormats.ts';

export interface RuleWords {
  readonly texts: i18n;
  readonly formats: Pick<Formats, 'list' | 'day'>;
  /** Names of signatures by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** What somebody gets, in words. */
export function outcomeText({ texts, names }: Pick<RuleWords, 'texts' | 'names'>, outcome: AssignmentOutcome): string {
  if (outcome.kind !== 'signature') return texts.t(`assignments:outcome.${outcome.kind}`);
  return names.get(outcome.signatureId) ?? texts.t('assignments:outcome.gone');
}

const shownNames = 3;

function shortList({ texts, formats }: RuleWords, all: readonly string[]): string {
  const first = all.slice(0, shownNames);
  const rest = all.length - first.length;
  return rest === 0
    ? formats.list(first)
    : texts.t('assignments:sentence.more', { names: first.join(', '), count: rest });
}

function whoText(words: RuleWords, rule: AssignmentRule): string {
  const all = [...rule.groups, ...rule.units, ...rule.people].map(({ displayName }) => displayName);
  return all.length === 0 ? words.texts.t('assignments:sentence.everybody') : shortList(words, all);
}

function datesText({ texts, formats }: RuleWords, { from, until }: AssignmentRule): string[] {
  // A local date has no time zone of its own: noon is the same day in all of them that matter here.
  const day = (date: string) => formats.day(`${date}T12:00:00`);
  if (from !== null && until !== null) {
    return [texts.t('assignments:sentence.between', { from: day(from), until: day(until) })];
  }
  if (from !== null) return [texts.t('assignments:sentence.from', { from: day(from) })];
  return until === null ? [] : [texts.t('assignments:sentence.until', { until: day(until) })];
}

/** When a rule holds, each condition on its own; empty: always. */
function whenText(words: RuleWords, rule: AssignmentRule): string[] {
  const { texts, formats } = words;
  const { condition, composeTypes, mailboxes, recipients, addressees = [] } = rule;
  const mails = composeTypes.map((composeType) => texts.t(`assignments:on.${composeType}`));
  return [
    ...(condition ? [texts.t('assignments:sentence.condition', { count: condition.tests.length })] : []),
    ...(mails.length > 0 && mails.length < 3
      ? [texts.t('assignments:sentence.on', { mails: formats.list(mails) })]
      : []),
    ...(mailboxes.length > 0 ? [texts.t('assignments:sentence.mailboxes', { list: shortList(words, mailboxes) })] : []),
    ...(recipients === 'any' ? [] : [texts.t(`assignments:sentence.${recipients}`)]),
    ...(addressees.length > 0
      ? [texts.t('assignments:sentence.addressees', { list: shortList(words, addressees) })]
      : []),
    ...datesText(words, rule),
  ];
}

/** Empty: nothing may be chosen by hand. */
function alsoText({ texts, names, formats }: RuleWords, { also = [] }: AssignmentRule): string {
  if (also.length === 0) return '';
  const list = also.map((signatureId) => outcomeText({ texts, names }, { kind: 'signature', signatureId }));
  return texts.t('assignments:sentence.also', { list: formats.list(list) });
}

interface RuleSentence {
  readonly who: string;
  readonly what: string;
  readonly also: string;
  readonly when: string;
}

/** A rule as a person would say it: who gets what, and when. */
export function ruleSentence(words: RuleWords, rule: AssignmentRule): RuleSentence {
  return {
    who: whoText(words, rule),
    what: outcomeText(words, rule.outcome),
    also: alsoText(words, rule),
    when: whenText(words, rule).join(', '),
  };
}
