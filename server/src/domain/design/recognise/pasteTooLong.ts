import { TemplateError } from '../../errors.ts';

/** What a design takes. */
export const longestHtml = 100_000;

export const pasteTooLong = (length: number, limit = longestHtml): TemplateError =>
  new TemplateError(
    'paste-too-long',
    'This is too long for a signature. Copy the signature alone, without the mail above it.',
    { values: { length, limit } },
  );
