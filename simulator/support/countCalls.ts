/** Counts calls of these methods from now on: work is the same on every machine, time is not. */
export function countCalls<T extends object>(object: T, names: readonly (keyof T & string)[]): () => number {
  let count = 0;
  const counted = object as Record<string, (...given: unknown[]) => unknown>;
  for (const name of names) {
    const method = counted[name]?.bind(object);
    counted[name] = (...given) => {
      count += 1;
      return method?.(...given);
    };
  }
  return () => count;
}
