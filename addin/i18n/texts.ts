import { dutch } from './dutch.ts';
import { english } from './english.ts';

/** What the pane starts with in every language, for those who compare them; the pane itself loads one language. */
export const texts = { en: english, nl: dutch } as const;
