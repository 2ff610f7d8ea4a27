/** What a QR code says and how it is written. */
export interface QrCode {
  readonly text: string;
  /** Of error correction: M mends 15 % of what cannot be read, L 7 %. */
  readonly level: 'M' | 'L';
  /** 1–40: the more, the more modules. */
  readonly version: number;
}

/** Bytes that each version holds, from the first on (ISO/IEC 18004, table 7). */
const capacities = {
  M: [
    ...[14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666],
    ...[711, 779, 857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989, 2099, 2213],
    2331,
  ],
  L: [
    ...[17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520, 586, 644, 718, 792, 858],
    ...[
      929, 1003, 1091, 1171, 1273, 1367, 1465, 1528, 1628, 1732, 1840, 1952, 2068, 2188, 2303, 2431, 2563, 2699, 2809,
    ],
    2953,
  ],
} as const;

/** Modules on each side that stay white. */
export const quietZone = 4;

const modulesOf = (version: number): number => 17 + 4 * version + 2 * quietZone;

/** Smaller, a telephone at the usual distance from a screen does not tell modules apart. Pixels. */
const leastModule = 1.5;

export const bytesIn = (text: string): number => new TextEncoder().encode(text).length;

/** The code of a text in so many pixels: M, else L; null where its modules would be too small to be read. */
export const fitQrCode = (text: string, size: number): QrCode | null => {
  const bytes = bytesIn(text);
  for (const level of ['M', 'L'] as const) {
    const version = capacities[level].findIndex((most) => bytes <= most) + 1;
    if (version > 0 && modulesOf(version) * leastModule <= size) return { text, level, version };
  }
  return null;
};
