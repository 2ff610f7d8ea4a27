import type { Response } from 'express';
import type { z } from 'zod';
import type { syncEndpoints } from '../../contract/sync/syncEndpoints.ts';
import type { Language } from '../../contract/signatures/languages.ts';
import type { FieldSettings } from '../../domain/fields/fieldSettings.ts';
import type { AttributeValue, PlanEntry } from '../../domain/plan/plan.ts';
import type { RecordedChange, RunChange } from '../../domain/run/run.ts';
import { allPages } from '../../ports/pages/allPages.ts';
import type { Repositories } from '../../ports/repositories.ts';
import type { answered } from '../mountEndpoint.ts';
import { findChanges } from '../requests/lists/findChanges.ts';
import { csvLine } from './csvLine.ts';
import { entryHeads, entryWords } from './entryWords.ts';
import { fieldTitle } from './fieldTitle.ts';
import { sendCsv } from './sendCsv.ts';
import { verdictWords } from './verdictWords.ts';

interface ExportAsked {
  readonly tenantId: string;
  readonly runId: string;
  readonly query: z.output<typeof syncEndpoints.exportPlan.query>;
  readonly response: Response;
}

const pageSize = 200;

/** Sends what a preview found as CSV, one field on each line. */
export const exportPlan = async (
  repositories: Repositories,
  { tenantId, runId, query, response }: ExportAsked,
): Promise<typeof answered> => {
  const { language, action, search } = query;
  const write = await openLines(repositories, tenantId, { language, done: false });
  const filter = { ...(action === undefined ? {} : { action }), ...(search === undefined ? {} : { search }) };
  async function* pages(): AsyncGenerator<string> {
    const read = allPages(pageSize, (request) =>
      repositories.planEntries.page(tenantId, runId, { ...request, ...filter }),
    );
    for await (const entries of read) yield await write(entries, ({ scope }) => verdictWords(scope, language));
  }
  return sendCsv(response, { name: 'preview', heads: entryHeads.plan[language], language, pages: pages() });
};

/** Sends what a sync did as CSV, one field on each line. */
export const exportChanges = async (
  repositories: Repositories,
  { tenantId, runId, query, response }: ExportAsked,
): Promise<typeof answered> => {
  const { language, ...filter } = query;
  const write = await openLines(repositories, tenantId, { language, done: true });
  async function* pages(): AsyncGenerator<string> {
    const read = allPages(pageSize, (request) =>
      findChanges(repositories.runChanges, tenantId, { runId, ...filter, ...request }),
    );
    for await (const changes of read) yield await write(changes, ({ at }) => at);
  }
  return sendCsv(response, { name: 'changes', heads: entryHeads.changes[language], language, pages: pages() });
};

type Entry = (PlanEntry | RunChange) & { readonly profile?: PlanEntry['profile'] };

interface Writing {
  readonly language: Language;
  /** Whether it happened, or would. */
  readonly done: boolean;
}

/** Writes the lines of a page; of those whose address is not told with them, it is the one we keep. */
const openLines = async ({ teammates, fieldSettings }: Repositories, tenantId: string, { language, done }: Writing) => {
  const settings = (await fieldSettings.get(tenantId)).value;
  const actions = entryWords[language][done ? 'done' : 'planned'];
  return async <Item extends Entry>(items: readonly Item[], lastCell: (item: Item) => string): Promise<string> => {
    const unknown = items.filter(({ profile }) => (profile ?? null) === null).map(({ teammateId }) => teammateId);
    const kept = unknown.length === 0 ? [] : await teammates.getMany(tenantId, unknown);
    const mails = new Map(kept.map(({ id, profile }) => [id, profile.mail]));
    return items
      .flatMap((item) => {
        const mail = item.profile?.mail ?? mails.get(item.teammateId);
        const person = [item.displayName, mail ?? '', actions[item.action]];
        const cells = changesOf(item.changes, settings, language);
        return cells.map((change) => csvLine([...person, ...change, lastCell(item), item.teammateId], language));
      })
      .join('');
  };
};

/** Field, old and new; one line without any where somebody comes or goes as they are. */
const changesOf = (
  changes: readonly RecordedChange[],
  settings: FieldSettings,
  language: Language,
): readonly (readonly string[])[] =>
  changes.length === 0
    ? [['', '', '']]
    : changes.map(({ field, old, new: now }) => [
        fieldTitle(settings, field, language),
        valueOf(old, language),
        valueOf(now, language),
      ]);

const valueOf = (value: AttributeValue, language: Language): string => {
  if (typeof value === 'boolean') return entryWords[language][value ? 'yes' : 'no'];
  return typeof value === 'string' ? value : (value ?? []).join(', ');
};
