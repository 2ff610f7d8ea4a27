import { isBlank } from '../../domain/text/isBlank.ts';

/** Graph sends blanks for "nothing" now and then; we keep one way to say it. */
export const orNull = (value: string | null | undefined): string | null =>
  value === null || value === undefined || isBlank(value) ? null : value;
