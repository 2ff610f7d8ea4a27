import { readPhone } from '../../signature/formatPhone.ts';
import { mailLink } from '../../signature/mailLink.ts';
import { isBlank } from '../../text/isBlank.ts';
import type { DesignContext, DesignPerson } from '../designPerson.ts';

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
      const country = valueOf(person, `${field.slice(0, field.indexOf('.'))}.country`);
      const notation = typeOf(field) === 'phone' ? 'international' : 'national';
      return { ...readPhone(value, country, notation), isFromLeft: true };
    }
    case 'email':
      return { shown: value, linked: value, href: mailLink(value), isFromLeft: true };
    case 'url': {
      const shown = value.replace(/^https?:\/\//i, '').replace(/\/$/, '');
      return { shown, linked: shown, href: webLink(value), isFromLeft: true };
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

/** Empty where it is blank. */
export const valueOf = ({ values }: DesignPerson, field: string): string => {
  const value = Object.hasOwn(values, field) ? (values[field] ?? '') : '';
  return isBlank(value) ? '' : value;
};

/** An https address, also of what people write without one (`example.com/me`); empty for anything else. */
export const webLink = (value: string): string => {
  const text = value.trim();
  const address = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || !url.hostname.includes('.') || url.username !== '') return '';
  if (url.protocol === 'http:') url.protocol = 'https:';
  return url.protocol === 'https:' ? url.href : '';
};
