/** What a card says; empty what it does not. */
export interface Card {
  readonly name: string;
  /** Both empty where nobody knows which part of the name is which. */
  readonly givenName: string;
  readonly surname: string;
  readonly title: string;
  readonly company: string;
  readonly department: string;
  /** As they are dialled: `+31201234567`, an extension after a comma. */
  readonly phone: string;
  readonly mobile: string;
  readonly fax: string;
  readonly mail: string;
  readonly address: {
    readonly street: string;
    readonly city: string;
    readonly state: string;
    readonly postalCode: string;
    readonly country: string;
  } | null;
  readonly website: string;
}

/**
 * As vCard 3.0 (RFC 2426), which cameras of telephones read most reliably: those of iPhones and older Androids pass over
 * parts of 4.0. Lines are not folded, which a reader must not need and which only costs room.
 */
export const vCard = (card: Card): string => {
  const { address } = card;
  const known = card.surname !== '' || card.givenName !== '';
  const place = address && [address.street, address.city, address.state, address.postalCode, address.country];
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${joined(known ? [card.surname, card.givenName, '', '', ''] : [card.name, '', '', '', ''])}`,
    `FN:${escaped(card.name)}`,
    ...lineOf('TITLE', escaped(card.title)),
    ...lineOf('ORG', organization(card)),
    ...lineOf('TEL;TYPE=WORK,VOICE', escaped(card.phone)),
    ...lineOf('TEL;TYPE=CELL', escaped(card.mobile)),
    ...lineOf('TEL;TYPE=WORK,FAX', escaped(card.fax)),
    ...lineOf('EMAIL;TYPE=INTERNET', escaped(card.mail)),
    ...lineOf('ADR;TYPE=WORK', place === null ? '' : joined(['', '', ...place])),
    // An address of the web is no text to be escaped.
    ...lineOf('URL', card.website),
    'END:VCARD',
  ];
  return lines.map((line) => `${line}\r\n`).join('');
};

const organization = ({ company, department }: Card): string =>
  company === '' && department === '' ? '' : joined(department === '' ? [company] : [company, department]);

const lineOf = (name: string, value: string): readonly string[] => (value === '' ? [] : [`${name}:${value}`]);

const joined = (parts: readonly string[]): string => parts.map(escaped).join(';');

const escaped = (text: string): string =>
  text.replace(/[\\,;]/g, String.raw`\$&`).replace(/\r\n|[\r\n]/g, String.raw`\n`);
