import type { Proposal, Proposals } from '../proposal/proposals.ts';
import type { Teammate } from '../teammate/teammate.ts';

/** Whether a text names the person who leaves. */
export type Names = (text: string) => boolean;

/** Values that name the person: what would stand in their place is no name and no address, and signatures would show it. */
const without = <T>(values: Readonly<Record<string, T>>, isGone: (key: string) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([key]) => !isGone(key)));

/** Another teammate without the values that name the person. Their profile is as the directory has it, and stays. */
export const leaveTeammate = (teammate: Teammate, names: Names): Teammate => {
  const { overrides, overrideStamps, lastKnown } = teammate;
  const isSet = (key: string): boolean => names(overrides[key] ?? '');
  return {
    ...teammate,
    overrides: without(overrides, isSet),
    ...(overrideStamps === undefined ? {} : { overrideStamps: without(overrideStamps, isSet) }),
    ...(lastKnown === undefined ? {} : { lastKnown: without(lastKnown, (key) => names(lastKnown[key] ?? '')) }),
  };
};

/** What somebody else proposed, without the values that name the person: nobody could approve them any more. */
export const leaveProposals = (proposals: Proposals, names: Names): Proposals => {
  const stays = ({ value }: Proposal): boolean => !names(value);
  return { ...proposals, waiting: proposals.waiting.filter(stays), refused: proposals.refused.filter(stays) };
};
