import { phoneLink } from '../../signature/formatPhone.ts';
import { mailLink } from '../../signature/mailLink.ts';
import { webLink } from '../../signature/webLink.ts';
import { presentableOnOneLine } from '../../text/presentable.ts';
import type { CardField } from '../composition.ts';
import type { DesignPerson } from '../designPerson.ts';
import { countryFor, valueOf } from '../render/fieldValue.ts';
import { fitQrCode, type QrCode } from './fitQrCode.ts';
import { vCard, type Card } from './vCard.ts';

export interface ContactAsked {
  readonly fields: readonly CardField[];
  /** Address of the website, empty for none. */
  readonly website: string;
  /** Of the picture, in pixels. */
  readonly size: number;
}

/** What a card can do without, and which goes first where there is no room. */
export type CardPart = CardField | 'website';

const goesFirst: readonly CardPart[] = [
  'person.faxNumber',
  'website',
  'person.address',
  'person.department',
  'person.jobTitle',
  'person.companyName',
  'person.mobilePhone',
  'person.mail',
  'person.businessPhone',
];

export interface ContactCode {
  readonly code: QrCode;
  readonly name: string;
  /** What is not blank and has no room. */
  readonly leftOut: readonly CardPart[];
}

/**
 * A card about one person from what their signature may show of these fields; null where they have no name, or one that no
 * code can hold. The name stands even where its modules become small.
 */
export const contactCode = (asked: ContactAsked, person: DesignPerson): ContactCode | null => {
  const whole = cardOf(asked, person);
  if (whole.name === '') return null;
  const leftOut: CardPart[] = [];
  let card = whole;
  let code = fitQrCode(vCard(card), asked.size);
  for (const part of goesFirst) {
    if (code !== null) break;
    const without = { ...card, ...blanks[part] };
    if (vCard(without) === vCard(card)) continue;
    leftOut.push(part);
    card = without;
    code = fitQrCode(vCard(card), asked.size);
  }
  code ??= fitQrCode(vCard(card), Infinity);
  return code === null ? null : { code, name: whole.name, leftOut };
};

const blanks: Readonly<Record<CardPart, Partial<Card>>> = {
  'person.jobTitle': { title: '' },
  'person.companyName': { company: '' },
  'person.department': { department: '' },
  'person.businessPhone': { phone: '' },
  'person.mobilePhone': { mobile: '' },
  'person.faxNumber': { fax: '' },
  'person.mail': { mail: '' },
  'person.address': { address: null },
  website: { website: '' },
};

const cardOf = ({ fields, website }: ContactAsked, person: DesignPerson): Card => {
  const said = (key: string): string => presentableOnOneLine(valueOf(person, `person.${key}`));
  const asked = (field: CardField): string => (fields.includes(field) ? said(field.replace('person.', '')) : '');
  const dialled = (field: CardField): string => dialledAs(asked(field), countryFor(person, 'person'));
  return {
    ...namesOf(said),
    title: asked('person.jobTitle'),
    company: asked('person.companyName'),
    department: asked('person.department'),
    phone: dialled('person.businessPhone'),
    mobile: dialled('person.mobilePhone'),
    fax: dialled('person.faxNumber'),
    mail: addressed(asked('person.mail')),
    address: fields.includes('person.address') ? placeOf(said) : null,
    website: website === '' ? '' : webLink(website),
  };
};

type Said = (key: string) => string;

/** As long as a directory takes one. Characters. */
const longestName = 256;

/** What the signature calls them counts; it is told apart only where both parts stand in it. */
const namesOf = (said: Said): Pick<Card, 'name' | 'givenName' | 'surname'> => {
  const [givenName, surname] = [said('givenName'), said('surname')];
  const name = cut(said('displayName') || `${givenName} ${surname}`.trim());
  const isTold = givenName !== '' && surname !== '' && name.includes(givenName) && name.includes(surname);
  return { name, givenName: isTold ? givenName : '', surname: isTold ? surname : '' };
};

const cut = (name: string): string => (name.length <= longestName ? name : [...name].slice(0, longestName).join(''));

/** Empty where it is not certain which number is meant, since a card that calls a stranger is worse than one without. */
const dialledAs = (written: string, country: string): string =>
  phoneLink(written, country).replace('tel:', '').replace(';ext=', ',');

const addressed = (written: string): string => decodeURIComponent(mailLink(written).replace('mailto:', ''));

const placeOf = (said: Said): Card['address'] => {
  const place = {
    street: said('streetAddress'),
    city: said('city'),
    state: said('state'),
    postalCode: said('postalCode'),
    country: said('country'),
  };
  return Object.values(place).every((part) => part === '') ? null : place;
};
