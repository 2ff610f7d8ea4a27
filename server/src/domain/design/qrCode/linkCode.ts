import { bytesIn, fitQrCode, type QrCode } from './fitQrCode.ts';

/** More stands in the address of the picture as well, which mail programs would not take. Bytes. */
export const longestLink = 600;

/** Null where the address is too long to be read from so many pixels. */
export const linkCode = (address: string, size: number): QrCode | null =>
  bytesIn(address) > longestLink ? null : fitQrCode(address, size);
