import { UndersignError } from '../../domain/errors.ts';

/** Whether the directory, or we ourselves, failed for this very reason. */
export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof UndersignError && error.code === code;
