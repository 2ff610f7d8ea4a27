import type { ManagerProfile } from '../../enrichment/enrichment.ts';
import type { Teammate } from '../../teammate/teammate.ts';
import { withoutEnded, type DayIn } from './endedOverrides.ts';
import { isHidden } from './hidden.ts';

/** What a manager profile has of somebody; their name is never left out. */
const ofProfiles = ['mail', 'jobTitle', 'businessPhone', 'mobilePhone'] as const;

/** Keys of what somebody leaves out of it, whether or not the rules let that count. */
export const leftOutOf = (teammate: Teammate, today: DayIn): readonly string[] => {
  const current = withoutEnded(teammate, today);
  return ofProfiles.filter((key) => isHidden(current, key));
};

/** The same profile with these keys, and with none where there are none. */
export const withLeftOut = (profile: ManagerProfile, keys: readonly string[]): ManagerProfile =>
  keys.length === 0 ? profile : { ...profile, leftOut: keys };
