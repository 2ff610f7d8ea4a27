import { allTexts } from '../../addin/i18n/allTexts.ts';
import type { Locale } from '../../addin/i18n/locale.ts';

/** The pane's own text for a key such as `connect.details.by`, with `{{name}}` filled in. */
export type Wording = (key: string, values?: Readonly<Record<string, string>>) => string;

export const openWording =
  (locale: Locale): Wording =>
  (key, values = {}) => {
    let found: unknown = allTexts[locale];
    for (const part of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[part];
    if (typeof found !== 'string') throw new Error(`The pane has no text ${key} in ${locale}.`);
    return found.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
  };
