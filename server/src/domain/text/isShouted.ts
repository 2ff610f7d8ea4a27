/** Fewer letters may be an abbreviation, such as CEO or HR. */
const fewestShouted = 5;

/** WORDS IN CAPITALS, as old systems wrote them. */
export const isShouted = (value: string): boolean =>
  value === value.toUpperCase() &&
  value !== value.toLowerCase() &&
  (value.match(/\p{Lu}/gu)?.length ?? 0) >= fewestShouted;
