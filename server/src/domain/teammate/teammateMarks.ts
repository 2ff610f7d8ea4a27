import { completenessOf, isUnasked } from '../fields/completeness.ts';
import type { Teammate } from './teammate.ts';

/** What an admin looks for among teammates. */
export type TeammateMark = 'noPhone' | 'incomplete' | 'held' | 'outOfScope' | 'overridden';

const phones = [
  { key: 'businessPhone', attribute: 'businessPhones' },
  { key: 'mobilePhone', attribute: 'mobilePhone' },
];

/**
 * Which of the marks a teammate bears. Somebody removed bears none: they count nowhere. That the disabled are out of
 * scope goes without saying, so `outOfScope` means those who are still active.
 */
export const teammateMarks = (teammate: Teammate): readonly TeammateMark[] => {
  if (teammate.status === 'removed') return [];
  const { missing } = completenessOf(teammate);
  const asked = phones.filter(({ attribute }) => !isUnasked(teammate.profile, attribute));
  const bears: Readonly<Record<TeammateMark, boolean>> = {
    noPhone: asked.length > 0 && asked.every(({ key }) => missing.includes(key)),
    incomplete: missing.length > 0,
    held: teammate.departure?.state === 'held',
    overridden: Object.keys(teammate.overrides).length > 0,
    outOfScope: teammate.status === 'active' && !teammate.scope.inScope,
  };
  return (['noPhone', 'incomplete', 'held', 'outOfScope', 'overridden'] as const).filter((mark) => bears[mark]);
};
