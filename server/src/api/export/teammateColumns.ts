import type { Teammate } from '../../contract/teammates.ts';

type Language = 'en' | 'nl';

interface Column {
  readonly head: Readonly<Record<Language, string>>;
  readonly read: (teammate: Teammate) => string;
}

const field = (key: string, en: string, nl: string): Column => ({
  head: { en, nl },
  read: ({ fields }) => fields.find((each) => each.key === key)?.value ?? '',
});

const columns: readonly Column[] = [
  { head: { en: 'Name', nl: 'Naam' }, read: ({ displayName }) => displayName },
  { head: { en: 'Mail', nl: 'E-mail' }, read: ({ mail }) => mail ?? '' },
  { head: { en: 'User principal name', nl: 'Aanmeldnaam' }, read: ({ userPrincipalName }) => userPrincipalName },
  field('jobTitle', 'Job title', 'Functie'),
  field('department', 'Department', 'Afdeling'),
  field('companyName', 'Company', 'Bedrijf'),
  field('businessPhone', 'Business phone', 'Telefoon werk'),
  field('mobilePhone', 'Mobile phone', 'Mobiel'),
  field('officeLocation', 'Office', 'Kantoor'),
  field('streetAddress', 'Street', 'Straat'),
  field('postalCode', 'Postal code', 'Postcode'),
  field('city', 'City', 'Plaats'),
  field('country', 'Country', 'Land'),
  {
    head: { en: 'Filled in', nl: 'Ingevuld' },
    read: ({ completeness: { filled, of } }) => `${String(Math.floor((100 * filled) / of))}%`,
  },
  {
    head: { en: 'Missing', nl: 'Ontbreekt' },
    read: ({ completeness }) => completeness.missing.join(' '),
  },
  { head: { en: 'Status', nl: 'Status' }, read: ({ status }) => status },
  { head: { en: 'In scope', nl: 'Doet mee' }, read: ({ isInScope }) => (isInScope ? '1' : '0') },
  { head: { en: 'Updated', nl: 'Gewijzigd' }, read: ({ updatedAt }) => updatedAt },
  { head: { en: 'Id', nl: 'Id' }, read: ({ id }) => id },
];

export const columnHeads = (language: Language): readonly string[] => columns.map(({ head }) => head[language]);
export const columnCells = (teammate: Teammate): readonly string[] => columns.map(({ read }) => read(teammate));
