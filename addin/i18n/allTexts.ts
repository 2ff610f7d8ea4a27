import { laterTexts as laterEnglish } from './later/en.ts';
import { laterTexts as laterDutch } from './later/nl.ts';
import { texts } from './texts.ts';

/** Every text there is, whenever it is loaded. */
export const allTexts = { en: { ...texts.en, ...laterEnglish }, nl: { ...texts.nl, ...laterDutch } } as const;
