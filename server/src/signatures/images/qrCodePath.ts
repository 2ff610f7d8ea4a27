import type { CardField } from '../../domain/design/composition.ts';
import type { DrawnQrCode } from '../../domain/design/designPerson.ts';
import type { SecretBox } from '../../ports/secretBox.ts';

/**
 * Where a QR code of a signature is to be had, below the address of this server. The details of a person do not stand in
 * it, only which of them were asked for, and a mark of the whole that nobody else can make: who has not seen a signature
 * asks in vain, and nobody has other codes drawn here. An address to which a code leads stands in it as it is.
 */
export const qrCodePath = (secretBox: Pick<SecretBox, 'mark'>, tenantId: string, code: DrawnQrCode): string => {
  const { content, text, size, color } = code;
  const of = content.kind === 'contact' ? content.personId : 'link';
  const says = content.kind === 'contact' ? lettersOf(content) : Buffer.from(text).toString('base64url');
  const mark = secretBox.mark(qrCodePurpose, marked(tenantId, code));
  return `/images/${tenantId}/codes/${of}/${mark}/${says}-${color.slice(1)}-${String(size)}`;
};

export const qrCodePurpose = 'qr-code';

/** What the mark stands for: tenant, person and all that is drawn. */
export const marked = (tenantId: string, { content, text, size, color }: DrawnQrCode): string => {
  const of = content.kind === 'contact' ? [content.personId, lettersOf(content)] : ['link'];
  return JSON.stringify([tenantId, ...of, text, size, color]);
};

/** One each, for ever: they stand in addresses of mails that were sent. */
const letters: Readonly<Record<CardField, string>> = {
  'person.jobTitle': 't',
  'person.companyName': 'c',
  'person.department': 'd',
  'person.businessPhone': 'b',
  'person.mobilePhone': 'm',
  'person.faxNumber': 'f',
  'person.mail': 'e',
  'person.address': 'a',
};
const ofWebsite = 'w';
const fieldOfLetter = new Map(Object.entries(letters).map(([field, letter]) => [letter, field as CardField]));

type Contact = Extract<DrawnQrCode['content'], { kind: 'contact' }>;

/** In one order, whichever they were chosen in. */
const lettersOf = ({ fields, website }: Pick<Contact, 'fields' | 'website'>): string =>
  Object.entries(letters)
    .flatMap(([field, letter]) => (fields.some((each) => each === field) ? [letter] : []))
    .join('') + (website ? ofWebsite : '');

/** What an address asks for; the text of a card is not in it. */
export interface AskedQrCode extends Omit<DrawnQrCode, 'text'> {
  readonly tenantId: string;
  readonly mark: string;
  /** Null: of a card. */
  readonly text: string | null;
}

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const path = new RegExp(
  `^/images/(?<tenantId>${guid})/codes/(?<of>link|${guid})/(?<mark>[\\w-]{22})/` +
    '(?<says>[\\w-]{0,800})-(?<color>[0-9a-f]{6})-(?<size>[89]\\d|[12]\\d\\d|300)$',
);

/** Null for what is no such address. */
export const askedQrCode = (address: string): AskedQrCode | null => {
  const asked = path.exec(address)?.groups;
  if (asked === undefined) return null;
  const { tenantId = '', of = '', mark = '', says = '', color = '', size } = asked;
  const look = { tenantId, mark, color: `#${color}`, size: Number(size) };
  if (of === 'link') return { ...look, content: { kind: 'link' }, text: Buffer.from(says, 'base64url').toString() };
  const content = { kind: 'contact', personId: of, ...chosenBy(says) } as const;
  // Each picture has one address.
  return lettersOf(content) === says ? { ...look, content, text: null } : null;
};

const chosenBy = (says: string): Pick<Contact, 'fields' | 'website'> => ({
  fields: [...says].flatMap((letter) => fieldOfLetter.get(letter) ?? []),
  website: says.endsWith(ofWebsite),
});
