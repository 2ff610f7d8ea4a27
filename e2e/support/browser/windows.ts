import { isThorough } from '../../../server/tests/support/isThorough.ts';

/** The windows a story can be told in. */
const all = {
  wideEnglish: { locale: 'en', width: 1280, colorScheme: 'light' },
  narrowDutch: { locale: 'nl', width: 320, colorScheme: 'dark' },
  wideDutch: { locale: 'nl', width: 1280, colorScheme: 'dark' },
  narrowEnglish: { locale: 'en', width: 320, colorScheme: 'light' },
} as const;

/**
 * Where a story is told: in the windows named, and in all there are in the thorough run. Stories share languages, widths and
 * colour schemes among them.
 */
export const windows = (...usual: readonly (keyof typeof all)[]) =>
  isThorough ? Object.values(all) : usual.map((name) => all[name]);
