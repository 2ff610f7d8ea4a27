/** What the handler must know; the server writes it into the file, or the page, while serving it. */
export interface HandlerSettings {
  origin: string;
  clientId: string;
  authority: string;
  knownAuthorities: string[];
  authorityMetadata?: string;
  apiScope: string;
}

/** The server looks for exactly this string literal in the built file; it must occur there once. */
const served = '__UNDERSIGN_SETTINGS__';
/** In the page of browser runtimes, whose script has a name that never changes its content. */
const SETTINGS_META = 'undersign-settings';

const required = ['origin', 'clientId', 'authority', 'apiScope'];

/** By hand and not with zod: the file is loaded again for every mail somebody starts. */
function isSettings(value: unknown): value is HandlerSettings {
  if (typeof value !== 'object' || value === null) return false;
  const entries = value as Record<string, unknown>;
  return required.every((key) => typeof entries[key] === 'string') && Array.isArray(entries['knownAuthorities']);
}

/** Null when the text is no settings, which includes a file no server has filled in. Exported for its test. */
export function parseSettings(text: string): HandlerSettings | null {
  try {
    const value: unknown = JSON.parse(text);
    return isSettings(value) ? value : null;
  } catch {
    return null;
  }
}

/** The classic runtime has no document. */
function readMeta(): string {
  if (typeof document === 'undefined') return '';
  return document.querySelector(`meta[name="${SETTINGS_META}"]`)?.getAttribute('content') ?? '';
}

/** Null where no server has filled them in. */
export const readSettings = (): HandlerSettings | null => parseSettings(served) ?? parseSettings(readMeta());
