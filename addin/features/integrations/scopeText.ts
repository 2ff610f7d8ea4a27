import type { TFunction } from 'i18next';
import type { ApiScope } from '../../../server/src/contract/manage/integrations.ts';

const names = {
  'teammates:read': 'scope.teammates',
  'sync:start': 'scope.sync',
  'runs:read': 'scope.runs',
} as const;

/** What a key may do, in the reader's language. */
export const scopeText = (t: TFunction<'integrations'>, scope: ApiScope): string => t(names[scope]);
