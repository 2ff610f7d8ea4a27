import type { DirectoryUser } from '../directory/directoryUser.ts';
import type { Teammate } from '../teammate/teammate.ts';
import { isBlank } from '../text/isBlank.ts';
import { presentable } from '../text/presentable.ts';
import { isHidden } from './overrides/hidden.ts';
import type { ResolvedField } from './resolveFields.ts';
import { smartFields } from './smartFields.ts';

/**
 * The smart fields that the signature everybody has shows; a test holds them against it. State and country are not
 * among them: they only shape the address, and most countries write no state.
 */
export const fieldsInUse: readonly string[] = [
  'displayName',
  'jobTitle',
  'department',
  'companyName',
  'mail',
  'businessPhone',
  'mobilePhone',
  'streetAddress',
  'postalCode',
  'city',
];

export interface Completeness {
  readonly filled: number;
  readonly of: number;
  /** Keys of the blank ones, in the order of the fields in use. */
  readonly missing: readonly string[];
}

/** How much of what a signature shows is known about somebody. A field that is not there at all is missing too. */
export const completeness = (
  fields: readonly Pick<ResolvedField, 'key' | 'value'>[],
  inUse: readonly string[] = fieldsInUse,
): Completeness => {
  const values = new Map(fields.map(({ key, value }) => [key, value]));
  return missingOf(
    inUse.filter((key) => isBlank(values.get(key))),
    inUse,
  );
};

const missingOf = (missing: readonly string[], { length }: readonly unknown[]): Completeness => ({
  filled: length - missing.length,
  of: length,
  missing,
});

const shown = smartFields.filter(({ key }) => fieldsInUse.includes(key));

/** Whether nobody asked for what the field is read from. */
export const isUnasked = ({ omitted }: DirectoryUser, attribute: string | null): boolean =>
  omitted?.some((each) => each === attribute) ?? false;

/**
 * That of a teammate, by what anybody filled in: the words for whoever has none make nobody complete, what was left out is
 * missed by nobody, and what is not asked for does not count. Asked of everybody who is written, so nothing is resolved for it.
 */
export const completenessOf = ({ profile, overrides }: Pick<Teammate, 'profile' | 'overrides'>): Completeness => {
  const asked = shown.filter(({ attribute }) => !isUnasked(profile, attribute));
  const missing = asked
    .filter(({ key }) => !isHidden({ overrides }, key))
    .filter(({ key, read }) => presentable(overrides[key]) === '' && presentable(read(profile, null)) === '')
    .map(({ key }) => key);
  return missingOf(missing, asked);
};
