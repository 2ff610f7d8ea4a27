/** A part of a whole from 0 to 1, in whole per cents and never called whole before it is. */
export const shareOf = (part: number, of: number): number => (of === 0 ? 1 : Math.floor((100 * part) / of) / 100);
