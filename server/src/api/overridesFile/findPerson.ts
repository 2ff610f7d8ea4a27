import type { Teammate } from '../../domain/teammate/teammate.ts';
import type { TeammateRepository } from '../../ports/repositories/teammateRepository.ts';

/** How a row of a file names a person; blank where it does not. */
export interface PersonCells {
  readonly id: string;
  readonly signInName: string;
  readonly mail: string;
}

export type PersonProblem = 'csv-person-unknown' | 'csv-person-ambiguous';

/** Other numbers stand in columns of that name too. */
const objectId = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const isSame = (one: string | null, other: string): boolean => one?.trim().toLowerCase() === other.toLowerCase();

/**
 * Whose row it is, by the surest cell that is filled alone: what one of them does not find is not looked for with the next, because
 * the mail address of one person can be the sign-in name of another, and a value must not land with somebody else.
 */
export const findPerson = async (
  teammates: TeammateRepository,
  tenantId: string,
  { id, signInName, mail }: PersonCells,
): Promise<Teammate | PersonProblem> => {
  if (objectId.test(id)) {
    const found = await teammates.get(tenantId, id.toLowerCase());
    return found === null || found.status === 'removed' ? 'csv-person-unknown' : found;
  }
  if (signInName !== '') {
    const known = await teammates.listByAddress(tenantId, signInName);
    return onlyOne(known.filter(({ profile }) => isSame(profile.userPrincipalName, signInName)));
  }
  if (mail === '') return 'csv-person-unknown';
  const known = await teammates.listByAddress(tenantId, mail);
  return onlyOne(known.filter(({ profile }) => isSame(profile.mail, mail)));
};

/** Beside somebody active, those who are disabled had the name or address before: people leave and are hired again. */
const onlyOne = (named: readonly Teammate[]): Teammate | PersonProblem => {
  const active = named.filter(({ status }) => status === 'active');
  const [first, ...others] = active.length === 0 ? named : active;
  if (first === undefined) return 'csv-person-unknown';
  return others.length === 0 ? first : 'csv-person-ambiguous';
};
