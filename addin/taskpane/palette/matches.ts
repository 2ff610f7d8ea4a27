const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether every word that was typed begins a word of the text, whatever its accents and capitals. */
export function matches(text: string, typed: string): boolean {
  const words = folded(text).split(/[\s–-]+/);
  return folded(typed)
    .split(/\s+/)
    .every((word) => words.some((candidate) => candidate.startsWith(word)));
}

/** Those that match, first of all those that begin with what was typed: who types “sync” wants Sync, not People to sync. */
export function fitting<Entry extends { readonly text: string }>(
  entries: readonly Entry[],
  typed: string,
): readonly Entry[] {
  const begins = ({ text }: Entry) => (folded(text).startsWith(folded(typed)) ? 0 : 1);
  return entries.filter(({ text }) => matches(text, typed)).toSorted((a, b) => begins(a) - begins(b));
}

/** The next row for a key of the keyboard, round the ends; the same one for every other key. */
export function nextRow(row: number, key: string, count: number): number {
  if (count === 0) return 0;
  if (key === 'ArrowDown') return (row + 1) % count;
  if (key === 'ArrowUp') return (row - 1 + count) % count;
  return Math.min(row, count - 1);
}
