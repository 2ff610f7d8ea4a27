import type { Language } from '../../contract/signatures/languages.ts';
import { hideWord } from '../../contract/people/hideWord.ts';
import { foldText } from '../../domain/teammate/foldText.ts';
import type { FieldValue, Teammate } from '../../contract/people/teammates.ts';

interface Column {
  /** What it is about, where that can be set or names a person. */
  readonly key?: string;
  readonly head: Readonly<Record<Language, string>>;
  readonly read: (teammate: Teammate, language: Language) => string;
}

const field = (key: string, [en, nl, de, fr]: readonly [string, string, string, string]): Column => ({
  key,
  head: { en, nl, de, fr },
  read: ({ fields }) => cellOf(fields.find((each) => each.key === key)),
});

/** Read again, it leaves out what was left out. */
const cellOf = (field: FieldValue | undefined): string =>
  field?.source === 'hidden' ? hideWord : (field?.value ?? '');

const columns: readonly Column[] = [
  { head: { en: 'Name', nl: 'Naam', de: 'Name', fr: 'Nom' }, read: ({ displayName }) => displayName },
  { key: 'mail', head: { en: 'Mail', nl: 'E-mail', de: 'E-Mail', fr: 'E-mail' }, read: ({ mail }) => mail ?? '' },
  {
    key: 'userPrincipalName',
    head: { en: 'User principal name', nl: 'Aanmeldnaam', de: 'Anmeldename', fr: 'Nom de connexion' },
    read: ({ userPrincipalName }) => userPrincipalName,
  },
  field('jobTitle', ['Job title', 'Functie', 'Position', 'Fonction']),
  field('department', ['Department', 'Afdeling', 'Abteilung', 'Service']),
  field('companyName', ['Company', 'Bedrijf', 'Firma', 'Société']),
  field('businessPhone', ['Business phone', 'Telefoon werk', 'Telefon (geschäftlich)', 'Téléphone professionnel']),
  field('mobilePhone', ['Mobile phone', 'Mobiel', 'Mobiltelefon', 'Téléphone mobile']),
  field('officeLocation', ['Office', 'Kantoor', 'Büro', 'Bureau']),
  field('streetAddress', ['Street', 'Straat', 'Straße', 'Rue']),
  field('postalCode', ['Postal code', 'Postcode', 'Postleitzahl', 'Code postal']),
  field('city', ['City', 'Plaats', 'Ort', 'Ville']),
  field('country', ['Country', 'Land', 'Land', 'Pays']),
  {
    head: { en: 'Filled in', nl: 'Ingevuld', de: 'Ausgefüllt', fr: 'Rempli' },
    read: ({ completeness: { filled, of } }) => `${String(Math.floor((100 * filled) / of))}%`,
  },
  {
    head: { en: 'Missing', nl: 'Ontbreekt', de: 'Fehlt', fr: 'Manque' },
    read: ({ completeness }, language) => completeness.missing.map((key) => fieldHead(key, language)).join(', '),
  },
  { head: { en: 'Status', nl: 'Status', de: 'Status', fr: 'État' }, read: ({ status }) => status },
  {
    head: { en: 'In scope', nl: 'Doet mee', de: 'Nimmt teil', fr: 'Participe' },
    read: ({ isInScope }) => (isInScope ? '1' : '0'),
  },
  {
    head: { en: 'Updated', nl: 'Gewijzigd', de: 'Aktualisiert', fr: 'Mis à jour' },
    read: ({ updatedAt }) => updatedAt,
  },
  { key: 'id', head: { en: 'Id', nl: 'Id', de: 'ID', fr: 'ID' }, read: ({ id }) => id },
];

export const columnHeads = (language: Language): readonly string[] => columns.map(({ head }) => head[language]);
export const columnCells = (teammate: Teammate, language: Language): readonly string[] =>
  columns.map(({ read }) => read(teammate, language));

/** What a field that every tenant knows is called; one that has no column keeps its key. */
export const fieldHead = (key: string, language: Language): string =>
  (key === 'displayName' ? columns[0] : columns.find((column) => column.key === key))?.head[language] ?? key;

const namesOf = ({ head }: Column): readonly string[] => Object.values(head);

/** What the column of a field is called, in every language; none where the export has none of it. */
export const fieldHeads = (key: string): readonly string[] =>
  columns.flatMap((column) => (column.key === key ? namesOf(column) : []));

export type PersonHead = 'id' | 'signInName' | 'mail';

const headsOf = (key: string, ...others: readonly string[]): ReadonlySet<string> =>
  new Set([key, ...others, ...columns.flatMap((column) => (column.key === key ? namesOf(column) : []))].map(foldText));

/** What columns are called that name a person. */
export const personHeads: Readonly<Record<PersonHead, ReadonlySet<string>>> = {
  id: headsOf('id'),
  signInName: headsOf('userPrincipalName', 'upn', 'sign-in name'),
  mail: headsOf('mail', 'email', 'e-mail', 'email address'),
};
