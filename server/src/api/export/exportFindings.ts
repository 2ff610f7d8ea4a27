import type { Response } from 'express';
import type { z } from 'zod';
import type { findingExportQuerySchema } from '../../contract/people/completeness.ts';
import type { Language } from '../../contract/signatures/languages.ts';
import type { FieldSettings } from '../../domain/fields/fieldSettings.ts';
import type { FindingKind } from '../../domain/findings/findingsOf.ts';
import { findPeople, type PersonFindings } from '../../signatures/completeness/findPeople.ts';
import type { CompletenessDesk } from '../../signatures/completeness/readFindingRules.ts';
import type { answered } from '../mountEndpoint.ts';
import { csvLine } from './csvLine.ts';
import { fieldTitle } from './fieldTitle.ts';
import { sendCsv } from './sendCsv.ts';
import { allPages } from '../../ports/pages/allPages.ts';

type Query = z.output<typeof findingExportQuerySchema>;

const heads: Readonly<Record<Language, readonly string[]>> = {
  en: ['Name', 'Mail', 'Field', 'Finding', 'Value', 'Id'],
  nl: ['Naam', 'E-mail', 'Veld', 'Bevinding', 'Waarde', 'Id'],
  de: ['Name', 'E-Mail', 'Feld', 'Befund', 'Wert', 'Id'],
  fr: ['Nom', 'E-mail', 'Champ', 'Constat', 'Valeur', 'Id'],
};

const words: Readonly<Record<Language, Readonly<Record<FindingKind, string>>>> = {
  en: { blank: 'Blank', phone: 'Unclear number', shouting: 'In capitals', spaces: 'Spaces', photo: 'No photo' },
  nl: {
    blank: 'Leeg',
    phone: 'Onduidelijk nummer',
    shouting: 'In hoofdletters',
    spaces: 'Spaties',
    photo: 'Geen foto',
  },
  de: {
    blank: 'Leer',
    phone: 'Nummer unklar',
    shouting: 'In Großbuchstaben',
    spaces: 'Leerzeichen',
    photo: 'Kein Foto',
  },
  fr: { blank: 'Vide', phone: 'Numéro incertain', shouting: 'En majuscules', spaces: 'Espaces', photo: 'Pas de photo' },
};

interface ExportAsked {
  readonly tenantId: string;
  readonly query: Query;
  readonly response: Response;
}

const pageSize = 200;

/** Sends what is wrong with whom as CSV, one finding on each line. */
export const exportFindings = async (
  desk: CompletenessDesk,
  { tenantId, query, response }: ExportAsked,
): Promise<typeof answered> => {
  const { language, ...filter } = query;
  const settings = (await desk.repositories.fieldSettings.get(tenantId)).value;
  async function* pages(): AsyncGenerator<string> {
    for await (const people of allPages(pageSize, (request) => findPeople(desk, tenantId, { ...filter, ...request })))
      yield people.flatMap((person) => linesOf(person, settings, language)).join('');
  }
  return sendCsv(response, { name: 'completeness', heads: heads[language], language, pages: pages() });
};

const linesOf = (person: PersonFindings, settings: FieldSettings, language: Language): readonly string[] =>
  person.findings.map(({ kind, field, value }) =>
    csvLine(
      [
        person.displayName,
        person.mail ?? '',
        fieldTitle(settings, field, language),
        words[language][kind],
        value,
        person.id,
      ],
      language,
    ),
  );
