import type { Language } from '../../contract/signatures/languages.ts';
import { labelsOf, type FieldSettings } from '../../domain/fields/fieldSettings.ts';
import { fieldHead } from './teammateColumns.ts';

type Title = Readonly<Record<Language, string>>;

const title = ([en, nl, de, fr]: readonly [string, string, string, string]): Title => ({ en, nl, de, fr });

/** Of what a sync compares, and the export of teammates has no column for. */
const others: ReadonlyMap<string, Title> = new Map([
  ['givenName', title(['First name', 'Voornaam', 'Vorname', 'Prénom'])],
  ['surname', title(['Last name', 'Achternaam', 'Nachname', 'Nom de famille'])],
  [
    'businessPhones',
    title(['Business phones', 'Telefoons werk', 'Telefone (geschäftlich)', 'Téléphones professionnels']),
  ],
  ['faxNumber', title(['Fax number', 'Faxnummer', 'Faxnummer', 'Télécopie'])],
  ['state', title(['State or province', 'Provincie', 'Bundesland oder Kanton', 'État ou province'])],
  ['employeeId', title(['Employee id', 'Personeelsnummer', 'Personalnummer', 'Matricule'])],
  ['preferredLanguage', title(['Preferred language', 'Voorkeurstaal', 'Bevorzugte Sprache', 'Langue préférée'])],
  ['accountEnabled', title(['Account enabled', 'Account ingeschakeld', 'Konto aktiviert', 'Compte activé'])],
  ['userType', title(['Kind of account', 'Soort account', 'Art des Kontos', 'Type de compte'])],
  ['status', title(['Status', 'Status', 'Status', 'État'])],
]);

/** What a field is called in a file: as the tenant named it, else as every tenant knows it, else by its key. */
export const fieldTitle = (settings: FieldSettings, field: string, language: Language): string => {
  const labels = labelsOf(settings, field);
  return labels?.[language] ?? labels?.en ?? others.get(field)?.[language] ?? fieldHead(field, language);
};
