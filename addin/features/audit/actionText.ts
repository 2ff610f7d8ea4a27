import type { TFunction } from 'i18next';
import type { AuditEntry } from '../../../server/src/contract/manage/audit.ts';
import { auditedActions } from './auditedActions.ts';

/** What the API calls a run is its kind and mode; whatever else something is called stays as it is. */
const runName = /^(?:sync|preview) (refresh|full)$/;

const known: ReadonlySet<string> = new Set(auditedActions);

/** What was done, in the reader's language. */
export const actionText = (t: TFunction<'audit'>, action: string): string =>
  known.has(action)
    ? t(`action.${action as (typeof auditedActions)[number]}`)
    : t('action.other', { operation: action });

/** What an entry is about, in the reader's language where it is a run; null: nothing that has a name. */
export const subjectText = (t: TFunction<'audit'>, { action, subject }: AuditEntry): string | null => {
  const mode = /run|preview/i.test(action) ? runName.exec(subject?.name ?? '')?.[1] : undefined;
  return mode === undefined ? (subject?.name ?? null) : t(`sync:mode.${mode as 'refresh' | 'full'}`);
};
