import type { SignatureSource } from './server/askAndKeep.ts';
import { readSettings } from './server/settings.ts';
import { acquireSilentToken } from './server/silentToken.ts';

/** Our server, asked with the silent sign-in of Outlook. Null where nobody said which server that is. */
export function openSource(): SignatureSource | null {
  const settings = readSettings();
  return settings && { origin: settings.origin, getToken: () => acquireSilentToken(settings) };
}
