import type { i18n } from 'i18next';
import type { Connection } from '../../../server/src/contract/manage/connection.ts';

/** Why a permission is needed, in the reader's language; one we have no text for keeps the API's English reason. */
export function permissionReason(texts: i18n, permission: Connection['requiredPermissions'][number]): string {
  // A dot in a key would mean a level deeper.
  const key = `connect:reason.${permission.name.replaceAll('.', '')}`;
  return texts.exists(key) ? texts.t(key) : permission.reason;
}
