import type { Response } from 'express';
import type { z } from 'zod';
import type { assignedEndpoints } from '../../contract/signatures/assigned.ts';
import type { Language } from '../../contract/signatures/languages.ts';
import { allPages } from '../../ports/pages/allPages.ts';
import { openAssigned, type AssignedPerson } from '../../signatures/assignments/openAssigned.ts';
import type { RenderDesk } from '../../signatures/signatureDesk.ts';
import type { answered } from '../mountEndpoint.ts';
import { assignedFilter } from '../requests/lists/assignedFilter.ts';
import { csvLine } from './csvLine.ts';
import { sendCsv } from './sendCsv.ts';

const heads: Readonly<Record<Language, readonly string[]>> = {
  en: ['Name', 'Mail', 'Signature', 'Rule', 'Id'],
  nl: ['Naam', 'E-mail', 'Handtekening', 'Regel', 'Id'],
  de: ['Name', 'E-Mail', 'Signatur', 'Regel', 'ID'],
  fr: ['Nom', 'E-mail', 'Signature', 'Règle', 'ID'],
};

type Word = 'builtIn' | 'none' | 'otherwise' | 'unnamed';

const words: Readonly<Record<Language, Readonly<Record<Word, string>>>> = {
  en: {
    builtIn: 'The built-in design',
    none: 'No signature',
    otherwise: 'Everybody else',
    unnamed: 'A rule without a name',
  },
  nl: {
    builtIn: 'Het ingebouwde ontwerp',
    none: 'Geen handtekening',
    otherwise: 'Alle anderen',
    unnamed: 'Een regel zonder naam',
  },
  de: {
    builtIn: 'Das integrierte Design',
    none: 'Keine Signatur',
    otherwise: 'Alle anderen',
    unnamed: 'Eine Regel ohne Namen',
  },
  fr: {
    builtIn: 'Le modèle intégré',
    none: 'Aucune signature',
    otherwise: 'Toutes les autres personnes',
    unnamed: 'Une règle sans nom',
  },
};

interface ExportAsked {
  readonly tenantId: string;
  readonly query: z.output<typeof assignedEndpoints.exportAssigned.query>;
  readonly response: Response;
}

/** Sends who has which signature, and by which rule, as CSV. */
export const exportAssigned = async (
  desk: RenderDesk,
  { tenantId, query, response }: ExportAsked,
): Promise<typeof answered> => {
  const { language, ...filter } = query;
  const read = await openAssigned(desk, tenantId, assignedFilter(filter));
  async function* pages(): AsyncGenerator<string> {
    for await (const people of allPages(200, read)) yield people.map((person) => lineOf(person, language)).join('');
  }
  return sendCsv(response, { name: 'signatures', heads: heads[language], language, pages: pages() });
};

const lineOf = (person: AssignedPerson, language: Language): string => {
  const { id, displayName, mail, rule, outcome, signatureName } = person;
  const say = words[language];
  const signature = outcome.kind === 'signature' ? (signatureName ?? '') : say[outcome.kind];
  const decided = rule === null ? say.otherwise : rule.name || say.unnamed;
  return csvLine([displayName, mail ?? '', signature, decided, id], language);
};
