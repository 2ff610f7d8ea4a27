/** Fewer letters may be an abbreviation, such as CEO or HR. */
const fewestShouted = 5;

/** WORDS IN CAPITALS, as old systems wrote them, which had a ß at best in small letters: "GROßMANN". */
export const isShouted = (value: string): boolean =>
  value.replaceAll('ß', 'ẞ') === value.replaceAll('ß', 'ẞ').toUpperCase() &&
  value !== value.toLowerCase() &&
  (value.match(/\p{Lu}/gu)?.length ?? 0) >= fewestShouted;
