import type { TFunction } from 'i18next';
import { auditedActions } from './auditedActions.ts';

const known: ReadonlySet<string> = new Set(auditedActions);

/** What was done, in the reader's language. */
export const actionText = (t: TFunction<'audit'>, action: string): string =>
  known.has(action)
    ? t(`action.${action as (typeof auditedActions)[number]}`)
    : t('action.other', { operation: action });
