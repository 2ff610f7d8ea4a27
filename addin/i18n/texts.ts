import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';

/** What the pane starts with in every language, for those who compare them; the pane itself loads one language. */
export const texts = { en: english, nl: dutch, de: german, fr: french } as const;
