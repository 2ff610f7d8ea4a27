import { z } from 'zod';
import { languages } from './signatures/languages.ts';

/** Of every file for a spreadsheet: who opens it. */
export const csvQuerySchema = z.object({
  language: z
    .enum(languages)
    .default('en')
    .describe(
      'Of the reader: names of columns are in it where they are words, and semicolons stand between cells where Excel expects them.',
    ),
});
