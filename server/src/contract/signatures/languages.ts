/** What the pane is written in; files that are made for people have their words in these too. */
export const languages = ['en', 'nl', 'de', 'fr'] as const;
export type Language = (typeof languages)[number];
