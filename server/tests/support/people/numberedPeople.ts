import { userIds } from './directoryArbitraries.ts';

/** One person for each of `userIds`, told apart by number, who all have the same of everything else. */
export const numberedPeople = (more: { readonly jobTitle?: string } = {}) =>
  userIds.map((id, at) => ({
    id,
    displayName: `Person ${String(at)}`,
    userPrincipalName: `p${String(at)}@one.example`,
    accountEnabled: true,
    ...more,
  }));
