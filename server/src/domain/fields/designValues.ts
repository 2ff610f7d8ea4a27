import { addressLines } from '../signature/formatAddress.ts';
import type { ResolvedField } from './resolveFields.ts';

/**
 * What a design finds by path: `person.jobTitle`; those of the manager as `manager.jobTitle`; and `person.address`, the
 * whole address in the order of its country on one line. Blank ones are not there.
 */
export const designValues = (fields: readonly ResolvedField[]): Readonly<Record<string, string>> => {
  const byKey = new Map(fields.map(({ key, value }) => [key, value]));
  const part = (key: string): string => byKey.get(key) ?? '';
  const address = addressLines({
    streetAddress: part('streetAddress'),
    postalCode: part('postalCode'),
    city: part('city'),
    state: part('state'),
    country: part('country'),
  }).join(', ');
  const entries = fields.map(({ key, value }) => [pathOf(key), value] as const);
  return Object.fromEntries([...entries, ['person.address', address] as const].filter(([, value]) => value !== ''));
};

/** `managerJobTitle` as `manager.jobTitle`, everything else as the person's. */
export const pathOf = (key: string): string => {
  const ofManager = /^manager([A-Z])(\w*)$/.exec(key);
  return ofManager === null ? `person.${key}` : `manager.${(ofManager[1] ?? '').toLowerCase()}${ofManager[2] ?? ''}`;
};
