import { z } from 'zod';
import {
  isDirectoryExtension,
  propertyOf,
  type ExtendedAttribute,
  type ExtendedValues,
} from '../../domain/directory/extendedAttributes.ts';
import { orNull } from './orNull.ts';

const parts = z.record(z.string(), z.string().nullish()).nullish();

/** An app decides what an extension holds; one value, or several. */
const one = z.union([z.string(), z.number(), z.boolean()]);
const held = z.union([one, z.array(one)]).nullish();

const extendedUserSchema = z.looseObject({
  onPremisesExtensionAttributes: parts,
  employeeOrgData: parts,
  proxyAddresses: z.array(z.string()).nullish(),
});

type ExtendedUser = z.infer<typeof extendedUserSchema>;

/** Of these attributes what an object of Graph says: one it does not name is left out, one it has nothing in is null. */
export const extendedChanges = (attributes: readonly ExtendedAttribute[], raw: unknown): ExtendedValues => {
  const user = extendedUserSchema.parse(raw);
  return Object.fromEntries(
    attributes.flatMap((attribute) => {
      const value = valueIn(user, attribute);
      return value === undefined ? [] : [[attribute, value]];
    }),
  );
};

const valueIn = (user: ExtendedUser, attribute: ExtendedAttribute): string | null | undefined => {
  const property = propertyOf(attribute);
  if (isDirectoryExtension(property)) return extensionText(held.parse(user[property]));
  if (property === 'proxyAddresses') return user.proxyAddresses && otherAddresses(user.proxyAddresses);
  const named = user[property];
  if (named === undefined || named === null) return named;
  return Object.hasOwn(named, attribute) ? orNull(named[attribute]) : undefined;
};

/**
 * Mail addresses beside the first one, by alphabet, because Graph keeps no order. `SMTP:` marks the first; everybody has
 * one of `onmicrosoft.com`, which nobody writes to. https://learn.microsoft.com/graph/api/resources/user
 */
const otherAddresses = (addresses: readonly string[]): string | null => {
  const other = addresses.filter((address) => address.startsWith('smtp:')).map((address) => address.slice(5));
  return orNull(
    other
      .filter((address) => !/\.onmicrosoft\.com$/i.test(address))
      .sort()
      .join(', '),
  );
};

/** A moment is shown as its day: nobody has a minute in their signature. */
const dayOfMoment = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d/;

const extensionText = (value: z.infer<typeof held>): string | null | undefined => {
  if (value === undefined || value === null) return value;
  const texts = [value]
    .flat()
    .map((each) => (typeof each === 'string' ? (dayOfMoment.exec(each)?.[1] ?? each) : String(each)));
  return orNull(texts.join(', '));
};
