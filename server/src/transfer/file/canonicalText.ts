/**
 * A document as JSON with the names of every object in order, so that the same document is the same text whichever
 * engine it came from. Lone surrogates become U+FFFD, as they do in every engine that keeps UTF-8.
 */
export const canonicalText = (document: unknown): string => JSON.stringify(ordered(document));

const ordered = (value: unknown): unknown => {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  const entries = Object.entries(value).map(([name, inner]) => [name.toWellFormed(), ordered(inner)] as const);
  return orderedObject(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
};

const orderedObject = (entries: readonly (readonly [string, unknown])[]): Record<string, unknown> => {
  // Without a prototype `__proto__` is a name as any other.
  const object = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of entries) object[name] = value;
  return object;
};
