/** Drawn seldom, asked for often: the last `most`, a kilobyte or two each. What fails is not kept. */
export const keepLately = <Asked, Made>(
  make: (asked: Asked) => Promise<Made>,
  most: number,
): ((asked: Asked) => Promise<Made>) => {
  const kept = new Map<string, Made>();
  return async (asked) => {
    const name = JSON.stringify(asked);
    const known = kept.get(name);
    const made = known ?? (await make(asked));
    // Those asked for last stand at the end.
    kept.delete(name);
    kept.set(name, made);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return made;
  };
};
