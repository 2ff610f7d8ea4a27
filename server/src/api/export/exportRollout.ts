import type { Response } from 'express';
import type { z } from 'zod';
import type { RolloutPerson, rolloutEndpoints } from '../../contract/manage/rollout.ts';
import type { Language } from '../../contract/signatures/languages.ts';
import type { OutlookClient } from '../../domain/rollout/sighting.ts';
import { allPages } from '../../ports/pages/allPages.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { answered } from '../mountEndpoint.ts';
import { findRollout } from '../teammates/findRollout.ts';
import { csvLine } from './csvLine.ts';
import { sendCsv } from './sendCsv.ts';

const heads: Readonly<Record<Language, readonly string[]>> = {
  en: ['Name', 'Mail', 'Outlook', 'Version', 'Last seen', 'Problem', 'Problem on', 'Id'],
  nl: ['Naam', 'E-mail', 'Outlook', 'Versie', 'Laatst gezien', 'Probleem', 'Probleem op', 'Id'],
  de: ['Name', 'E-Mail', 'Outlook', 'Version', 'Zuletzt gesehen', 'Problem', 'Problem am', 'ID'],
  fr: ['Nom', 'E-mail', 'Outlook', 'Version', 'Vu la dernière fois', 'Problème', 'Problème le', 'ID'],
};

const words: Readonly<Record<Language, Readonly<Record<OutlookClient | 'never', string>>>> = {
  en: {
    ...{ web: 'Outlook on the web', newWindows: 'New Outlook on Windows', classic: 'Classic Outlook on Windows' },
    ...{ mac: 'Outlook on Mac', ios: 'Outlook on iPhone and iPad', android: 'Outlook on Android' },
    ...{ other: 'Another Outlook', never: 'Never seen' },
  },
  nl: {
    ...{ web: 'Outlook op het web', newWindows: 'Nieuwe Outlook op Windows', classic: 'Klassieke Outlook op Windows' },
    ...{ mac: 'Outlook op Mac', ios: 'Outlook op iPhone en iPad', android: 'Outlook op Android' },
    ...{ other: 'Een andere Outlook', never: 'Nooit gezien' },
  },
  de: {
    ...{ web: 'Outlook im Web', newWindows: 'Neues Outlook für Windows', classic: 'Klassisches Outlook für Windows' },
    ...{ mac: 'Outlook für Mac', ios: 'Outlook auf iPhone und iPad', android: 'Outlook auf Android' },
    ...{ other: 'Ein anderes Outlook', never: 'Nie gesehen' },
  },
  fr: {
    ...{
      web: 'Outlook sur le web',
      newWindows: 'Nouvel Outlook pour Windows',
      classic: 'Outlook classique pour Windows',
    },
    ...{ mac: 'Outlook pour Mac', ios: 'Outlook sur iPhone et iPad', android: 'Outlook sur Android' },
    ...{ other: 'Un autre Outlook', never: 'Jamais vu' },
  },
};

interface ExportAsked {
  readonly tenantId: string;
  readonly query: z.output<typeof rolloutEndpoints.exportRollout.query>;
  readonly response: Response;
}

/** Sends who was seen in which Outlook as CSV, one Outlook on each line, and one for who never was. */
export const exportRollout = (
  repositories: Pick<Repositories, 'teammates' | 'sightings'>,
  { tenantId, query: { view, language }, response }: ExportAsked,
): Promise<typeof answered> => {
  async function* pages(): AsyncGenerator<string> {
    for await (const people of allPages(200, (request) => findRollout(repositories, tenantId, { view, ...request })))
      yield people.flatMap((person) => linesOf(person, language)).join('');
  }
  return sendCsv(response, { name: 'rollout', heads: heads[language], language, pages: pages() });
};

const linesOf = (person: RolloutPerson, language: Language): readonly string[] => {
  const { teammateId, displayName, mail, clients, problem } = person;
  const say = words[language];
  const seen =
    clients.length === 0
      ? [[say.never, '', '']]
      : clients.map(({ client, version, seenOn }) => [say[client], version, seenOn]);
  const told = problem === null ? ['', ''] : [problem.code, problem.on];
  return seen.map((cells) => csvLine([displayName, mail ?? '', ...cells, ...told, teammateId], language));
};
