import type { SignatureDesign } from '../../design/signature.ts';
import { asOfPerson } from './pathOf.ts';

/** Paths as designs write them, in parts and in Liquid alike; Liquid may leave `person.` out, which nobody can tell. */
const paths = /\b(?:person|manager|mailbox)(?:\.\w+){1,2}/g;

const ofAddress = ['streetAddress', 'postalCode', 'city', 'state', 'country'].map((key) => `person.${key}`);

/** Of the card of a QR code, which always has the name. */
const card = '"kind":"contact"';
const ofName = ['displayName', 'givenName', 'surname'].map((key) => `person.${key}`);

/** The fields that a design shows or asks about, by path; the whole address counts as its parts, those of a mailbox as the person’s. */
export const fieldsUsedIn = (design: SignatureDesign): ReadonlySet<string> => {
  const written = JSON.stringify(design);
  const found = new Set(written.match(paths)?.map(asOfPerson));
  if (written.includes(card)) for (const path of ofName) found.add(path);
  if (found.has('person.address')) for (const path of ofAddress) found.add(path);
  return found;
};
