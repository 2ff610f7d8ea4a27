import { addressLine } from '../../signature/formatAddress.ts';
import { countryOf } from '../countryOf.ts';
import { pathOf } from './pathOf.ts';
import type { ResolvedField } from '../resolveFields.ts';

/**
 * What a design finds by path: `person.jobTitle`; those of the manager as `manager.jobTitle`; and `person.address`, the
 * whole address in the order of its country on one line. Blank ones are not there.
 */
export const designValues = (fields: readonly ResolvedField[]): Readonly<Record<string, string>> => {
  const byKey = new Map(fields.map(({ key, value }) => [key, value]));
  const part = (key: string): string => byKey.get(key) ?? '';
  const address = addressLine({
    streetAddress: part('streetAddress'),
    postalCode: part('postalCode'),
    city: part('city'),
    state: part('state'),
    country: countryOf(fields),
  });
  const entries = fields.map(({ key, value }) => [pathOf(key), value] as const);
  return Object.fromEntries([...entries, ['person.address', address] as const].filter(([, value]) => value !== ''));
};

/** Fields of the teammate whose mailbox is written from, as `mailbox.displayName`; without those of their manager. */
export const mailboxValues = (fields: readonly ResolvedField[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(designValues(fields)).flatMap(([path, value]) =>
      path.startsWith('person.') ? [[path.replace('person.', 'mailbox.'), value]] : [],
    ),
  );
