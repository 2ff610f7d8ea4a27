import { readPhone } from '../../signature/formatPhone.ts';
import { mailLink } from '../../signature/mailLink.ts';
import { webLink } from '../../signature/webLink.ts';
import { isBlank } from '../../text/isBlank.ts';
import { ownerOf, type DesignContext, type DesignPerson, type FieldOwner } from '../designPerson.ts';

export interface FieldValue {
  readonly shown: string;
  /** How `shown` begins: the words that lead there; of several phone numbers the first. */
  readonly linked: string;
  /** Empty where there is nothing certain to link to. */
  readonly href: string;
  /** Of numbers and addresses, which read from left to right in every language. */
  readonly isFromLeft: boolean;
}

/** What is shown of a field, and where it leads; null where it is blank. */
export const fieldValue = (field: string, person: DesignPerson, { typeOf }: DesignContext): FieldValue | null => {
  const value = valueOf(person, field);
  if (value === '') return null;
  switch (typeOf(field)) {
    case 'phone':
    case 'nationalPhone': {
      const country = countryFor(person, ownerOf(field));
      const notation = typeOf(field) === 'phone' ? 'international' : 'national';
      return { ...readPhone(value, country, notation), isFromLeft: true };
    }
    case 'email':
      return { shown: value, linked: value, href: mailLink(value), isFromLeft: true };
    case 'url': {
      const shown = value.replace(/^https?:\/\//i, '').replace(/\/$/, '');
      return isBlank(shown) ? null : { shown, linked: shown, href: webLink(value), isFromLeft: true };
    }
    case 'text':
      return { shown: value, linked: value, href: '', isFromLeft: false };
  }
};

/** What is shown of every field that is not blank. */
export const shownFields = (person: DesignPerson, context: DesignContext): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.keys(person.values).flatMap((field) => {
      const value = fieldValue(field, person, context);
      return value === null ? [] : [[field, value.shown]];
    }),
  );

/** In which phones without the code of one are read. */
export const countryFor = (person: DesignPerson, owner: FieldOwner): string =>
  person.countries?.[owner] ?? valueOf(person, `${owner}.country`);

/** Empty where it is blank. */
export const valueOf = ({ values }: DesignPerson, field: string): string => {
  const value = Object.hasOwn(values, field) ? (values[field] ?? '') : '';
  return isBlank(value) ? '' : value;
};
