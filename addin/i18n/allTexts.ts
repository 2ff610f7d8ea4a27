import { laterTexts as laterGerman } from './later/de.ts';
import { laterTexts as laterEnglish } from './later/en.ts';
import { laterTexts as laterFrench } from './later/fr.ts';
import { laterTexts as laterDutch } from './later/nl.ts';
import { texts } from './texts.ts';

/** Every text there is, whenever it is loaded. */
export const allTexts = {
  en: { ...texts.en, ...laterEnglish },
  nl: { ...texts.nl, ...laterDutch },
  de: { ...texts.de, ...laterGerman },
  fr: { ...texts.fr, ...laterFrench },
} as const;
