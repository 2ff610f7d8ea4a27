/** The slot of a row of equal ones that a pointer is over. */
export function pointedIndex(offset: number, width: number, slots: number): number | null {
  if (width <= 0 || slots === 0) return null;
  return Math.min(slots - 1, Math.max(0, Math.floor((offset / width) * slots)));
}
