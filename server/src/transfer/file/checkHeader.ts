import { formatVersion } from './exportFormat.ts';
import type { Line } from './readLines.ts';
import { transferError } from '../transferError.ts';

/** Before the sum is looked at: of a file that is not ours, or of a later format, nobody can say that it was altered. */
export const checkHeader = (path: string, { bytes }: Line): void => {
  const header = parseHeader(bytes);
  if (header?.['undersign'] !== 'export') throw transferError('file-foreign', `${path} is no export of Undersign.`);
  const { format, product } = header;
  if (typeof format === 'number' && format > formatVersion)
    throw newerFile(
      path,
      `it was written by Undersign ${String(product)} in format ${format}, this one reads ${formatVersion}`,
    );
};

export const newerFile = (path: string, why: string): Error =>
  transferError('file-newer', `${path} is from a newer version: ${why}. Use that version or a later one.`);

const parseHeader = (bytes: Buffer): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};
