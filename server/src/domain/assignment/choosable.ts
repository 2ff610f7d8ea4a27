import { addresseesNamed, type Assignments } from './assignment.ts';
import { chooseSignature, type IsPublished, type MailAsked } from './chooseSignature.ts';

/**
 * What somebody may choose by hand for a mail beside what they get by itself: what the rule that decides lets them, each
 * once and in its order. Recipients come and go while what was chosen stays, so it counts whoever may be addressed.
 */
export const choosable = (assignments: Assignments, mail: MailAsked, isPublished: IsPublished): readonly string[] => {
  const offered = everyAddressed(assignments, mail).flatMap((to) =>
    alsoOf(assignments, chooseSignature(assignments, { ...mail, ...to }, isPublished).trace.at(-1)?.ruleId),
  );
  return [...new Set(offered)].filter(isPublished);
};

/**
 * Whoever may be addressed, as far as rules tell them apart; first those who are. A rule that decides for several of whom it
 * names decides for one of them alone too.
 */
const everyAddressed = (assignments: Assignments, { recipients, addressed = [] }: MailAsked) => {
  const alone = addresseesNamed(assignments).map((one) => [one]);
  return [addressed, [], ...alone].flatMap((some) =>
    ([recipients, null, 'internal', 'external'] as const).map((known) => ({ recipients: known, addressed: some })),
  );
};

const alsoOf = ({ rules, also }: Assignments, decided: string | null | undefined): readonly string[] =>
  (decided === null ? also : rules.find(({ id }) => id === decided)?.also) ?? [];
