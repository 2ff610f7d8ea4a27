import type { Assignments } from './assignment.ts';
import { chooseSignature, type IsPublished, type MailAsked } from './chooseSignature.ts';

/**
 * What somebody may choose by hand for a mail beside what they get by itself: what the rule that decides lets them, each
 * once and in its order. Recipients come and go while what was chosen stays, so it counts whoever may be addressed.
 */
export const choosable = (assignments: Assignments, mail: MailAsked, isPublished: IsPublished): readonly string[] => {
  const offered = ([mail.recipients, null, 'internal', 'external'] as const).flatMap((recipients) =>
    alsoOf(assignments, chooseSignature(assignments, { ...mail, recipients }, isPublished).trace.at(-1)?.ruleId),
  );
  return [...new Set(offered)].filter(isPublished);
};

const alsoOf = ({ rules, also }: Assignments, decided: string | null | undefined): readonly string[] =>
  (decided === null ? also : rules.find(({ id }) => id === decided)?.also) ?? [];
