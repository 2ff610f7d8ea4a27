import type { OmittedAttribute } from '../directory/directoryUser.ts';
import { withoutOmitted } from '../reading/peopleReading.ts';
import { keyOfAttribute } from '../reading/readingOf.ts';
import type { Teammate } from './teammate.ts';

/**
 * The teammate as somebody of whom these attributes are not asked for: without what the directory said of them, lately or
 * last; the same object where that is how they were. What was set by hand stays.
 */
export const forgetOmitted = (teammate: Teammate, omitted: readonly OmittedAttribute[]): Teammate => {
  const { lastKnown = {}, ...rest } = teammate;
  const profile = withoutOmitted(teammate.profile, omitted);
  const out = new Set(omitted.map(keyOfAttribute));
  const known = Object.entries(lastKnown).filter(([key]) => !out.has(key));
  if (profile === teammate.profile && known.length === Object.keys(lastKnown).length) return teammate;
  return { ...rest, profile, ...(known.length > 0 && { lastKnown: Object.fromEntries(known) }) };
};
