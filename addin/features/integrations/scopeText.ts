import type { TFunction } from 'i18next';
import type { ApiScope } from '../../../server/src/contract/manage/integrations.ts';

const names = {
  'teammates:read': 'scope.teammates',
  'values:write': 'scope.values',
  'sync:start': 'scope.sync',
  'runs:read': 'scope.runs',
  'signatures:read': 'scope.signatures',
  'reports:read': 'scope.reports',
  'audit:read': 'scope.audit',
} as const;

/** What a key may do, in the reader's language. */
export const scopeText = (t: TFunction<'integrations'>, scope: ApiScope): string => t(names[scope]);
