/** By what one person can be recognised in what is kept about others and about the tenant. */
export interface PersonTraits {
  /** Directory object id, in lower case. */
  readonly id: string;
  /** Display names they have or had. */
  readonly names: readonly string[];
  /** Mail addresses and sign-in names, in lower case. */
  readonly addresses: readonly string[];
  /** What stands in place of the id from now on. It cannot be turned back. */
  readonly pseudonym: string;
}

/** What stands where a name or an address stood. */
export const erasedName = '(erased)';
